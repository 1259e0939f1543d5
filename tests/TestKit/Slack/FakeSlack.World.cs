using System.Collections.Immutable;

namespace AsyncBot.TestKit.Slack;

/// <summary>Who is there, and where.</summary>
public sealed partial class FakeSlack
{
    public SlackUser User(string name) => Locked(state => state.Users[SlackUser.IdOf(name)]);

    public void Put(SlackUser user) => Change(state => state.Users[user.Id] = user);

    public SlackUser Change(string user, Func<SlackUser, SlackUser> change) =>
        Change(state => state.Users[SlackUser.IdOf(user)] = change(state.Users[SlackUser.IdOf(user)]));

    /// <summary>By name with or without #, or by id.</summary>
    public SlackChannel Channel(string name) => Locked(state => state.Channels[SlackChannel.IdOf(name)]);

    public void Put(SlackChannel channel) => Change(state => state.Channels[channel.Id] = channel);

    public SlackChannel Change(string channel, Func<SlackChannel, SlackChannel> change) =>
        Change(state => state.Channels[SlackChannel.IdOf(channel)] = change(state.Channels[SlackChannel.IdOf(channel)]));

    public void Join(string user, string channel) => Change(channel, there => there with { Members = there.Members.Add(SlackUser.IdOf(user)) });

    public void Leave(string user, string channel) => Change(channel, there => there with { Members = there.Members.Remove(SlackUser.IdOf(user)) });

    public SlackUserGroup Group(string id) => Locked(state => state.Groups[id]);

    /// <summary>The conversation of the bot with a person, opened when it was not.</summary>
    public SlackChannel DirectOf(string user) => Change(state => state.Direct(SlackUser.IdOf(user)));

    /// <summary>What a person sees in a channel: no ephemeral message to somebody else.</summary>
    public IReadOnlyList<SlackMessage> SeenBy(string user, string channel)
    {
        var (person, place) = (SlackUser.IdOf(user), PlaceOf(channel));
        return [.. Messages.Where(message => message.Channel == place && (message.EphemeralTo is null || message.EphemeralTo == person))];
    }

    /// <summary>A message of a person, without telling the bot.</summary>
    public SlackMessage Write(string user, string channel, string text, string? threadTs = null) => Change(state =>
    {
        var message = new SlackMessage(PlaceOf(channel), state.NextTs(), SlackUser.IdOf(user)) { Text = text, ThreadTs = threadTs };
        state.Messages.Add(message);
        return message;
    });

    /// <summary>By name, by id, or as <c>@ana</c>: her conversation with the bot.</summary>
    internal string PlaceOf(string channel) => channel.StartsWith('@') ? DirectOf(channel[1..]).Id : SlackChannel.IdOf(channel);

    private void Seed()
    {
        (string Name, string Zone)[] people =
        [
            ("ana", "Europe/Lisbon"), ("ben", "America/New_York"), ("chidi", "Africa/Lagos"),
            ("dana", "Asia/Kolkata"), ("emi", "Asia/Tokyo"), ("sam", "America/Los_Angeles"),
        ];
        foreach (var (name, zone) in people)
        {
            var id = SlackUser.IdOf(name);
            State.Users[id] = new SlackUser(id, name, zone) { IsAdmin = name == "sam", Email = name + "@example.com" };
        }

        State.Users[BotUser] = new SlackUser(BotUser, "asyncbot", null) { IsBot = true };
        State.Users["USLACKBOT"] = new SlackUser("USLACKBOT", "slackbot", null); // is_bot is false there, too
        string[] everybody = [.. people.Select(person => SlackUser.IdOf(person.Name)), BotUser];
        Add("general", false, everybody);
        Add("team", false, everybody);
        Add("oncall", true, ["U0ANA", "U0BEN", "U0EMI", "U0SAM", BotUser]);
        State.Groups["S0ONCALL"] = new SlackUserGroup("S0ONCALL", "oncall", ["U0ANA"]);
    }

    private void Add(string name, bool isPrivate, string[] members)
    {
        var id = SlackChannel.IdOf(name);
        State.Channels[id] = new SlackChannel(id, name) { IsPrivate = isPrivate, Members = members.ToImmutableSortedSet(StringComparer.Ordinal) };
    }
}
