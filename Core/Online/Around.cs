using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Online;

/// <summary>The people whom a question without names is about: those of the channel, and in a direct message those of all the caller's channels.</summary>
/// <param name="Unread">Of how many channels the platform did not say in time who is in them.</param>
public sealed record Around(IReadOnlyList<Colleague> People, int Unread)
{
    /// <param name="channel">Null for the people of all the caller's channels.</param>
    /// <returns>Nobody where the caller is not in the channel.</returns>
    /// <exception cref="DirectoryUnavailableException">Nothing could be read.</exception>
    public static async Task<Around> Here(Turn turn, ChannelId? channel)
    {
        if (channel is { } named && !await turn.Sees(ConversationId.Of(named)))
            return new Around([], 0);
        IReadOnlyList<ChannelId> channels = channel is { } only ? [only] : await turn.ChannelsOfCaller();
        var reading = channels.Select(each => turn.MembersOf(each).AsTask()).ToList();
        await ((Task)Task.WhenAll(reading)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var unread = reading.FindAll(members => members.Exception?.InnerException is DirectoryUnavailableException);
        var read = unread.Count == reading.Count ? reading : reading.Except(unread);
        var people = new List<Person>();
        foreach (var members in read)
            people.AddRange(await members);
        return new Around(await Colleagues.Of(turn, [.. people.DistinctBy(person => person.Id)]), unread.Count);
    }

    /// <summary>Says what is missing.</summary>
    public Card Noted(Card card) => Unread == 0 ? card
        : card.With(new Note(
            $"Of {Counted.Of(Unread, "channel", "channels")} of yours I can’t see just now who is in them; their people may be missing here."));
}
