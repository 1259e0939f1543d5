using System.Collections.Concurrent;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time.Hours;
using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Playground;

/// <summary>Who and what there is in the playground.</summary>
public sealed class PlaygroundDirectory(IStore store, OwnZones zones, IClock clock) : IDirectory, IPresence, IWorkspaceMemory
{
    public static readonly WorkspaceId Workspace = new("playground");

    /// <summary>The hours of residents, read once.</summary>
    private static readonly ConcurrentDictionary<string, WorkingWeek?> Weeks = new();

    private readonly ConcurrentDictionary<string, string> _presence = new();
    private readonly SemaphoreSlim _saving = new(1);
    private World _world = Seed.World;
    private NamesakesOf? _namesakes;

    public IReadOnlyList<Resident> People => _world.People;

    public IReadOnlyList<Room> Rooms => _world.Rooms;

    public async Task Load(CancellationToken ct) =>
        _world = (await store.Find(Workspace, World.Type, World.Id, ct))?.Value ?? Seed.World;

    public Resident? Find(string person) => _world.People.FirstOrDefault(resident => resident.Id == person);

    public Room? FindRoom(string name) => _world.Rooms.FirstOrDefault(room => IsNamed(room, name));

    public string PresenceOf(string person) => _presence.GetValueOrDefault(person, "away");

    public void SetPresence(string person, string presence) => _presence[person] = presence;

    /// <summary>The clock that somebody reads: the one that they chose, or else the workspace's, or else the one that the admins chose.</summary>
    public async ValueTask<DateTimeZone> ZoneOf(string person, CancellationToken ct)
    {
        var zone = await zones.Of(Workspace, new PersonId(person), ct) ?? Find(person)?.Zone ?? await DefaultZone(ct);
        return DateTimeZoneProviders.Tzdb[zone ?? "UTC"];
    }

    private async Task<string?> DefaultZone(CancellationToken ct) =>
        (await store.Find(Workspace, WorkspaceSettings.Type, WorkspaceSettings.Id, ct))?.Value.Zone;

    /// <summary>As messages show them.</summary>
    public string NameOf(PersonId person) =>
        person == PersonId.Bot ? "AsyncBot" : Find(person.Value) is { } resident ? PersonOf(resident).Shown : person.Value;

    /// <summary>Reckoned once for as long as nobody comes, goes or is renamed.</summary>
    private Namesakes Namesakes
    {
        get
        {
            var world = _world;
            if (_namesakes is not { } known || !ReferenceEquals(known.Of, world))
                _namesakes = known = new(world, new Namesakes(world.People.Select(Unmarked)));
            return known.Known;
        }
    }

    /// <param name="change">What becomes of somebody as they are; of null where they are new.</param>
    public Task PutPerson(string id, Func<Resident?, Resident> change, CancellationToken ct) => Save(world =>
    {
        var before = world.People.FirstOrDefault(other => other.Id == id);
        var resident = change(before);
        return new World(
            Put(world.People, resident, other => other.Id == id),
            before is null ? [.. world.Rooms.Select(room => Joined(room, resident))] : world.Rooms);
    }, ct);

    /// <param name="change">What becomes of a channel as it is; of null where it is new.</param>
    /// <returns>The channel where it is new.</returns>
    public async Task<(Room Room, bool IsNew)> PutRoom(string name, Func<Room?, Room> change, CancellationToken ct)
    {
        (Room, bool) put = default;
        await Save(world =>
        {
            var before = world.Rooms.FirstOrDefault(other => IsNamed(other, name));
            var room = change(before);
            put = (room, before is null);
            return world with { Rooms = Put(world.Rooms, room, other => IsNamed(other, name)) };
        }, ct);
        return put;
    }

    /// <summary>Back to the seed; the store was cleared already.</summary>
    public void Forget(WorkspaceId workspace)
    {
        _presence.Clear();
        _world = Seed.World;
    }

    private static bool IsNamed(Room room, string name) => room.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static Room Joined(Room room, Resident newcomer) => room.IsForAll ? room with { Members = [.. room.Members, newcomer.Id] } : room;

    public ValueTask<Person?> Find(WorkspaceId workspace, PersonId person, CancellationToken ct) =>
        new(Find(person.Value) is { } resident ? PersonOf(resident) : null);

