using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Playground.Api;

/// <summary>The calls that show and change who and what there is.</summary>
public sealed class WorldApi(PlaygroundDirectory directory, Access access, Simulation simulation, PlaygroundState state, Traffic traffic)
{
    private const int LongestName = 80;

    private static readonly string[] Presences = ["active", "away", "dnd"];

    public Task<IResult> Presence(PresenceBody body)
    {
        access.Known(body.Person);
        if (!Presences.Contains(body.Presence))
            throw new PlaygroundException($"presence is one of {string.Join(", ", Presences)}");
        directory.SetPresence(body.Person, body.Presence);
        return Task.FromResult(ApiJson.Answer(new { }));
    }

    public IResult People() => ApiJson.Answer(new PeopleAnswer([.. directory.People.Select(JsonOf)]));

    private PersonJson JsonOf(Resident resident) => new(
        resident.Id,
        resident.Name,
        resident.Zone ?? "UTC",
        resident.Hours ?? "09:00-17:00",
        directory.PresenceOf(resident.Id),
        resident.IsAdmin,
        resident.IsGone);

    public async Task<IResult> PutPerson(PersonBody body, CancellationToken ct)
    {
        using var underway = await traffic.Enter(ct);
        if (body.Id.Length is 0 or > 40 || !body.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_'))
            throw new PlaygroundException("id is 1 to 40 small letters, digits, - and _");
        if (body.Id == PersonId.Bot.Value || body.Id == PersonId.Former.Value)
            throw new PlaygroundException($"{body.Id} is nobody's id to take");
        if (body.Name is { } name && (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl)))
            throw new PlaygroundException($"name is 1 to {LongestName} characters");
        if (body.Zone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            throw new PlaygroundException($"there is no zone {zone}; say for example Europe/Berlin");
        var before = directory.Find(body.Id);
        await directory.PutPerson(body.Id, now => Changed(now ?? new Resident(body.Id, body.Id, null, null), body), ct);
        if (before is { IsGone: false } && body.Zone is { } there && there != before.Zone)
            await simulation.Moved(body.Id, before.Zone, there, ct);
        if (before is { IsGone: false } && body.Gone == true)
            await simulation.Left(body.Id, ct);
        return ApiJson.Answer(new { });
    }

    public async Task<IResult> PutChannel(ChannelBody body, CancellationToken ct)
    {
        using var underway = await traffic.Enter(ct);
        var name = body.Name.TrimStart('#');
        if (name.Length is 0 or > 80 || !name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'))
            throw new PlaygroundException("name is # and 1 to 80 letters, digits, - and _");
        if (name.Equals("dm", StringComparison.OrdinalIgnoreCase))
            throw new PlaygroundException("dm is where everybody talks to the bot alone; call the channel something else");
        foreach (var member in body.Members ?? [])
            access.Known(member);
        var (room, isNew) = await directory.PutRoom(name, before => Changed(before, name, body), ct);
        if (isNew && !room.IsArchived)
            await simulation.Invited(room, ct);
        else if (!isNew)
            await simulation.Changed(room, ct);
        return ApiJson.Answer(new { });
    }

    public async Task<IResult> Reset(CancellationToken ct)
    {
        await state.Reset(ct);
        return ApiJson.Answer(new { });
    }

    private static Resident Changed(Resident before, PersonBody body) =>
        before with { Name = body.Name ?? before.Name, Zone = body.Zone ?? before.Zone, IsGone = body.Gone ?? before.IsGone };

    private static Room Changed(Room? before, string name, ChannelBody body) => new(
        before?.Name ?? name,
        [.. (body.Members ?? before?.Members ?? throw new PlaygroundException("members is missing: say for example [\"ana\",\"ben\"]")).Distinct()],
        body.Archived ?? before?.IsArchived ?? false,
        body.Members is null && before is { IsForAll: true });
}
