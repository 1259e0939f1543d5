using System.Collections.Concurrent;
using AsyncBot.Bot.Slack.Api;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Lookups;

/// <summary>Channels and who is in them. Whoever is not known to be in a channel is not.</summary>
internal sealed class SlackChannels
{
    private const int MostKept = 5_000;
    private const int MostWitnessed = 10_000;
    private const int MembersPage = 1_000;
    private const int ChannelsPage = 200;
    private const int MostPages = 100;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly SlackApi _api;
    private readonly SlackPages _pages;
    private readonly TimeProvider _time;
    private readonly Remembered<ChannelId, Channel?> _channels;
    private readonly Remembered<ChannelId, IReadOnlySet<string>> _members;
    private readonly Remembered<string, IReadOnlyList<Channel>> _channelsOf;
    private readonly ConcurrentDictionary<(ChannelId, PersonId), long> _witnessed = new();

    public SlackChannels(SlackApi api, SlackPages pages, Patience patience, TimeProvider time)
    {
        (_api, _pages, _time) = (api, pages, time);
        _channels = new(Ask, Fresh, outlives: true, MostKept, patience, time);
        _members = new(AskForMembers, Fresh, outlives: true, MostKept, patience, time);
        _channelsOf = new(AskForChannels, Fresh, outlives: false, MostKept, patience, time);
    }

    /// <summary>A channel that can't be looked up now is taken to be there, so that a message to it is tried.</summary>
    public async ValueTask<Channel?> Find(ChannelId channel, CancellationToken ct) =>
        await _channels.Get(channel, ct) is { } known ? known.Value : new Channel(channel, channel.Value);

    public async ValueTask<bool> IsMember(ChannelId channel, string user, CancellationToken ct) =>
        IsWitnessed(channel, new PersonId(user)) || (await _members.GetFresh(channel, ct))?.Value.Contains(user) == true;

    /// <returns>The ids of users, of bots too, as they were last known; null where they never were.</returns>
    public async ValueTask<IReadOnlySet<string>?> Members(ChannelId channel, CancellationToken ct) =>
        (await _members.GetFresh(channel, ct) ?? _members.Last(channel))?.Value;

    /// <returns>Null where it is unknown.</returns>
    public async ValueTask<IReadOnlyList<Channel>?> Of(string user, CancellationToken ct) => (await _channelsOf.Get(user, ct))?.Value;

    public void Witness(ChannelId channel, PersonId person)
    {
        _witnessed[(channel, person)] = _time.GetTimestamp();
        if (_witnessed.Count <= MostWitnessed)
            return;
        foreach (var (key, _) in _witnessed.OrderBy(each => each.Value).Take(MostWitnessed / 4).ToList())
            _witnessed.TryRemove(key, out _);
    }

    public void Forget(ChannelId channel) => _channels.Forget(channel);

    public void ForgetMember(ChannelId channel, string user)
    {
        _members.Forget(channel);
        _channelsOf.Forget(user);
        _witnessed.TryRemove((channel, new PersonId(user)), out _);
    }

    private bool IsWitnessed(ChannelId channel, PersonId person) =>
        _witnessed.TryGetValue((channel, person), out var at) && _time.GetElapsedTime(at) < Fresh;

    private async Task<Known<Channel?>?> Ask(ChannelId channel, CancellationToken ct) =>
        await _api.Call(SlackMethods.ConversationInfo, new SlackArguments { { "channel", channel.Value } }, ct) switch
        {
            SlackAnswer<ConversationAnswer>.Ok { Value.Channel: { } found } => new Known<Channel?>(ChannelOf(found, channel.Value)),
            SlackAnswer<ConversationAnswer>.Failed { Error: "channel_not_found" } => new Known<Channel?>(null),
            _ => null,
        };

    private async Task<Known<IReadOnlySet<string>>?> AskForMembers(ChannelId channel, CancellationToken ct) =>
        await _pages.All(
            SlackMethods.Members,
            cursor => new SlackArguments { { "channel", channel.Value }, { "limit", MembersPage }, { "cursor", cursor } },
            page => page.Members, page => page.ResponseMetadata, MostPages, ct) switch
        {
            SlackAnswer<IReadOnlyList<string>>.Ok { Value: var members } => new Known<IReadOnlySet<string>>(members.ToHashSet(StringComparer.Ordinal)),
            SlackAnswer<IReadOnlyList<string>>.Failed { Error: "channel_not_found" } => new Known<IReadOnlySet<string>>(new HashSet<string>()),
            _ => null,
        };

    private async Task<Known<IReadOnlyList<Channel>>?> AskForChannels(string user, CancellationToken ct) =>
        await _pages.All(
            SlackMethods.UserConversations,
            cursor => new SlackArguments
            {
                { "user", user }, { "types", "public_channel,private_channel" }, { "exclude_archived", true }, { "limit", ChannelsPage }, { "cursor", cursor },
            },
            page => page.Channels, page => page.ResponseMetadata, MostPages, ct) switch
        {
            SlackAnswer<IReadOnlyList<ConversationObject>>.Ok { Value: var found } =>
                new([.. found.Where(each => each.Id is not null).Select(each => ChannelOf(each, each.Id!))]),
            SlackAnswer<IReadOnlyList<ConversationObject>>.Failed { Error: "user_not_found" } => new([]),
            _ => null,
        };

    private static Channel ChannelOf(ConversationObject found, string id) =>
        new(new ChannelId(found.Id ?? id), found.Name ?? id, found.IsArchived is true, found.IsMember is not false, found.IsPrivate is false);
}
