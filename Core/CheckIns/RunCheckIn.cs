using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Asks everybody now, besides the times that the rule names.</summary>
[Command("checkin run", "Ask everybody now, once", Example = "checkin run Daily", Once = true)]
public sealed record RunCheckIn([Arg("The check-in", Name = "name", Rest = true)] string? Name = null) : ICommand
{
    public sealed class Handler : ICommandHandler<RunCheckIn>
    {
        public Task<Reply> Handle(RunCheckIn command, Turn turn) =>
            ChangeOf.CheckIn(turn, command.Name, "run", name => command with { Name = name }, async checkIn => (null, await Begin(turn, checkIn)));

        private static async Task<Reply> Begin(Turn turn, CheckIn checkIn)
        {
            var runs = await CheckInBook.RunsOf(turn, checkIn.Number, 20);
            if (runs.FirstOrDefault(each => each.Value is { Extra: > 0, IsOpen: true }) is { Value: var open })
                return Reply.Refuse($"{Prompt.TitleOf(open)} is open already. To see it: {new Typed($"checkin status {checkIn.Name}")}");
            if (await Channels.Trouble(turn, checkIn) is { } reason)
                return Reply.Refuse(reason);
            var members = await Roster.MembersNow(turn, checkIn);
            if (members.Count == 0)
                return Reply.Refuse($"Nobody is in {checkIn.Name}. Try: {new Typed($"checkin add {checkIn.Name} @Ana")}");

            // On one clock, whoever says it, so that of two at once the second finds the first.
            var today = turn.Now.InZone(Beginning.ClockOf(checkIn)).Date;
            var extra = runs.Where(each => each.Value.Date == today).Select(each => each.Value.Extra).Append(0).Max() + 1;
            var run = Beginning.New(checkIn, today, turn.Now, extra) with { At = turn.Now, BegunAt = turn.Now };
            run = Beginning.Posted(turn, checkIn, run);
            turn.Create(Run.Type, run);
            AskSome.Begin(turn, run, [.. members.Select(member => member.Person)]);
            return Reply.Say($"Asked: {Prompt.TitleOf(run)}, {Counted.Of(members.Count, "person", "people")}.");
        }
    }
}
