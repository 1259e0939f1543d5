using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>What done and dropped have in common: the idea leaves the open ones, with a word on why.</summary>
internal static class CloseIdea
{
    public const int LongestOutcome = 2_000;

    public static Task<Reply> Close(Turn turn, int number, IdeaState state, IdeaDeed deed, string? outcome) => IdeaBook.Change(turn, number, idea =>
    {
        if (!idea.IsOpen)
            return Task.FromResult<(Idea?, Reply)>((null, IdeaBook.NotOpen(idea)));
        var after = idea.After(new IdeaEvent(turn.Now, turn.Caller.Person, deed, outcome)) with { State = state, Outcome = outcome, ClosedAt = turn.Now };
        var what = Excerpt.Of(after.Text, IdeaText.ShowCommand(after), 80);
        var said = Reply.Say($"Idea {after.Number} is {IdeaText.Of(state)}{IdeaText.Because(after)} — {what}");
        return Task.FromResult<(Idea?, Reply)>((after, said));
    });
}
