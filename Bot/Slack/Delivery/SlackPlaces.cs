using AsyncBot.Bot.Slack.Api;
using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Bot.Slack.Rendering;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Delivery;

/// <summary>Where a conversation is in Slack, and who reads there.</summary>
public sealed class SlackPlaces(SlackDirectory directory, DirectChannels directs, SlackCards cards)
{
    public async ValueTask<SlackAnswer<string>> ChannelOf(ConversationId conversation, CancellationToken ct) =>
        conversation.Person is { } person ? await directs.Of(person, ct) : new SlackAnswer<string>.Ok(conversation.Channel!.Value.Value);

    /// <summary>The clock of the one reader, or else the one that the message names.</summary>
    public async ValueTask<SlackReader> ReaderOf(WorkspaceId workspace, PersonId? reader, string? zone, MessageId? thread, CancellationToken ct) =>
        await cards.ReaderOn((reader is { } person ? (await directory.Find(workspace, person, ct))?.Zone : null) ?? zone, thread, ct);

    /// <summary>The same for a picture, in which Slack can put neither names nor times.</summary>
    public async ValueTask<Reader> ReaderOf(WorkspaceId workspace, Chart chart, SlackReader reader, CancellationToken ct)
    {
        var people = new Dictionary<PersonId, string>();
        foreach (var person in chart.People)
            people[person] = (await directory.Find(workspace, person, ct))?.Shown ?? person.Value;
        var channels = new Dictionary<ChannelId, string>();
        foreach (var channel in chart.Channels)
            channels[channel] = (await directory.Find(workspace, channel, ct))?.Name ?? channel.Value;
        return new Reader(reader.Zone, reader.Now, person => people[person], channel => channels[channel], reader.Spoken);
    }

    /// <summary>Slack said that the bot can't write there, so what was known of it is wrong.</summary>
    public void Forget(string channel) => directory.Forget(new ChannelId(channel));
}
