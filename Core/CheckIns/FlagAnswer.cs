using AsyncBot.Core.Blockers;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Flags what its author answered as a blocker, with a link to the answer, where the others of the check-in see it.</summary>
[Command("checkin flag", "Flag my answer as a blocker", Hidden = true)]
public sealed record FlagAnswer(
    [Arg("The run")] string Run,
    [Arg("The blocker", Rest = true, Ids = true, Max = Blocker.LongestText)] string? Text = null) : ICommand
{
    public sealed class Handler(RaiseBlocker raise) : ICommandHandler<FlagAnswer>
    {
        public async Task<Reply> Handle(FlagAnswer command, Turn turn)
        {
            if (await Target.Of(turn, command.Run) is not { Entry.Value: { Answers: not null } entry } asked)
                return Reply.Refuse($"That answer is not there any more. Try: {new Typed(BlockerWords.Example)}");
            var text = command.Text ?? string.Join("; ", RunState.BlockersIn(asked.Run, entry));
            if (Blank.Is(text))
                return Reply.Refuse($"That answer names no blocker. Try: {new Typed(BlockerWords.Example)}");
            var posted = entry.Post is { } post ? (await turn.Find(Posted.Type, post.Value))?.Value : null;
            if (posted is not null && await BlockerBook.FlaggedAt(turn, asked.Run.Home, posted.Message) is { } known)
                return Reply.Say($"That answer is {BlockerText.Named(known)} already.", BlockerText.ShowButton(known));

            var words = await BlockerWords.Read(turn, text, with => command with { Text = with }, asItStands: null);
            if (words.Refusal is { } refusal)
                return refusal;
            var source = posted is null ? null : new BlockerSource(
                posted.Message, entry.Person, await turn.LinkTo(posted.Conversation, posted.Message, posted.Thread));
            return await raise.Raise(turn, asked.Run.Home, words, source);
        }
    }
}
