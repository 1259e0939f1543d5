using System.Globalization;
using System.Text;
using System.Text.Json;
using AsyncBot.Bot.Slack.Api;
using AsyncBot.Bot.Slack.Rendering;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Delivery;

/// <summary>
/// Slack, as the outbox delivers to it. Each message carries its outbox id, so that one whose answer was lost is found instead of sent again.
/// </summary>
public sealed class SlackChat(SlackApi api, SlackPlaces places, SlackFiles files, SlackCards cards, TimeProvider time) : IChat
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
        var target = await places.ChannelOf(post.To, ct);
        if (target is not SlackAnswer<string>.Ok { Value: var channel })
            return SlackOutcome.OfNothingDone(target);
        return await Post(envelope, channel, post.Card, post.Thread, await places.ReaderOf(envelope.Workspace, post.To.Person, post.Zone, post.Thread, ct), ct);
    }

    public async Task<Outcome> Send(Envelope envelope, Whisper whisper, CancellationToken ct)
    {
        var target = await places.ChannelOf(whisper.In, ct);
        if (target is not SlackAnswer<string>.Ok { Value: var channel })
            return SlackOutcome.OfNothingDone(target);
        var reader = await places.ReaderOf(envelope.Workspace, whisper.To, whisper.Zone, whisper.Thread, ct);
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
        var target = await places.ChannelOf(update.In, ct);
        if (target is not SlackAnswer<string>.Ok { Value: var channel })
            return SlackOutcome.OfNothingDone(target);
        var reader = await places.ReaderOf(envelope.Workspace, update.In.Person, update.Zone, null, ct);
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
        var target = await places.ChannelOf(upload.To, ct);
        if (target is not SlackAnswer<string>.Ok { Value: var channel })
            return SlackOutcome.OfNothingDone(target);
        var reader = await places.ReaderOf(envelope.Workspace, upload.To.Person, null, null, ct);
        return await files.Share(channel, upload.FileName, Encoding.UTF8.GetBytes(upload.Content), upload.Card, reader, ct);
    }

    public async Task<Outcome> Send(Envelope envelope, Picture picture, CancellationToken ct)
    {
        var target = await places.ChannelOf(picture.To, ct);
        if (target is not SlackAnswer<string>.Ok { Value: var channel })
            return SlackOutcome.OfNothingDone(target);
        var reader = await places.ReaderOf(envelope.Workspace, picture.To.Person, picture.Zone, picture.Thread, ct);
        if (await files.Share(envelope.Workspace, channel, picture, reader, ct) is { } outcome)
            return outcome;
        var words = picture.InWords(await places.ReaderOf(envelope.Workspace, picture.Chart, reader, ct));
        return await Post(envelope, channel, words, picture.Thread, reader, ct);
    }

    public Task<Outcome> Send(Envelope envelope, GroupSync group, CancellationToken ct) => _groups.Keep(group, ct);

    public async Task<Outcome> Send(Envelope envelope, PublishHome home, CancellationToken ct)
    {
        var reader = await places.ReaderOf(envelope.Workspace, home.Person, null, null, ct);
        var arguments = new SlackArguments { { "user_id", home.Person.Value }, { "view", cards.Home(home.Card, reader) } };
        return SlackOutcome.Of(await api.Call(SlackMethods.PublishView, arguments, ct), _ => null);
    }

    public async Task<Outcome> LookUp(Envelope envelope, Post post, CancellationToken ct)
    {
        var target = await places.ChannelOf(post.To, ct);
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
            places.Forget(channel);
        return SlackOutcome.Of(answer, posted => posted.Ts);
    }

    private static bool IsMarked(MessageObject message, PostId id) =>
        message.Metadata is { EventType: Mark, EventPayload: { ValueKind: JsonValueKind.Object } payload }
        && payload.TryGetProperty("id", out var mark) && mark.ValueKind == JsonValueKind.String && mark.ValueEquals(id.Value);
}
