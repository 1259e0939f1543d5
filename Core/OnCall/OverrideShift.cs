using System.Text.RegularExpressions;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Puts somebody on call for a stretch of time, whatever the turns say; they are told, with a way out.</summary>
[Command(
    "oncall override", "Put somebody on call for a stretch of time",
    Example = "oncall override support @emi from friday 9:00 to saturday 9:00", Once = true)]
public sealed partial record OverrideShift(
    [Arg("The rotation", Name = "rotation")] string Rotation,
    [Arg("The person and the time", Name = "@person from … to …", Rest = true, Ids = true, Max = 1_000)] string Text) : ICommand
{
    public sealed class Handler : ICommandHandler<OverrideShift>
    {
        public async Task<Reply> Handle(OverrideShift command, Turn turn)
        {
            if (await RotationBook.Find(turn, command.Rotation) is not { } stored)
                return await RotationBook.NotFound(turn, command.Rotation);
            var rotation = stored.Value;
            var example = new Typed($"oncall override {rotation.Name} @emi from friday 9:00 to saturday 9:00");
            if (!RotationBook.MayChange(turn, rotation))
                return RotationBook.NotYours(rotation, "override");
            var match = Span().Match(command.Text);
            var whom = match.Success ? await Whom.Read(turn, match.Groups["who"].Value) : Whom.Nobody;
            if (whom.Unclear is { } unclear)
                return unclear.Ask(clear => command with { Text = $"{clear} {match.Groups["when"].Value}" });
            if (whom.Unknown.Count > 0)
                return Reply.Refuse($"I know nobody here by the name “{Excerpt.Word(whom.Unknown[0])}”. Try: {example}");
            if (!match.Success || whom.People is not [var person])
                return Reply.Refuse($"It takes one person, and from when to when. Try: {example}");
            var when = Picked.Names(match.Groups["when"].Value);
            if (!Moments.TryReadSpan(turn, when, out var span, out var wrong))
                return Moments.Refuse(wrong, example, clear => command with { Text = $"@{person.Id} {clear}" });
            var overlapping = rotation.Plan.Overrides.FirstOrDefault(each => !each.IsTake && each.Start < span.To && each.End > span.From);
            if (overlapping is not null)
            {
                return Reply.Refuse($"There is an override already: {overlapping.Person} from {overlapping.Start} until {overlapping.End}. "
                    + $"Try: {new Typed($"oncall clear {rotation.Name} {OnCallText.Iso(Instant.Max(overlapping.Start, turn.Now), turn.Caller.Zone)}")}");
            }

            if (OnCallText.Paused(rotation, span.From, span.To, turn.Caller.Zone, until => Again(rotation, person.Id, span.From, until, turn)) is { } paused)
                return paused;
            var id = await RotationBook.NewId(turn);
            PersonId? by = person.Id == turn.Caller.Person ? null : turn.Caller.Person;
            var after = rotation with
            {
                Plan = rotation.Plan with
                {
                    Overrides = [.. rotation.Plan.Overrides, new Override(id, person.Id, span.From, span.To, RankOn(rotation, span.From, span.To), By: by)],
                },
            };
            if (PlanDiff.Of(rotation, after, turn.Now).Count == 0)
                return Reply.Refuse($"{person.Id} is on call for {rotation.Name} then already. Try: {OnCallText.See(rotation)}");
            RotationBook.Change(turn, stored, after);
            Rich told = person.Id == turn.Caller.Person ? (Rich)$"" : $" I told them.";
            return Reply.Say($"{person.Id} is on call for {rotation.Name} from {span.From} until {span.To}.{told}{Moments.Moved(span)}");
        }
    }

    /// <summary>Above whatever it overlaps.</summary>
    internal static int RankOn(Rotation rotation, Instant start, Instant end) =>
        rotation.Plan.Overrides.Where(each => each.End > start && each.Start < end).Select(each => each.Rank).DefaultIfEmpty(0).Max() + 1;

    private static string Again(Rotation rotation, PersonId person, Instant from, string until, Turn turn) =>
        $"oncall override {rotation.Name} @{person} from {OnCallText.Iso(from, turn.Caller.Zone)} to {until}";

    [GeneratedRegex(
        @"^(?<who>.+?)\s+(?<when>(?:from|on|for|until|till|today|tomorrow|this|next)\b.+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Span();
}
