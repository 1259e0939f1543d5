using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Says that one has nothing to say this time, so that nobody waits for it.</summary>
[Command("checkin skip", "Skip a check-in this time", Example = "checkin skip Daily")]
public sealed record SkipCheckIn(
    [Arg("The check-in", Name = "name", Rest = true)] string? Name = null,
    [Arg("The run", Hidden = true)] string? Run = null) : ICommand
{
    public sealed class Handler : ICommandHandler<SkipCheckIn>
    {
        public async Task<Reply> Handle(SkipCheckIn command, Turn turn)
        {
            var found = await OpenQuestion.Find(turn, command.Name, command.Run, run => command with { Run = run });
            if (found.Asked is not { Entry: { } stored } asked)
                return found.Refusal!;
            if (stored.Value.State == EntryState.Skipped)
                return Reply.Refuse($"You skipped {asked.Title} already.", new Button("Answer all the same", AnswerCheckIn.To(asked.Run)));
            turn.Change(Entry.Type, stored, stored.Value.After(new Happening(turn.Now, Deed.Skipped, turn.Caller.Person)) with
            {
                State = EntryState.Skipped,
            });
            return Reply.Say($"Skipped: {asked.Title}.");
        }
    }
}
