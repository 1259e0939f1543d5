using AsyncBot.Bot.Pictures;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Playground;

/// <summary>
/// The simulated platform, as the outbox delivers to it. Its messages lie in the bot's own store, so each is written in the commit that
/// records its delivery, and a crash can neither lose nor double one.
/// </summary>
public sealed class PlaygroundChat(IStore store, Transcript transcript, PlaygroundDirectory directory, IClock clock, Artist artist) : IChat, IWorkspaceMemory
{
    private const int UnderwayKept = 500;

    /// <summary>The latest posts: an update may follow in the same commit, before the store has them.</summary>
    private readonly Recent<string, ChatMessage> _underway = new(UnderwayKept);

    public async Task<Outcome> Send(Envelope envelope, Post post, CancellationToken ct)
    {
        if (Refusal(post.To) is { } refused)
            return refused;
        return await Write(envelope, post.To, post.Card, post.Zone, post.Thread?.Value, message => message, ct);
    }

    public async Task<Outcome> Send(Envelope envelope, Whisper whisper, CancellationToken ct)
    {
        if (Refusal(whisper.In) is { } refused)
            return refused;
        var number = await transcript.Next(ct);
        var (to, thread) = (whisper.To.Value, whisper.Thread?.Value);
        var written = new ChatMessage(
            number, number, clock.GetCurrentInstant(), ChatMessage.Bot, NameOf(whisper.In), to, thread, IsEphemeral: true, "");
        var message = await Written(written, whisper.Card, null, ct);
        transcript.Show(message);
        transcript.Posted(envelope.Cause, message);
        return new Delivered(new MessageId(message.Id));
    }

    public async Task<Outcome> Send(Envelope envelope, Upload upload, CancellationToken ct)
    {
        if (Refusal(upload.To) is { } refused)
            return refused;
        return await Write(
            envelope, upload.To, upload.Card, null, null, message => message with { File = new ChatFile(upload.FileName, upload.Content) }, ct);
    }

    public async Task<Outcome> Send(Envelope envelope, Picture picture, CancellationToken ct)
    {
        if (Refusal(picture.To) is { } refused)
            return refused;
        return await Write(
            envelope, picture.To, picture.Card, picture.Zone, picture.Thread?.Value,
            message => message with
            {
                Text = $"{message.Text}\n{picture.Words(ReaderOf(message))}",
                Picture = new ChatPicture(picture.FileName, picture.Chart),
            },
            ct);
    }

    public async Task<Outcome> Send(Envelope envelope, Update update, MessageId message, CancellationToken ct)
    {
        var stored = await store.Find(PlaygroundDirectory.Workspace, ChatMessage.Type, message.Value, ct);
        if ((stored?.Value ?? _underway.Find(message.Value)) is not { } before)
            return new Refused("the message is gone");
        var after = before with
        {
            Changed = await transcript.Next(ct),
            IsEdited = true,
        };
        after = await Written(after, update.Card, after.Zone ?? update.Zone, ct);
        transcript.Posted(envelope.Cause, after);
        return new Delivered(message, batch => batch.Put(ChatMessage.Type, after, stored?.Version ?? Batch.New));
    }

    public Task<Outcome> Send(Envelope envelope, GroupSync group, CancellationToken ct) =>
        Task.FromResult<Outcome>(new Refused("the playground has no user groups"));

    public Task<Outcome> Send(Envelope envelope, PublishHome home, CancellationToken ct) =>
        Task.FromResult<Outcome>(new Refused("the playground has no home pages"));

    /// <summary>Outcome and its record are one commit, so an attempt whose record is missing left nothing behind.</summary>
    public Task<Outcome> LookUp(Envelope envelope, Post post, CancellationToken ct) => Task.FromResult<Outcome>(new NotThere());

    /// <summary>After a reset the numbers of messages begin anew.</summary>
    public void Forget(WorkspaceId workspace) => _underway.Clear();

    /// <summary>A message with its card in plain text, on the clock of its one reader, or of its author where many read it.</summary>
    public async ValueTask<ChatMessage> Written(ChatMessage message, Card card, string? zone, CancellationToken ct)
    {
        var clockOf = message.To is { } reader ? await directory.ZoneOf(reader, ct)
            : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone ?? "UTC") ?? DateTimeZone.Utc;
        var now = clock.GetCurrentInstant();
        return message with { Card = card, Zone = clockOf.Id, AsOf = now, Text = PlainText.Render(card, ReaderOf(clockOf, message.In, now)) };
    }

    /// <summary>A message's picture as the page shows it; null where there is none, or this machine can't draw.</summary>
    public Drawing? Drawn(ChatMessage message, Reader reader) => message.Picture is { } picture ? artist.Lay(picture.Chart, reader) : null;

    /// <summary>The same as a file for somebody.</summary>
    public async ValueTask<byte[]?> Png(ChatMessage message, string person, CancellationToken ct) =>
        message.Picture is { } picture ? artist.Png(picture.Chart, ReaderOf(await directory.ZoneOf(person, ct), message.In)) : null;

    /// <summary>The reader for whom a message's text was written.</summary>
    public Reader ReaderOf(ChatMessage message) =>
        ReaderOf(DateTimeZoneProviders.Tzdb[message.Zone ?? "UTC"], message.In, message.AsOf ?? message.At);

    /// <summary>Somebody who reads now.</summary>
    public Reader ReaderOf(DateTimeZone zone, string place) => ReaderOf(zone, place, clock.GetCurrentInstant());

    private Reader ReaderOf(DateTimeZone zone, string place, Instant now) =>
        new(zone, now, directory.NameOf, channel => channel.Value, place == "dm" ? null : SlashCommand.Of);

    private async Task<Outcome> Write(
        Envelope envelope, ConversationId to, Card card, string? zone, string? thread, Func<ChatMessage, ChatMessage> with, CancellationToken ct)
    {
        var number = await transcript.Next(ct);
        var message = new ChatMessage(
            number, number, clock.GetCurrentInstant(), ChatMessage.Bot, NameOf(to), to.Person?.Value, thread, IsEphemeral: false, "");
        message = with(await Written(message, card, zone, ct));
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
