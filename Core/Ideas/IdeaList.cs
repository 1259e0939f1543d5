using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>The orders in which ideas are read.</summary>
public static class IdeaList
{
    public static string KeyOf(ConversationId home, IdeaState state) => $"{home} {state}";

    /// <summary>For the buckets that ideas are moved to; where nearly all of them lie, a second order of the same ideas would only cost.</summary>
    public static string KeyOf(ConversationId home, IdeaState state, Bucket bucket) => $"{home} {state} {bucket}";

    public static string KeyOf(ConversationId home, IdeaState state, Tag tag) => $"{home} {state} {tag}";

    public static string KeyOf(PersonId author, IdeaState state) => $"by {author} {state}";

    /// <summary>Newest first.</summary>
    /// <param name="before">Only ideas with a smaller number; null from the newest on.</param>
    public static async Task<IReadOnlyList<Idea>> Newest(Turn turn, string key, int? before, int take) =>
        await Read(turn, new Slice("list", key, To: before is { } number ? SortKey.Of(number) : null, Newest: true, Take: take));

    public static Task<IReadOnlyList<Idea>> Oldest(Turn turn, ConversationId home, int take) =>
        Read(turn, new Slice("list", KeyOf(home, IdeaState.Open), Take: take));

    /// <summary>The open ideas with the most votes.</summary>
    public static Task<IReadOnlyList<Idea>> MostWanted(Turn turn, ConversationId home, int take) =>
        Read(turn, new Slice("wanted", home.Value, Newest: true, Take: take));

    /// <summary>The homes whose ideas the caller sees: this channel, or in a direct message everything of theirs.</summary>
    public static async Task<IReadOnlyList<ConversationId>> HomesOf(Turn turn) => turn.Caller.Conversation.Channel is not null
        ? [turn.Caller.Conversation]
        : [turn.Caller.Conversation, .. (await turn.ChannelsOfCaller()).Select(ConversationId.Of)];

    private static async Task<IReadOnlyList<Idea>> Read(Turn turn, Slice slice) =>
        [.. (await turn.Query(Idea.Type, slice)).Select(stored => stored.Value)];
}
