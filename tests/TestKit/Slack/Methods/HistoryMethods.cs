using System.Globalization;
using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>What was said in a channel or a thread; metadata only for those who ask.</summary>
internal static class HistoryMethods
{
    public static readonly IReadOnlyList<string> Scopes = ["channels:history", "groups:history", "im:history", "mpim:history", "groups:read", "im:read", "mpim:read", "mpim:write"];

    public static IReadOnlyList<SlackMethod> All { get; } = [new("conversations.history", History), new("conversations.replies", Replies)];

    private static JsonObject History(FakeSlack slack, SlackRequest request)
    {
        var channel = Readable(slack, request);
        var all = Between(request, slack.State.Messages.Where(message => message.Channel == channel.Id && message.EphemeralTo is null))
            .Where(message => message.ThreadTs is null || message.ThreadTs == message.Ts || message.IsBroadcast)
            .OrderByDescending(message => Moment(message.Ts));
        return Answer(slack, request, all);
    }

    private static JsonObject Replies(FakeSlack slack, SlackRequest request)
    {
        var channel = Readable(slack, request);
        var ts = request.Needs("ts");
        if (slack.State.Find(channel.Id, ts) is not { EphemeralTo: null } asked)
            throw new SlackRefusal("thread_not_found");
        var thread = asked.ThreadTs ?? ts;
        var all = slack.State.Messages.Where(message => message.Channel == channel.Id && message.EphemeralTo is null);
        var replies = Between(request, all.Where(message => message.ThreadTs == thread && message.Ts != thread)).OrderBy(message => Moment(message.Ts));
        return Answer(slack, request, slack.State.Messages.Where(message => message.Channel == channel.Id && message.Ts == thread).Concat(replies));
    }

    private static JsonObject Answer(FakeSlack slack, SlackRequest request, IEnumerable<SlackMessage> all)
    {
        var (page, next) = request.Page(all, 999, 100);
        var withMetadata = request.Flag("include_all_metadata");
        return new JsonObject
        {
            ["messages"] = new JsonArray([.. page.Select(message => Shown(slack, message, withMetadata))]),
            ["has_more"] = next.Length > 0,
            ["response_metadata"] = new JsonObject { ["next_cursor"] = next },
        };
    }

    private static JsonObject Shown(FakeSlack slack, SlackMessage message, bool withMetadata)
    {
        var json = message.Json(withMetadata);
        var replies = slack.State.Messages.Count(each => each.Channel == message.Channel && each.ThreadTs == message.Ts && each.EphemeralTo is null);
        if (replies > 0)
            (json["thread_ts"], json["reply_count"]) = (message.Ts, replies);
        return json;
    }

    private static SlackChannel Readable(FakeSlack slack, SlackRequest request)
    {
        var channel = Places.Of(slack.State, request.Needs("channel"));
        var scope = channel.Type switch { "im" => "im:history", "mpim" => "mpim:history", "private_channel" => "groups:history", _ => "channels:history" };
        if (!slack.Scopes.Contains(scope))
            throw new SlackRefusal("missing_scope");
        return channel.Members.Contains(FakeSlack.BotUser) ? channel : throw new SlackRefusal("not_in_channel");
    }

    private static IEnumerable<SlackMessage> Between(SlackRequest request, IEnumerable<SlackMessage> messages)
    {
        var (oldest, latest, inclusive) = (Bound(request["oldest"], "invalid_ts_oldest"), Bound(request["latest"], "invalid_ts_latest"), request.Flag("inclusive"));
        return messages.Where(message =>
        {
            var at = Moment(message.Ts);
            return (oldest is null || at > oldest || (inclusive && at == oldest)) && (latest is null || at < latest || (inclusive && at == latest));
        });
    }

    private static decimal? Bound(string? text, string error) =>
        text is null ? null : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var moment) ? moment : throw new SlackRefusal(error);

    private static decimal Moment(string ts) => decimal.Parse(ts, CultureInfo.InvariantCulture);
}
