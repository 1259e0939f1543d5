using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Asks everybody now, besides the times that the rule names.</summary>
/// <param name="Besides">The run that is open and whose members are to be asked once more.</param>
[Command("checkin run", "Ask everybody now, once", Example = "checkin run Daily", Once = true)]
public sealed record RunCheckIn(
    [Arg("The check-in", Name = "name", Rest = true)] string? Name = null,
    [Arg("Besides the run", Hidden = true)] string? Besides = null) : ICommand
{
    public sealed class Handler : ICommandHandler<RunCheckIn>
    {
        public Task<Reply> Handle(RunCheckIn command, Turn turn) => ChangeOf.CheckIn(
            turn, command.Name, "run", name => command with { Name = name }, async checkIn => (null, await Begin(turn, checkIn, command.Besides)));

        private static async Task<Reply> Begin(Turn turn, CheckIn checkIn, string? besides)
        {
            var runs = (await CheckInBook.RunsOf(turn, checkIn.Number, 20)).Select(stored => stored.Value).ToList();
            if (runs.Where(each => each is { IsOpen: true, IsTold: true }).MaxBy(each => each.OpenedAt) is { } open && open.Id != besides)
                return await IsOpen(turn, checkIn, open);
            if (await Channels.Trouble(turn, checkIn) is { } reason)
                return Reply.Refuse(reason);
            var members = await Roster.MembersNow(turn, checkIn);
            if (members.Count == 0)
            {
                var next = await Examples.OfMembers(turn, checkIn, "add") ?? $"checkin preview {checkIn.Name}";
                return Reply.Refuse($"Nobody is in {checkIn.Name}. Try: {new Typed(next)}");
            }


            // On one clock, whoever says it, so that of two at once the second finds the first.
            var today = turn.Now.InZone(Beginning.ClockOf(checkIn)).Date;
            var extra = runs.Where(each => each.Date == today).Select(each => each.Extra).Append(0).Max() + 1;
            var run = Beginning.New(checkIn, today, turn.Now, extra) with { At = turn.Now, BegunAt = turn.Now };
            run = Beginning.Posted(turn, checkIn, run);
            turn.Create(Run.Type, run);
            AskSome.Begin(turn, run, [.. members.Select(member => member.Person)]);
            return Reply.Say($"Asked: {Prompt.TitleOf(run)}, {Counted.Of(members.Count, "person", "people")}.");
        }

        /// <summary>Nobody is asked twice for one day by mistake.</summary>
        private static async Task<Reply> IsOpen(Turn turn, CheckIn checkIn, Run open)
        {
            var state = await RunStates.Of(turn, open, checkIn);
            var told = state.Entries.Where(entry => entry.IsWaiting && !state.Hidden.Contains(entry.Person)).Select(entry => (Instant?)entry.Closes).Max();
            Rich until = told is { } closes && state.Coming.Count == 0 ? (Rich)$" until {closes}" : Rich.Empty;
            var posted = await turn.Find(Posted.Type, open.Root!.Value.Value);
            var url = posted is null ? null : await turn.LinkTo(open.Home, posted.Value.Message, null);
            Rich link = url is null ? Rich.Empty : (Rich)$" {new Link(url, "See it there.")}";
            return Reply.Refuse(
                $"{Prompt.TitleOf(open)} is open already{until}, and {state.Answered.Count} of {state.Asked} have answered.{link} "
                    + $"To see it here: {new Typed($"checkin status {checkIn.Name}")}",
                new Button("Ask everybody once more", new RunCheckIn(CheckIn.IdOf(checkIn.Number), open.Id)));
        }
    }
}
