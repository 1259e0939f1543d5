using System.Text.RegularExpressions;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Who is on call, now or at any time: named first, since when and until when, why, and who is next.</summary>
[Command("oncall who", "See who is on call, and why", Example = "oncall who", Default = true, Alone = true, Question = true)]
public sealed partial record WhoIsOnCall(
    [Arg("The rotation and the time", Name = "[rotation] [at …]", Rest = true, Max = 500)] string? Text = null) : ICommand
{
    private const int MostShown = 20;

    public sealed class Handler(Reachable reachable) : ICommandHandler<WhoIsOnCall>
    {
        public async Task<Reply> Handle(WhoIsOnCall command, Turn turn)
        {
            var text = (command.Text ?? "").Trim().TrimEnd('?').Trim();
            IReadOnlyList<Stored<Rotation>> rotations;
            if (text.Length == 0 || At().IsMatch(text))
            {
                rotations = await RotationBook.All(turn, turn.Caller.Person);
            }
            else
            {
                var words = await RotationWords.First(turn, text);
                if (words.Refusal is { } refusal)
                    return refusal;
                (rotations, text) = ([words.Rotation!], words.Rest);
            }

            if (rotations.Count == 0)
                return Reply.Say($"There is no rotation yet. Try: {new Typed(NewRotation.Example)}");
            var name = rotations[0].Value.Name;
            var at = turn.Now;
            var moved = Rich.Empty;
            if (text.Length > 0)
            {
                if (At().Match(text) is not { Success: true } when)
                    return Reply.Refuse($"“{Excerpt.Word(text)}” is more than I understand here. Try: {new Typed($"oncall {name} at friday 17:00")}");
                if (!Moments.TryReadAt(turn, when.Groups["w"].Value, out at, out var wrong))
                {
                    var one = rotations.Count == 1 ? name + " " : "";
                    return Reply.Refuse($"{wrong.Problem} Try: {new Typed($"oncall {name} at friday 17:00")}", [.. wrong.Choices.Select(choice =>
                        new Button(choice, new WhoIsOnCall($"{one}at {choice}")))]);
                }

                moved = Moments.Moved(turn, when.Groups["w"].Value);
            }

            var blocks = new List<Block>();
            foreach (var rotation in rotations.Take(MostShown))
                blocks.Add(await About(turn, rotation.Value, at));
            if (rotations.Count > MostShown)
                blocks.Add(new Note($"And {rotations.Count - MostShown} more rotations."));
            if (moved.Parts.Count > 0)
                blocks.Add(new Note(moved));
            return Reply.Say(new Card(null, blocks));
        }

        private async Task<Section> About(Turn turn, Rotation rotation, Instant at)
        {
            if (at < rotation.Begins)
                return new Section($"There was no rotation {rotation.Name} yet on {at}. It began {rotation.Begins}.");
            var schedule = rotation.Schedule();
            var watch = Watch.Of(schedule, at);
            var next = watch.Next is { } coming ? (Rich)$" Next: {OnCallText.Names(coming)}, from {coming.Start}." : Rich.Empty;
            var button = new Button("Schedule", new ShowSchedule(rotation.Name));
            if (watch.Now.IsGap)
                return new Section(await Nobody(turn, rotation, watch, at, next), button);
            var why = Rich.Join("; ", watch.Now.Seats.Select(seat => seat.Why).Distinct().Select(reason => OnCallText.Why(rotation, reason)));
            var isOne = watch.Now.Seats.Count == 1;
            Rich verb = at < turn.Now ? (Rich)$"{(isOne ? "was" : "were")} on call for {rotation.Name} on {at}," : at > turn.Now
                ? (Rich)$"{(isOne ? "is" : "are")} on call for {rotation.Name} on {at},"
                : $"{(isOne ? "is" : "are")} on call for {rotation.Name}";
            var notes = at < turn.Now ? Rich.Empty : await reachable.Notes(turn, rotation, watch.Now, at);
            Rich who = $"{OnCallText.Names(watch.Now)} {verb}{OnCallText.Since(watch.Now, at)}{OnCallText.Until(watch.Now, at)}: {why}.";
            return new Section($"{who}{notes}{next}", button);
        }

        private async Task<Rich> Nobody(Turn turn, Rotation rotation, Watch watch, Instant at, Rich next)
        {
            Rich when = at == turn.Now ? (Rich)$" now" : $" on {at}";
            var left = rotation.Plan.Departures.Where(each => each.At <= at).Select(each => each.Person).Intersect(rotation.People).ToList();
            Rich why = rotation.Plan.Pauses.Any(pause => pause.Start <= at && !(at >= pause.End)) ? (Rich)$": {rotation.Name} is paused"
                : left.Count > 0 ? (Rich)$": {OnCallText.Names(left)} left" : Rich.Empty;
            var best = at == turn.Now ? (Rich)$" {await reachable.Best(turn, rotation, watch.Now, at)}" : Rich.Empty;
            var until = next.Parts.Count > 0 ? Rich.Empty : (Rich)$",{OnCallText.Until(watch.Now, at)}";
            return $"Nobody is on call for {rotation.Name}{when}{until}{why}.{next}{best}";
        }
    }

    [GeneratedRegex(@"^(?:at|on)\s+(?<w>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex At();
}