    public ValueTask<IReadOnlyList<Person>> Named(WorkspaceId workspace, string name, CancellationToken ct)
    {
        var here = _world.People.Where(resident => !resident.IsGone).ToList();
        var exact = here.Where(resident => resident.Id.Equals(name, StringComparison.OrdinalIgnoreCase)
            || resident.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (exact.Count == 0 && name.Length > 1)
            exact = [.. here.Where(resident => resident.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))];
        return new([.. exact.Select(PersonOf)]);
    }

    public ValueTask<Channel?> Find(WorkspaceId workspace, ChannelId channel, CancellationToken ct) =>
        new(FindRoom(channel.Value) is { } room ? ChannelOf(room) : null);

    public ValueTask<Channel?> Named(WorkspaceId workspace, string name, PersonId seenBy, CancellationToken ct) =>
        new(_world.Rooms.FirstOrDefault(room => IsNamed(room, name) && room.Members.Contains(seenBy.Value)) is { } room ? ChannelOf(room) : null);

    public ValueTask<bool> IsMember(WorkspaceId workspace, ChannelId channel, PersonId person, CancellationToken ct) =>
        new(FindRoom(channel.Value)?.Members.Contains(person.Value) == true);

    public ValueTask<IReadOnlyList<Person>> Members(WorkspaceId workspace, ChannelId channel, CancellationToken ct) =>
        new([.. (FindRoom(channel.Value)?.Members ?? []).Select(Find).OfType<Resident>().Where(resident => !resident.IsGone).Select(PersonOf)]);

    public ValueTask<IReadOnlyList<ChannelId>> ChannelsOf(WorkspaceId workspace, PersonId person, CancellationToken ct) =>
        new([.. _world.Rooms.Where(room => room.Members.Contains(person.Value)).Select(room => new ChannelId(room.Name))]);

    public ValueTask<IReadOnlyList<Person>> Admins(WorkspaceId workspace, CancellationToken ct) =>
        new([.. _world.People.Where(resident => resident is { IsAdmin: true, IsGone: false }).Select(PersonOf)]);

    public ValueTask<string?> LinkTo(WorkspaceId workspace, ConversationId conversation, MessageId message, MessageId? thread, CancellationToken ct) =>
        new(LinkTo(PlaygroundChat.NameOf(conversation), message.Value));

    /// <summary>The page that shows a message.</summary>
    public static string LinkTo(string place, string message) => $"/?in={Uri.EscapeDataString(place)}#{message}";

    /// <summary>Everything about presence is known at once here.</summary>
    public Presence? Known(WorkspaceId workspace, PersonId person) => new(
        PresenceOf(person.Value) == "active" ? Activity.Active : Activity.Away,
        PresenceOf(person.Value) == "dnd" ? new Quiet(null) : null,
        clock.GetCurrentInstant());

    public ValueTask<Presence> Of(WorkspaceId workspace, PersonId person, CancellationToken ct) => new(Known(workspace, person)!);

    public Person PersonOf(Resident resident) => Namesakes.Told(Unmarked(resident));

    private static Person Unmarked(Resident resident) => new(
        new PersonId(resident.Id),
        resident.Name,
        resident.Zone,
        resident.IsAdmin,
        IsGone: resident.IsGone,
        Week: resident.Hours is { } hours ? Weeks.GetOrAdd(hours, static text => WorkingWeek.Read(text).Week) : null);

    private static Channel ChannelOf(Room room) => new(new ChannelId(room.Name), room.Name, room.IsArchived);

    /// <summary>The list with one more at its end, or with another in the place of the one it replaces.</summary>
    private static List<T> Put<T>(IReadOnlyList<T> all, T one, Predicate<T> isBefore)
    {
        var changed = all.ToList();
        if (changed.FindIndex(isBefore) is var at and >= 0)
            changed[at] = one;
        else
            changed.Add(one);
        return changed;
    }

    private async Task Save(Func<World, World> change, CancellationToken ct)
    {
        await _saving.WaitAsync(ct);
        try
        {
            var world = change(_world);
            var stored = await store.Find(Workspace, World.Type, World.Id, ct);
            var batch = new Batch(Workspace, "playground");
            batch.Put(World.Type, world, stored?.Version ?? Batch.New);
            await store.Commit(batch, ct);
            _world = world;
        }
        finally
        {
            _saving.Release();
        }
    }

    private sealed record NamesakesOf(World Of, Namesakes Known);
}
