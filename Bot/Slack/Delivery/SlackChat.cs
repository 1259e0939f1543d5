using System.Globalization;
using System.Text;
using System.Text.Json;
using AsyncBot.Bot.Slack.Api;
using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Bot.Slack.Rendering;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Delivery;

/// <summary>
/// Slack, as the outbox delivers to it. Each message carries its outbox id, so that one whose answer was lost is found instead of sent again.
/// </summary>
public sealed class SlackChat(SlackApi api, SlackDirectory directory, DirectChannels directs, SlackCards cards, TimeProvider time) : IChat
{
    private const string Mark = "asyncbot_post";
    private const int HistoryPage = 200;
    private const int MostPages = 10;

    /// <summary>How far Slack's clock may be behind.</summary>
    private static readonly Duration ClockSkew = Duration.FromMinutes(2);

    private readonly SlackPages _pages = new(api, time);
    private readonly UserGroups _groups = new(api);

    public async Task<Outcome> Send(Envelope envelope, Post post, CancellationToken ct)
    {
        var target = await ChannelOf(post.To, ct);
        if (target is not SlackAnswer<string>.Ok { Value: var channel })
            return SlackOutcome.OfNothingDone(target);
        return await Post(envelope, channel, post.Card, post.Thread, await ReaderOf(envelope.Workspace, post.To.Person, post.Zone, post.Thread, ct), ct);
    }

    public async Task<Outcome> Send(Envelope envelope, Whisper whisper, CancellationToken ct)
    {
        var target = await ChannelOf(whisper.In, ct);
        if (target is not SlackAnswer<string>.Ok { Value: var channel })
            return SlackOutcome.OfNothingDone(target);
        var reader = await ReaderOf(envelope.Workspace, whisper.To, whisper.Zone, whisper.Thread, ct);
        if (whisper.In.Person is not null)
            return await Post(envelope, channel, whisper.Card, whisper.Thread, reader, ct);
        var arguments = new SlackArguments
        {
            { "channel", channel },
            { "user", whisper.To.Value },
            { "thread_ts", whisper.Thread?.Value },
            { "text", cards.Text(whisper.Card, reader) },
            { "blocks", cards.Blocks(whisper.Card, reader) },
        };
        var answer = await api.Call(SlackMethods.PostEphemeral, arguments, ct);
        return answer is SlackAnswer<SlackNothing>.Failed { Error: "user_not_in_channel" or "not_in_channel" or "channel_not_found" or "is_archived" }
            ? await Send(envelope, whisper with { In = ConversationId.Of(whisper.To), Thread = null }, ct)
            : SlackOutcome.Of(answer, _ => null);
    }

    public async Task<Outcome> Send(Envelope envelope, Update update, MessageId message, CancellationToken ct)
    {
        var target = await ChannelOf(update.In, ct);
        if (target is not SlackAnswer<string>.Ok { Value: var channel })
            return SlackOutcome.OfNothingDone(target);
        var reader = await ReaderOf(envelope.Workspace, update.In.Person, update.Zone, null, ct);
        var arguments = new SlackArguments
        {
            { "channel", channel },
            { "ts", message.Value },
            { "text", cards.Text(update.Card, reader) },
            { "blocks", cards.Blocks(update.Card, reader) },
        };
        return SlackOutcome.Of(await api.Call(SlackMethods.Update, arguments, ct), _ => message.Value);
    }

    public async Task<Outcome> Send(Envelope envelope, Upload upload, CancellationToken ct)
    {
        var target = await ChannelOf(upload.To, ct);
        if (target is not SlackAnswer<string>.Ok { Value: var channel })
            return SlackOutcome.OfNothingDone(target);
        var content = Encoding.UTF8.GetBytes(upload.Content);
        var place = await api.Call(SlackMethods.GetUploadUrl, new SlackArguments { { "filename", upload.FileName }, { "length", content.Length } }, ct);
        if (place is not SlackAnswer<UploadUrlAnswer>.Ok { Value: { UploadUrl: { } url, FileId: { } file } })
            return place is SlackAnswer<UploadUrlAnswer>.Ok ? new TryLater(null, "Slack gave no place for the file") : SlackOutcome.OfNothingDone(place);
        var sent = await api.Upload(url, content, ct);
        if (sent is not SlackAnswer<SlackNothing>.Ok)
            return SlackOutcome.OfNothingDone(sent);
        var reader = await ReaderOf(envelope.Workspace, upload.To.Person, null, null, ct);
        var arguments = new SlackArguments
        {
            { "files", JsonSerializer.Serialize([new UploadedFile(file, upload.FileName)], SlackJson.Default.IReadOnlyListUploadedFile) },
            { "channel_id", channel },
            { "initial_comment", cards.Text(upload.Card, reader) },
        };
        return SlackOutcome.Of(await api.Call(SlackMethods.CompleteUpload, arguments, ct), _ => null);
    }

