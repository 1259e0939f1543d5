using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time.Hours;

namespace AsyncBot.TestKit;

/// <summary>
/// A team on four continents, in memory: ana, ben, chidi, dana, emi and the admin sam; #general and #team have everybody, #oncall has
/// ana, ben, emi and sam. Ids differ from names, so that a mix-up shows.
/// </summary>
public sealed class TestDirectory : IDirectory
{
    private readonly Dictionary<PersonId, Person> _people = [];
    private Namesakes? _namesakes;
    private readonly Dictionary<ChannelId, (Channel Channel, HashSet<PersonId> Members)> _channels = [];

    public TestDirectory()
    {
        Add("ana", "Europe/Lisbon");
        Add("ben", "America/New_York");
        Add("chidi", "Africa/Lagos");
        Add("dana", "Asia/Kolkata");
        Add("emi", "Asia/Tokyo");
        Add("sam", "America/Los_Angeles", isAdmin: true);
        AddChannel("general", "ana", "ben", "chidi", "dana", "emi", "sam");
        AddChannel("team", "ana", "ben", "chidi", "dana", "emi", "sam");
        AddChannel("oncall", "ana", "ben", "emi", "sam");
    }

    /// <summary>Whose channels were asked for.</summary>
    public HashSet<PersonId> AskedForChannelsOf { get; } = [];

    public static PersonId IdOf(string person) => new("U-" + person);

    public static ChannelId ChannelIdOf(string name) => new("C-" + name.TrimStart('#'));

    /// <param name="hours">What the platform knows of their working hours.</param>
    public void Add(string person, string? zone, bool isAdmin = false, bool isGuest = false, bool isGone = false, string? hours = null, string? name = null)
    {
        _people[IdOf(person)] = new Person(
            IdOf(person), name ?? char.ToUpperInvariant(person[0]) + person[1..], zone, isAdmin, isGuest, isGone, WorkingWeek.Read(hours).Week);
        _namesakes = null;
    }

    public void AddChannel(string name, params string[] members) =>
        _channels[ChannelIdOf(name)] = (new Channel(ChannelIdOf(name), name.TrimStart('#')), [.. members.Select(IdOf)]);

    public void Join(string person, string channel) => _channels[ChannelIdOf(channel)].Members.Add(IdOf(person));

    public void Leave(string person, string channel) => _channels[ChannelIdOf(channel)].Members.Remove(IdOf(person));

    /// <summary>The channel is deleted, or the bot may not see it any more.</summary>
    public void Lose(string channel) => _channels.Remove(ChannelIdOf(channel));

    public void Change(string channel, Func<Channel, Channel> change)
    {
        var (before, members) = _channels[ChannelIdOf(channel)];
        _channels[before.Id] = (change(before), members);
    }

    /// <summary>Channels of which the platform does not say who is in them.</summary>
    public HashSet<string> Silent { get; } = [];

    /// <summary>Names of people whom the platform does not know for the moment.</summary>
    public HashSet<string> Unknown { get; } = [];

    public string NameOf(PersonId person) => _people.ContainsKey(person) ? PersonOf(person).Shown : person.Value;

    private Person PersonOf(PersonId person) => Told(_people[person]);

    private Person Told(Person person) => (_namesakes ??= new Namesakes(_people.Values)).Told(person);

    public string NameOf(ChannelId channel) => _channels.TryGetValue(channel, out var known) ? known.Channel.Name : channel.Value;

    public DateTimeZone ZoneOf(PersonId person) => DateTimeZoneProviders.Tzdb[_people.GetValueOrDefault(person)?.Zone ?? "UTC"];

    public ValueTask<Person?> Find(WorkspaceId workspace, PersonId person, CancellationToken ct) =>
        new(!_people.TryGetValue(person, out var known) || Unknown.Contains(known.Name) ? null : Told(known));

    public ValueTask<IReadOnlyList<Person>> Named(WorkspaceId workspace, string name, CancellationToken ct)
    {
        var here = _people.Values.Where(person => !person.IsGone).Select(Told).ToList();
        var exact = here.Where(person => Same(person.Id.Value, name) || Same(person.Name, name)).ToList();
        return new(exact.Count > 0 ? exact : [.. here.Where(person => person.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase) && name.Length > 1)]);
    }

    public ValueTask<Channel?> Find(WorkspaceId workspace, ChannelId channel, CancellationToken ct) =>
        new(_channels.TryGetValue(channel, out var known) ? known.Channel : null);

    public ValueTask<Channel?> Named(WorkspaceId workspace, string name, PersonId seenBy, CancellationToken ct) =>
        new(_channels.Values.FirstOrDefault(each => (Same(each.Channel.Name, name) || Same(each.Channel.Id.Value, name)) && each.Members.Contains(seenBy)).Channel);

    public ValueTask<bool> IsMember(WorkspaceId workspace, ChannelId channel, PersonId person, CancellationToken ct) =>
        new(_channels.TryGetValue(channel, out var known) && known.Members.Contains(person));

    public ValueTask<IReadOnlyList<Person>> Members(WorkspaceId workspace, ChannelId channel, CancellationToken ct) => Silent.Contains("#" + NameOf(channel))
        ? ValueTask.FromException<IReadOnlyList<Person>>(new DirectoryUnavailableException("Slack"))
        : new([.. (_channels.TryGetValue(channel, out var known) ? known.Members : []).Select(PersonOf).Where(person => !person.IsGone)]);

    public ValueTask<IReadOnlyList<ChannelId>> ChannelsOf(WorkspaceId workspace, PersonId person, CancellationToken ct)
    {
        AskedForChannelsOf.Add(person);
        return new([.. _channels.Values.Where(each => each.Members.Contains(person)).Select(each => each.Channel.Id)]);
    }

    public ValueTask<IReadOnlyList<Person>> Admins(WorkspaceId workspace, CancellationToken ct) =>
        new([.. _people.Values.Where(person => person is { IsAdmin: true, IsGone: false })]);

    public ValueTask<string?> LinkTo(WorkspaceId workspace, ConversationId conversation, MessageId message, MessageId? thread, CancellationToken ct) =>
        new($"https://chat.example/{message}");

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
