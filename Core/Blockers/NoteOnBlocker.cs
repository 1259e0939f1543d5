using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>Adds what somebody knows about it, in its thread, where whoever takes it finds it.</summary>
[Command("blocker note", "Add what you know about a blocker", Example = "blocker note 12 The key is in the vault")]
public sealed record NoteOnBlocker(
    [Arg("The number", Name = "number", Subject = true)] int Number,
    [Arg("The note", Rest = true, Max = Blocker.LongestText)] string Text) : ICommand
{
    public sealed class Handler : ICommandHandler<NoteOnBlocker>
    {
        public Task<Reply> Handle(NoteOnBlocker command, Turn turn) => BlockerBook.Change(turn, command.Number, blocker =>
        {
            if (blocker.History[^1] is { What: BlockerDeed.Noted } last && last.By == turn.Caller.Person && last.Detail == command.Text)
                return (null, Reply.Refuse($"You noted that on #{blocker.Number} already. Try: {new Typed(BlockerText.ShowCommand(blocker))}"));
            var after = blocker.After(new BlockerEvent(turn.Now, turn.Caller.Person, BlockerDeed.Noted, command.Text));
            return (after, Reply.Say($"Noted on {BlockerText.Named(after)}: {Excerpt.Of(command.Text, BlockerText.ShowCommand(after))}"));
        });
    }
}