    public Task<Outcome> Send(Envelope envelope, GroupSync group, CancellationToken ct) => _groups.Keep(group, ct);

    public async Task<Outcome> Send(Envelope envelope, PublishHome home, CancellationToken ct)
    {
        var reader = await ReaderOf(envelope.Workspace, home.Person, null, null, ct);
        var arguments = new SlackArguments { { "user_id", home.Person.Value }, { "view", cards.Home(home.Card, reader) } };
        return SlackOutcome.Of(await api.Call(SlackMethods.PublishView, arguments, ct), _ => null);
    }

    public async Task<Outcome> LookUp(Envelope envelope, Post post, CancellationToken ct)
    {
        var target = await ChannelOf(post.To, ct);
        if (target is not SlackAnswer<string>.Ok { Value: var channel })
            return SlackOutcome.OfLookUp(target);
        var seconds = (envelope.Since - ClockSkew).ToUnixTimeTicks() / (decimal)NodaConstants.TicksPerSecond;
        var oldest = seconds.ToString("0.000000", CultureInfo.InvariantCulture);
        var answer = await _pages.All(
            post.Thread is null ? SlackMethods.History : SlackMethods.Replies,
            cursor => new SlackArguments
            {
                { "channel", channel },
                { "ts", post.Thread?.Value },
                { "oldest", oldest },
                { "include_all_metadata", true },
                { "limit", HistoryPage },
                { "cursor", cursor },
            },
            page => page.Messages, page => page.ResponseMetadata, MostPages, ct, message => IsMarked(message, envelope.Id));
        if (answer is not SlackAnswer<IReadOnlyList<MessageObject>>.Ok { Value: var messages })
            return SlackOutcome.OfLookUp(answer);
        return messages.FirstOrDefault(message => IsMarked(message, envelope.Id))?.Ts is { } found ? new Delivered(new MessageId(found)) : new NotThere();
    }

    private async Task<Outcome> Post(Envelope envelope, string channel, Card card, MessageId? thread, SlackReader reader, CancellationToken ct)
    {
        var arguments = new SlackArguments
        {
            { "channel", channel },
            { "thread_ts", thread?.Value },
            { "text", cards.Text(card, reader) },
            { "blocks", cards.Blocks(card, reader) },
            { "metadata", JsonSerializer.Serialize(new PostMark(Mark, new PostMarkPayload(envelope.Id.Value)), SlackJson.Default.PostMark) },
            { "unfurl_links", false },
            { "unfurl_media", false },
        };
        var answer = await api.Call(SlackMethods.PostMessage, arguments, ct);
        if (answer is SlackAnswer<PostedAnswer>.Failed { Error: "not_in_channel" or "is_archived" or "channel_not_found" })
            directory.Forget(new ChannelId(channel));
        return SlackOutcome.Of(answer, posted => posted.Ts);
    }

    private static bool IsMarked(MessageObject message, PostId id) =>
        message.Metadata is { EventType: Mark, EventPayload: { ValueKind: JsonValueKind.Object } payload }
        && payload.TryGetProperty("id", out var mark) && mark.ValueKind == JsonValueKind.String && mark.ValueEquals(id.Value);

    private async ValueTask<SlackAnswer<string>> ChannelOf(ConversationId conversation, CancellationToken ct) =>
        conversation.Person is { } person ? await directs.Of(person, ct) : new SlackAnswer<string>.Ok(conversation.Channel!.Value.Value);

    /// <summary>The clock of the one reader, or else the one that the message names.</summary>
    private async ValueTask<SlackReader> ReaderOf(WorkspaceId workspace, PersonId? reader, string? zone, MessageId? thread, CancellationToken ct) =>
        await cards.ReaderOn((reader is { } person ? (await directory.Find(workspace, person, ct))?.Zone : null) ?? zone, thread, ct);
}
