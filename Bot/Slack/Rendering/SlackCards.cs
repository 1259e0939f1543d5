using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Storage.Json;

namespace AsyncBot.Bot.Slack.Rendering;

/// <summary>How cards become what Slack shows to somebody.</summary>
public sealed class SlackCards(DocumentJson documents, SlackCommandNames names, SlackDirectory directory, OwnZones zones, IClock clock)
{
    public DocumentJson Documents => documents;

    /// <summary>For a text that one person reads.</summary>
    /// <param name="thread">The thread in which it stands; null outside threads.</param>
    public async ValueTask<SlackReader> ReaderOf(WorkspaceId workspace, PersonId person, MessageId? thread, CancellationToken ct) =>
        await ReaderOn(await zones.Of(workspace, person, ct) ?? (await directory.Find(workspace, person, ct))?.Zone, thread, ct);

    /// <summary>For a text that many read.</summary>
    /// <param name="zone">Its clock, where Slack can't show each reader's own; null for UTC.</param>
    public async ValueTask<SlackReader> ReaderOn(string? zone, MessageId? thread, CancellationToken ct) => new(
        clock.GetCurrentInstant(),
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone ?? "") ?? DateTimeZone.Utc,
        thread is null ? names.Spoken : SlackCommandNames.SpokenInThread,
        await directory.BotUserId(ct),
        directory.HandleOf);

    public string Text(Card card, SlackReader reader) => BlockKit.Text(card, reader);

    public string Blocks(Card card, SlackReader reader) => BlockKit.Blocks(card, reader, documents);

    public string Home(Card card, SlackReader reader) => BlockKit.Home(card, reader, documents);
}
