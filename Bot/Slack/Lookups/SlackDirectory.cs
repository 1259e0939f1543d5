using AsyncBot.Bot.Slack.Api;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Lookups;

/// <summary>
/// Who and what there is in a Slack workspace: asked for once, kept up to date by Slack's events, and never a reason for a command to be slow.
/// Whatever Slack does not say in time is unknown.
/// </summary>
public sealed class SlackDirectory : IDirectory
{
    private static readonly TimeSpan HomeFresh = TimeSpan.FromDays(1);

    private readonly SlackApi _api;
    private readonly SlackPeople _people;
    private readonly SlackChannels _channels;
    private readonly Remembered<int, SlackHome> _home;

    public SlackDirectory(SlackApi api, TimeProvider time, ILogger<SlackDirectory> log)
    {
        var pages = new SlackPages(api, time);
        var patience = new Patience(time, log);
        _api = api;
        _people = new SlackPeople(api, pages, patience, new Patience(time, log), time);
        _channels = new SlackChannels(api, pages, patience, time);
        _home = new(AskForHome, HomeFresh, outlives: true, 1, patience, time);
    }

    /// <summary>Asks for what the first commands will need, so that none of them waits for it.</summary>
    public async Task Warm(CancellationToken ct)
    {
        await Home(ct);
        await _people.Admins(ct);
    }

    /// <summary>Null while Slack does not say.</summary>
    public async ValueTask<SlackHome?> Home(CancellationToken ct) => (await _home.Get(0, ct))?.Value;

    /// <summary>The bot's own user, or null while Slack does not say.</summary>
    public async Task<string?> BotUserId(CancellationToken ct = default) => (await Home(ct))?.BotUserId;

    /// <summary>Who a user of Slack is to the bot: itself, or somebody.</summary>
    public async ValueTask<PersonId> PersonOf(string user, CancellationToken ct) => user == await BotUserId(ct) ? PersonId.Bot : new PersonId(user);

    /// <summary>The user of Slack that somebody is; null for nobody in particular.</summary>
    public async ValueTask<string?> UserOf(PersonId person, CancellationToken ct) =>
        person == PersonId.Bot ? await BotUserId(ct)
        : person == PersonId.Former || string.IsNullOrEmpty(person.Value) ? null
        : person.Value;

    public async ValueTask<Person?> Find(WorkspaceId workspace, PersonId person, CancellationToken ct) =>
        SlackIds.IsSlack(workspace) && person != PersonId.Bot && await UserOf(person, ct) is not null && (await _people.Find(person, ct))?.Person is { } found
            ? _people.Namesakes.Told(found)
            : null;

    public async ValueTask<IReadOnlyList<Person>> Named(WorkspaceId workspace, string name, CancellationToken ct) =>
        SlackIds.IsSlack(workspace) && name.Length > 0 ? await _people.Named(name, ct) : [];

    /// <summary>What tells somebody from others of their name, of whom Slack has told; null where nobody else has it.</summary>
    public string? HandleOf(PersonId person) => _people.Known(person)?.Person is { } known && _people.Namesakes.Told(known).HasNamesakes ? known.Handle : null;

    public async ValueTask<Channel?> Find(WorkspaceId workspace, ChannelId channel, CancellationToken ct) =>
        SlackIds.IsSlack(workspace) ? await _channels.Find(channel, ct) : null;

    public async ValueTask<Channel?> Named(WorkspaceId workspace, string name, PersonId seenBy, CancellationToken ct)
    {
        if (!SlackIds.IsSlack(workspace) || await UserOf(seenBy, ct) is not { } user)
            return null;
        if (SlackIds.IsChannel(name) && await _channels.IsMember(new ChannelId(name), user, ct))
            return await _channels.Find(new ChannelId(name), ct);
        var listed = (await _channels.Of(user, ct) ?? throw Unavailable()).FirstOrDefault(channel =>
            channel.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || channel.Id.Value.Equals(name, StringComparison.OrdinalIgnoreCase));
        return listed is not null && await _channels.Find(listed.Id, ct) is { } found ? found with { Name = listed.Name } : null;
    }

    public async ValueTask<bool> IsMember(WorkspaceId workspace, ChannelId channel, PersonId person, CancellationToken ct) =>
        SlackIds.IsSlack(workspace) && await UserOf(person, ct) is { } user && await _channels.IsMember(channel, user, ct);

    public async ValueTask<IReadOnlyList<Person>> Members(WorkspaceId workspace, ChannelId channel, CancellationToken ct)
    {
        if (!SlackIds.IsSlack(workspace))
            return [];
        var members = await _channels.Members(channel, ct) ?? throw Unavailable();
        var bot = await BotUserId(ct);
        return await _people.Among([.. members.Where(member => member != bot)], ct);
    }

    public async ValueTask<IReadOnlyList<ChannelId>> ChannelsOf(WorkspaceId workspace, PersonId person, CancellationToken ct)
    {
        if (!SlackIds.IsSlack(workspace) || await UserOf(person, ct) is not { } user)
            return [];
        var channels = await _channels.Of(user, ct) ?? throw Unavailable();
        return [.. channels.Select(channel => channel.Id)];
    }

    public async ValueTask<IReadOnlyList<Person>> Admins(WorkspaceId workspace, CancellationToken ct) =>
        SlackIds.IsSlack(workspace) ? await _people.Admins(ct) : [];

    public async ValueTask<string?> LinkTo(WorkspaceId workspace, ConversationId conversation, MessageId message, MessageId? thread, CancellationToken ct) =>
        SlackIds.IsSlack(workspace) && conversation.Channel is { } channel
            ? SlackLinks.To((await Home(ct))?.Url, channel.Value, message.Value, thread?.Value)
            : null;

    /// <summary>A channel's name as anybody may read it.</summary>
    public async ValueTask<string> PublicNameOf(WorkspaceId workspace, ChannelId channel, CancellationToken ct) =>
        await Find(workspace, channel, ct) is { IsPublic: true } found ? found.Name : "private-channel";

    private static DirectoryUnavailableException Unavailable() => new("Slack");

    /// <summary>An event told about somebody.</summary>
    /// <returns>The zone in which they were, where it was known and is another now.</returns>
    public (string From, string To)? Learn(UserObject user) =>
        _people.Learn(user) is { Before.Person.Zone: { } from, Now: { IsSomebody: true, Person.Zone: { } to } } && from != to ? (from, to) : null;

    /// <summary>A channel was renamed, archived or deleted, or the bot came or went.</summary>
    public void Forget(ChannelId channel) => _channels.Forget(channel);

    /// <summary>Somebody came to a channel or left it.</summary>
    public void ForgetMember(ChannelId channel, string user) => _channels.ForgetMember(channel, user);

    /// <summary>Somebody just spoke or pressed a button in a channel, so they are in it: the usual command needs no question to Slack.</summary>
    public void Witness(ChannelId channel, PersonId person) => _channels.Witness(channel, person);

    private async Task<Known<SlackHome>?> AskForHome(int key, CancellationToken ct) =>
        await _api.Call(SlackMethods.AuthTest, SlackArguments.None, ct) is SlackAnswer<AuthTestAnswer>.Ok { Value: { UserId: { } bot, TeamId: { } team } home }
            ? new(new SlackHome(team, home.Team, home.Url, bot))
            : null;
}
