using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using NodaTime.Text;

namespace AsyncBot.Bot.Playground;

/// <summary>The playground's API for scripts and tests. Wrong calls answer 400 with a sentence.</summary>
public sealed class Api(
    Simulation simulation, PlaygroundDirectory directory, Transcript transcript, PlaygroundChat chat, PlaygroundClock clock, TimeTravel travel, PlaygroundState state, Traffic traffic)
{
    private const int LongestName = 80;

    private static readonly string[] Presences = ["active", "away", "dnd"];

    public async Task<IResult> Say(SayBody body, CancellationToken ct) =>
        Messages(await simulation.Say(body.As, body.In, body.Text, body.Thread, body.Key, ct));

    public async Task<IResult> Shortcut(ShortcutBody body, CancellationToken ct) =>
        Messages(await simulation.Shortcut(body.As, body.Message, body.Name, ct));

    public async Task<IResult> Press(PressBody body, CancellationToken ct) =>
        Messages(await simulation.Press(body.As, body.Message, body.Button, ct));

    public async Task<IResult> Submit(SubmitBody body, CancellationToken ct)
    {
        var (messages, errors) = await simulation.Submit(body.As, body.Form, body.Values, ct);
        return errors.Count > 0 ? Json(new ErrorsAnswer(errors), StatusCodes.Status422UnprocessableEntity) : Messages(messages);
    }

    public async Task<IResult> React(ReactBody body, CancellationToken ct) =>
        Messages(await simulation.React(body.As, body.Message, body.Emoji, body.Remove, ct));

    public Task<IResult> Presence(PresenceBody body, CancellationToken ct)
    {
        if (directory.Find(body.Person) is null)
            throw new PlaygroundException($"there is nobody called {body.Person}");
        if (!Presences.Contains(body.Presence))
            throw new PlaygroundException($"presence is one of {string.Join(", ", Presences)}");
        directory.SetPresence(body.Person, body.Presence);
        return Task.FromResult(Json(new { }));
    }

    public async Task<IResult> ReadMessages(HttpRequest request, CancellationToken ct)
    {
        var person = request.Query["as"].FirstOrDefault() is { Length: > 0 } named ? named : null;
        var place = request.Query["in"].FirstOrDefault() ?? throw new PlaygroundException("in is missing: say in=#team (as %23team) or in=dm");
        if (person is null && place == "dm")
            throw new PlaygroundException("as is missing: a direct conversation is one person's");
        simulation.CanRead(person, place);
        var since = request.Query["since"].FirstOrDefault() is { Length: > 0 } id ? await PlaceOf(id, ct) : 0;
        return Messages(await transcript.Read(place == "dm" ? place : "#" + place.TrimStart('#'), person, since, null, ct));
    }

    public IResult People() => Json(new PeopleAnswer([.. directory.People.Select(resident => new PersonJson(
        resident.Id, resident.Name, resident.Zone, resident.Hours, directory.PresenceOf(resident.Id), resident.IsAdmin, resident.IsGone))]));

    public async Task<IResult> PutPerson(PersonBody body, CancellationToken ct)
    {
        using var underway = await traffic.Enter(ct);
        if (body.Id.Length is 0 or > 40 || !body.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_'))
            throw new PlaygroundException("id is 1 to 40 small letters, digits, - and _");
        if (body.Id == PersonId.Bot.Value || body.Id == PersonId.Former.Value)
            throw new PlaygroundException($"{body.Id} is nobody's id to take");
        if (body.Name is { } name && (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl)))
            throw new PlaygroundException($"name is 1 to {LongestName} characters");
        var before = directory.Find(body.Id) ?? new Resident(body.Id, body.Name ?? body.Id, "UTC", "09:00-17:00");
        if (body.Zone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            throw new PlaygroundException($"there is no zone {zone}; say for example Europe/Berlin");
        await directory.Put(before with { Name = body.Name ?? before.Name, Zone = body.Zone ?? before.Zone, IsGone = body.Gone ?? before.IsGone }, ct);
        return Json(new { });
    }

    public async Task<IResult> PutChannel(ChannelBody body, CancellationToken ct)
    {
        using var underway = await traffic.Enter(ct);
        var name = body.Name.TrimStart('#');
        if (name.Length is 0 or > 80 || !name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'))
            throw new PlaygroundException("name is # and 1 to 80 letters, digits, - and _");
        var before = directory.FindRoom(name);
        var members = body.Members ?? before?.Members ?? throw new PlaygroundException("members is missing: say for example [\"ana\",\"ben\"]");
        foreach (var unknown in members.Where(member => directory.Find(member) is null))
            throw new PlaygroundException($"there is nobody called {unknown}");
        var room = new Room(name, [.. members.Distinct()], body.Archived ?? before?.IsArchived ?? false);
        await directory.Put(room, ct);
        if (before is null && !room.IsArchived)
            await simulation.Invited(room, ct);
        return Json(new { });
    }

    public IResult ReadClock() => Json(new ClockAnswer(ApiJson.Of(clock.GetCurrentInstant()), clock.IsLive));

    public async Task<IResult> MoveClock(ClockBody body, CancellationToken ct)
    {
        if (new object?[] { body.Now, body.Advance, body.Live }.Count(part => part is not null) != 1 || body.Live == false)
            throw new PlaygroundException("say one of now, advance, or live:true");
        if (body.Live is true)
        {
            await travel.RunOn(ct);
            return Json(new ClockAnswer(ApiJson.Of(clock.GetCurrentInstant()), Messages: []));
        }

        var messages = await travel.To(now => Forward(now, body.Now is { } instant ? InstantOf(instant) : Advanced(now, body.Advance!)), ct);
        return Json(new ClockAnswer(ApiJson.Of(clock.GetCurrentInstant()), Messages: [.. messages.Select(message => ApiJson.Of(message, chat, directory))]));
    }

    public async Task<IResult> Reset(ResetBody body, CancellationToken ct)
    {
        await state.Reset(ct);
        return Json(new { });
    }

    private Instant Forward(Instant now, Instant target) => target >= now || !simulation.HasSpoken
        ? target
        : throw new PlaygroundException($"the clock goes only forward once something was said; it is {ApiJson.Of(now)}. Reset starts anew");

    private IResult Messages(IReadOnlyList<ChatMessage> messages) =>
        Json(new MessagesAnswer([.. messages.Select(message => ApiJson.Of(message, chat, directory))]));

    public static IResult Json<T>(T body, int status = StatusCodes.Status200OK) => Results.Json(body, ApiJson.Options, statusCode: status);

    private async Task<int> PlaceOf(string messageId, CancellationToken ct) =>
        (await transcript.Find(messageId, ct))?.Number ?? (int.TryParse(messageId.TrimStart('m'), out var number) && number >= 0
            ? number
            : throw new PlaygroundException($"since is {messageId}: say a message's id, for example m10"));

    private static Instant InstantOf(string text)
    {
        if (InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant })
            return Sane(instant);
        return OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: var moment }
            ? Sane(moment.ToInstant())
            : throw new PlaygroundException($"now is {text}: say for example 2026-03-08T06:59:00Z");
    }

    private static Instant Advanced(Instant now, string text)
    {
        if (PeriodPattern.NormalizingIso.Parse(text) is not { Success: true, Value: var period })
            throw new PlaygroundException($"advance is {text}: say for example PT90M or P30D");
        try
        {
            var target = now.InUtc().LocalDateTime.Plus(period).InUtc().ToInstant();
            return target >= now ? Sane(target) : throw new PlaygroundException("advance goes forward only");
        }
        catch (Exception error) when (error is OverflowException or ArgumentOutOfRangeException)
        {
            throw new PlaygroundException("advance goes beyond the year 2200");
        }
    }

    private static Instant Sane(Instant instant) => instant.InUtc().Year is >= 1970 and <= 2200
        ? instant
        : throw new PlaygroundException("the clock goes from 1970 to 2200");
}
