using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>The one place that decides who may see and change which idea.</summary>
public static class IdeaBook
{
    /// <summary>The idea of that number, if the caller may see it. One that they may not see does not exist for them.</summary>
    public static async Task<Stored<Idea>?> Find(Turn turn, int number) =>
        await turn.Find(Idea.Type, Idea.IdOf(number)) is { } idea && await turn.Sees(idea.Value.Home) ? idea : null;

    /// <summary>Its words belong to its author; admins may take them away.</summary>
    public static bool MayRewrite(Turn turn, Idea idea) => turn.Caller.IsAdmin || turn.Caller.Person == idea.Author;

    /// <summary>The answer for a number that is not there, or not for the caller's eyes.</summary>
    public static Reply NotFound(int number) =>
        Reply.Refuse($"There is no idea {number} here. Try: {new Typed("idea list")}");

    /// <summary>The answer where only the author or an admin may.</summary>
    public static Reply NotYours(Idea idea, string verb)
    {
        Rich instead = idea.IsOpen
            ? (Rich)$"You can vote for it: {new Typed($"idea vote {idea.Number}")}"
            : $"You can look at it: {new Typed(IdeaText.ShowCommand(idea))}";
        return Reply.Refuse($"Idea {idea.Number} is {idea.Author}’s; only they or an admin can {new Rich([new Words(verb)])} it. {instead}");
    }

    /// <summary>The answer where the idea is no longer open.</summary>
    public static Reply NotOpen(Idea idea) => idea.MergedInto is { } into
        ? Reply.Refuse($"Idea {idea.Number} was merged into {into}. Try: {new Typed($"idea show {into}")}")
        : Reply.Refuse($"Idea {idea.Number} is already {new Rich([new Words(IdeaText.Of(idea.State))])}. Try: {new Typed($"idea reopen {idea.Number}")}");

    /// <summary>Runs a change on an idea that the caller may see.</summary>
    public static async Task<Reply> Change(Turn turn, int number, Func<Idea, Task<(Idea? After, Reply Reply)>> change)
    {
        if (await Find(turn, number) is not { } stored)
            return NotFound(number);
        var (after, reply) = await change(stored.Value);
        if (after is not null)
            turn.Change(Idea.Type, stored, after);
        return reply;
    }
}
