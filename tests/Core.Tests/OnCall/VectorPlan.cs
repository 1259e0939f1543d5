using System.Text.Json;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Time.Hours;
using AsyncBot.Core.Time.Recurrences;
using NodaTime.Text;

namespace AsyncBot.Core.Tests.OnCall;

/// <summary>Reads the plan of a case.</summary>
internal static class VectorPlan
{
    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static Plan Of(JsonElement config) => new(
        [.. Each(config, "layers").Select(layer => LayerOf(layer, config.GetProperty("tz").GetString()!))],
        Text(config, "combine") == "union",
        [.. Each(config, "override_layers").Select((each, id) => new Override(id + 1, Person(each, "user")!.Value, At(each, "start"), At(each, "end"), Number(each, "priority", 0)))],
        [.. Each(config, "overrides").Select((each, id) => new Exchange(id + 1, At(each, "start"), At(each, "end"), Person(each, "add"), Person(each, "remove")))],
        [.. Each(config, "swaps").Select((each, id) => new Cover(id + 1, Person(each, "user")!.Value, At(each, "start"), At(each, "end"), Person(each, "taken_by")))],
        [.. Each(config, "temporary").Select((each, id) => new Temporary(
            id + 1,
            At(each, "start"),
            At(each, "end"),
            [.. Each(each, "shifts").Select(shift => new TemporaryShift(Person(shift, "user")!.Value, At(shift, "start"), At(shift, "end")))]))]);

    public static HandoffRule RuleOf(JsonElement rotation) => new(
        rotation.GetProperty("tz").GetString()!,
        Enum.Parse<TurnUnit>(rotation.GetProperty("unit").GetString()!, ignoreCase: true),
        Number(rotation, "length", 1),
        Local(rotation, "anchor"),
        KeepsEmpty: Text(rotation, "collapsed") == "keep");

    public static IReadOnlyList<ZonedWeek> WeeksOf(IEnumerable<JsonElement> windows, string zone) =>
    [
        .. windows.GroupBy(window => Text(window, "tz") ?? zone).Select(group => new ZonedWeek(
            new WorkingWeek(group.SelectMany(window => DaysOf(window).Select(day => new WorkingWindow(day, Time(window, "from"), Time(window, "to"))))),
            group.Key)),
    ];

    /// <summary>All where none is named.</summary>
    public static IReadOnlyList<IsoDayOfWeek> DaysOf(JsonElement window) => Each(window, "days").Select(Day).ToList() is { Count: > 0 } days
        ? days
        : [.. Days.Select((_, day) => (IsoDayOfWeek)(day + 1))];

    private static Layer LayerOf(JsonElement layer, string zone)
    {
        var priority = Number(layer, "priority", 0);
        var hours = WeeksOf(Each(layer, "windows"), zone);
        if (layer.TryGetProperty("rotation", out var rotation))
        {
            IReadOnlyList<PersonId>[] groups = [.. Each(rotation, "users").Select(user => (IReadOnlyList<PersonId>)[new PersonId(user.GetString()!)])];
            return new Layer(priority, [new Roster(0, groups, Number(rotation, "anchor_index", 0))], RuleOf(rotation), Hours: hours);
        }

        if (!layer.TryGetProperty("recurring", out var recurring))
            return new Layer(priority, [new Roster(0, [[.. Each(layer, "users").Select(user => new PersonId(user.GetString()!))]])], Hours: hours);
        IReadOnlyList<PersonId>[] shared = [.. Each(recurring, "groups").Select(group => (IReadOnlyList<PersonId>)[.. group.EnumerateArray().Select(user => new PersonId(user.GetString()!))])];
        return new Layer(priority, [new Roster(0, shared)], Occurrences: OccurrencesOf(recurring), Hours: hours);
    }

    private static Occurrences OccurrencesOf(JsonElement recurring)
    {
        var name = recurring.GetProperty("freq").GetString()!;
        var interval = Number(recurring, "interval", 1);
        NthWeekday[] days = [.. Each(recurring, "by_day").Select(day => new NthWeekday(Day(day)))];
        var isTurnsOfDays = name == "daily" && days.Length > 0;
        var rule = new RecurrenceRule(
            name == "single" ? Frequency.Daily : Enum.Parse<Frequency>(name, ignoreCase: true),
            isTurnsOfDays ? 1 : interval,
            ByDay: days,
            ByMonthDay: [.. Each(recurring, "by_monthday").Select(day => day.GetInt32())],
            Count: name == "single" ? 1 : null,
            WeekStart: Text(recurring, "week_start") is { } start ? (IsoDayOfWeek)(Array.IndexOf(Days, start) + 1) : IsoDayOfWeek.Monday);
        return new Occurrences(
            new Recurrence(rule, Local(recurring, "start"), recurring.GetProperty("tz").GetString()!),
            Duration.FromSeconds(recurring.GetProperty("duration_s").GetInt64()),
            isTurnsOfDays ? interval : 1,
            Text(recurring, "rotation_start") is null ? null : At(recurring, "rotation_start"),
            Text(recurring, "until") is null ? null : At(recurring, "until"));
    }

    private static List<JsonElement> Each(JsonElement of, string name) => of.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static int Number(JsonElement of, string name, int otherwise) =>
        of.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetInt32() : otherwise;

    private static PersonId? Person(JsonElement of, string name) => Text(of, name) is { } person ? new PersonId(person) : null;

    private static Instant At(JsonElement of, string name) => OffsetDateTimePattern.ExtendedIso.Parse(Text(of, name)!).Value.ToInstant();

    private static LocalDateTime Local(JsonElement of, string name) => LocalDateTimePattern.ExtendedIso.Parse(Text(of, name)!).Value;

    private static LocalTime Time(JsonElement of, string name) =>
        LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Parse(Text(of, name)!) is { Success: true } time ? time.Value : LocalTimePattern.ExtendedIso.Parse(Text(of, name)!).Value;

    private static IsoDayOfWeek Day(JsonElement day) => (IsoDayOfWeek)(Array.IndexOf(Days, day.GetString()) + 1);
}
