using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Playground;

/// <summary>
/// The simulated platform, as the outbox delivers to it. Its messages lie in the bot's own store, so each is written in the commit that
/// records its delivery, and a crash can neither lose nor double one.
/// </summary>
public sealed class PlaygroundChat(IStore store, Transcript transcript, PlaygroundDirectory directory, IClock clock) : IChat
{
    private const int UnderwayKept = 500;

    /// <summary>The latest posts: an update may follow in the same commit, before the store has them.</summary>
    private readonly Recent<string, ChatMessage> _underway = new(UnderwayKept);

    public Duration Pace => Duration.Zero;

    public async Task<Outcome> Send(Envelope envelope, Post post, CancellationToken ct)
    {
        if (Refusal(post.To) is { } refused)
            return refused;
        return await Write(envelope, post.To, post.Card, post.Zone, post.Thread?.Value, null, ct);
    }

    public async Task<Outcome> Send(Envelope envelope, Upload upload, CancellationToken ct)
    {
        if (Refusal(upload.To) is { } refused)
            return refused;
        return await Write(envelope, upload.To, upload.Card, null, null, new ChatFile(upload.FileName, upload.Content), ct);
    }

    public async Task<Outcome> Send(Envelope envelope, Update update, MessageId message, CancellationToken ct)
    {
        var stored = await store.Find(PlaygroundDirectory.Workspace, ChatMessage.Type, message.Value, ct);
        if ((stored?.Value ?? _underway.Find(message.Value)) is not { } before)
            return new Refused("the message is gone");
        var after = before with
        {
            Changed = await transcript.Next(ct),
            Text = TextOf(update.Card, before.In, before.To, update.Zone),
            Card = update.Card,
            IsEdited = true,
        };
        transcript.Posted(envelope.Cause, after);
        return new Delivered(message, batch => batch.Put(ChatMessage.Type, after, stored?.Version ?? Batch.New));
    }

    public Task<Outcome> Send(Envelope envelope, GroupSync group, CancellationToken ct) =>
        Task.FromResult<Outcome>(new Refused("the playground has no user groups"));

    public Task<Outcome> Send(Envelope envelope, PublishHome home, CancellationToken ct) =>
        Task.FromResult<Outcome>(new Refused("the playground has no home pages"));

    /// <summary>Outcome and its record are one commit, so an attempt whose record is missing left nothing behind.</summary>
    public Task<Outcome> LookUp(Envelope envelope, Post post, CancellationToken ct) => Task.FromResult<Outcome>(new NotThere());

    /// <summary>A message in plain text, on the clock of its one reader, or of its author where many read it.</summary>
    /// <param name="place"><c>#team</c> or <c>dm</c>.</param>
    public string TextOf(Card card, string place, string? onlyReader, string? zone)
    {
        var clockOf = onlyReader is not null ? directory.ZoneOf(onlyReader)
            : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone ?? "UTC") ?? DateTimeZone.Utc;
        return PlainText.Render(card, ReaderOf(clockOf, place));
    }

    public Reader ReaderOf(DateTimeZone zone, string place) =>
        new(zone, clock.GetCurrentInstant(), directory.NameOf, channel => channel.Value, place == "dm" ? null : SlashCommand.Of);

    private async Task<Outcome> Write(Envelope envelope, ConversationId to, Card card, string? zone, string? thread, ChatFile? file, CancellationToken ct)
    {
        var number = await transcript.Next(ct);
        var message = new ChatMessage(
            number, number, clock.GetCurrentInstant(), ChatMessage.Bot, NameOf(to), to.Person?.Value, thread, IsEphemeral: false,
            TextOf(card, NameOf(to), to.Person?.Value, zone), card, File: file);
        _underway.Set(message.Id, message);
        transcript.Posted(envelope.Cause, message);
        return new Delivered(new MessageId(message.Id), batch => batch.Put(ChatMessage.Type, message, Batch.New));
    }

    private Refused? Refusal(ConversationId to)
    {
        if (to.Person is { } person)
            return directory.Find(person.Value) is { IsGone: false } ? null : new Refused($"{person} is not here");
        return directory.FindRoom(to.Channel!.Value.Value) switch
        {
            null => new Refused($"there is no channel {to.Channel}"),
            { IsArchived: true } => new Refused($"channel {to.Channel} is archived"),
            _ => null,
        };
    }

    public static string NameOf(ConversationId conversation) => conversation.Channel is { } channel ? "#" + channel.Value : "dm";
}
