using AsyncBot.Core.Commands;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Has the same asked again in an hour; no other run is moved by it.</summary>
[Command("checkin snooze", "Be asked again in an hour", Example = "checkin snooze Daily")]
public sealed record SnoozeCheckIn(
    [Arg("The check-in", Name = "name", Rest = true)] string? Name = null,
    [Arg("The run", Hidden = true)] string? Run = null) : ICommand
{
    public static readonly Duration Usual = Duration.FromHours(1);

    public sealed class Handler : ICommandHandler<SnoozeCheckIn>
    {
        public async Task<Reply> Handle(SnoozeCheckIn command, Turn turn)
        {
            var found = await OpenQuestion.Find(turn, command.Name, command.Run, run => command with { Run = run });
            if (found.Asked is not { Entry: { } stored } asked)
                return found.Refusal!;
            var until = turn.Now + Usual;
            var answer = new Button("Answer", AnswerCheckIn.To(asked.Run), ButtonStyle.Primary);
            if (stored.Value.State == EntryState.Skipped)
                return Reply.Refuse($"You skipped {asked.Title} already.", answer);
            var skip = new Button("Skip today", new SkipCheckIn(Run: asked.Run.Id));
            if (until >= asked.Window.Closes)
                return Reply.Refuse($"{asked.Title} closes {asked.Window.Closes}, before that hour is over.", answer, skip);
            var snoozed = new Happening(turn.Now, Deed.Snoozed, turn.Caller.Person, until);
            turn.Change(Entry.Type, stored, stored.Value.After(snoozed) with { SnoozedUntil = until });
            turn.Schedule($"{stored.Value.Subject} again {until.ToUnixTimeTicks()}", until, new AskAgain(stored.Value.Run, turn.Caller.Person));
            return Reply.Say($"Snoozed: I ask you again {until}.");
        }
    }
}

/// <summary>Asks somebody once more who put it off.</summary>
public sealed record AskAgain(string Run, PersonId Person) : IJob
{
    public sealed class Handler : IJobHandler<AskAgain>
    {
        public async Task Run(AskAgain job, Turn turn)
        {
            if (await turn.Find(CheckIns.Run.Type, job.Run) is not { Value: var run }
                || await turn.Find(Entry.Type, Entry.IdOf(job.Run, job.Person)) is not { } stored
                || stored.Value is not { IsWaiting: true, SnoozedUntil: { } until } entry
                || until > turn.Now || entry.Closes <= turn.Now || await turn.Find(job.Person) is { IsGone: true })
                return;
            switch ((await turn.Find(CheckIn.Type, CheckIn.IdOf(run.CheckIn)))?.Value.State)
            {
                case null:
                    return;
                case CheckInState.Deleted:
                    // By then it is gone, or back.
                    turn.Schedule($"{entry.Subject} again {turn.Now.ToUnixTimeTicks()} later", turn.Now + DeleteCheckIn.Regret, job);
                    return;
            }

            Prompt.Follow(turn, run, entry);
            turn.Change(Entry.Type, stored, entry.After(new Happening(turn.Now, Deed.AskedAgain, PersonId.Bot)) with
            {
                SnoozedUntil = null,
                Prompt = await Prompt.Send(turn, run, entry),
            });
        }
    }
}
