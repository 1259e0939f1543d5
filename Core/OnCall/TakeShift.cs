using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Takes it over from now, without asking anybody; whoever is relieved is told.</summary>
[Command("oncall take", "Take it over from now until a time", Example = "oncall take support until 18:00")]
public sealed record TakeShift([Arg("The rotation and the end", Name = "[rotation] until …", Rest = true, Max = 500)] string Text) : ICommand
{
    public sealed class Handler : ICommandHandler<TakeShift>
    {
        public async Task<Reply> Handle(TakeShift command, Turn turn)
        {
            var me = turn.Caller.Person;
            var words = await RotationWords.FirstOrOnly(turn, command.Text, name => $"oncall take {name} until 18:00");
            if (words.Refusal is { } refusal)
                return refusal;
            var rotation = words.Rotation!.Value;
            var example = new Typed($"oncall take {rotation.Name} until 18:00");
            if (await turn.Find(me) is { IsGuest: true } && !rotation.People.Contains(me))
                return Reply.Refuse($"Guests can’t take a shift of {rotation.Name}. Who has it: {new Typed($"oncall {rotation.Name}")}");
            if (words.Rest.Length == 0)
                return Reply.Refuse($"It does not say until when. Try: {example}");
            if (!Moments.TryReadSpan(turn, words.Rest, out var span, out var wrong))
                return Moments.Refuse(wrong, example, clear => command with { Text = $"{rotation.Name} {clear}" });
            var end = span.To;
            if (span.From > turn.Now)
                return Reply.Refuse($"You take it from now on; for later, whoever has it can ask for cover. Try: {example}");
            if (OnCallText.Paused(rotation, turn.Now, end, turn.Caller.Zone, until => $"oncall take {rotation.Name} until {until}") is { } paused)
                return paused;
            var schedule = rotation.Schedule();
            var now = schedule.At(turn.Now);
            if (now.Any(seat => seat.Person == me))
            {
                var watch = Watch.Of(schedule, turn.Now);
                var until = OnCallText.Until(watch.Now, turn.Now);
                return Reply.Refuse($"You are on call for {rotation.Name} already,{until}. Try: {new Typed($"oncall {rotation.Name}")}");
            }

            var id = await RotationBook.NewId(turn);
            var take = new Override(id, me, turn.Now, end, OverrideShift.RankOn(rotation, turn.Now, end), IsTake: true);
            var plan = rotation.Plan with { Overrides = [.. rotation.Plan.Overrides, take] };
            RotationBook.Change(turn, words.Rotation, rotation with { Plan = plan });
            Rich told = now.Count > 0 ? (Rich)$" I told {OnCallText.Names(now.Select(seat => seat.Person))}." : Rich.Empty;
            return Reply.Say($"You have {rotation.Name} from now until {end}.{told}");
        }
    }
}
