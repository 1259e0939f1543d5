using System.Text.Json;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Time.Hours;
using AsyncBot.Core.Time.Recurrences;
using AsyncBot.TestKit;
using NodaTime.Text;

namespace AsyncBot.Core.Tests.OnCall;

/// <summary>Cases that must hold; another file of the same form is taken from ASYNCBOT_ONCALL_VECTORS.</summary>
public sealed class OnCallVectors
{
    private static string PathOfCases => Environment.GetEnvironmentVariable("ASYNCBOT_ONCALL_VECTORS") is { Length: > 0 } path
        ? path
        : Repository.PathOf("tests/Core.Tests/OnCall/Vectors/oncall.json");

    [TestCaseSource(nameof(Cases))]
    public void It_is_their_turn(JsonElement row)
    {
        var config = row.GetProperty("config");
        string[] at = [.. row.GetProperty("at").EnumerateArray().Select(each => each.GetString()!)];

        object found = row.GetProperty("kind").GetString() switch
        {
            "who" => Who(VectorPlan.Of(config), at),
            "handoffs" => Handoffs(VectorPlan.RuleOf(config.GetProperty("rotation")), at),
            "shift" => at.Select(At).Select(each => Bounds(VectorPlan.RuleOf(config.GetProperty("rotation")).TurnOf(each))),
            "window" => at.Select(At).Select(Window(config).Contains),
            "window_bounds" => at.Select(At).Select(each => Bounds(Window(config).CurrentOrNext(each)!.Value)),
            "weekday_start" => at.Select(At).Select(each => Text(Days(config).CurrentOrNext(each)!.Value.Start)),
            "local_to_instant" => at.Select(each => Text(ToInstant(config, LocalDateTimePattern.ExtendedIso.Parse(each).Value))),
            "segments" => new Schedule(VectorPlan.Of(config)).Shifts(At(at[0]), At(at[1]))
                .Select(shift => $"{Text(shift.Start)} {Text(shift.End)} {shift.Person}").Order(StringComparer.Ordinal),
            "gaps" => new Schedule(VectorPlan.Of(config)).Gaps(At(at[0]), At(at[1])).Select(Bounds),
            "edit_override" => Edited(config),
            var kind => throw new InvalidOperationException($"There is no kind of case called {kind}."),
        };

        Assert.That(found, Is.EqualTo(Expected(row.GetProperty("kind").GetString()!, row.GetProperty("expect"))));
    }

    public static IEnumerable<TestCaseData> Cases()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(PathOfCases));
        foreach (var row in file.RootElement.EnumerateArray())
            yield return new TestCaseData(row.Clone()).SetName($"{{m}}({row.GetProperty("id").GetString()}: {row.GetProperty("case").GetString()})");
    }

    private static Instant At(string text) => OffsetDateTimePattern.ExtendedIso.Parse(text).Value.ToInstant();

    private static string Text(Instant at) => InstantPattern.General.Format(at);

    private static string Bounds(Interval span) => $"{Text(span.Start)} {Text(span.End)}";

    private static IEnumerable<string> Who(Plan plan, string[] at)
    {
        var schedule = new Schedule(plan);
        return at.Select(each => Names(schedule.At(At(each)).Select(seat => seat.Person.Value)));
    }

    private static string Names(IEnumerable<string> people) => string.Join(" ", people.Order(StringComparer.Ordinal));

    private static IEnumerable<string> Handoffs(HandoffRule rule, string[] at) => rule.Between(At(at[0]), At(at[1])).Select(Text);

    private static WeekSpans Window(JsonElement config) => new(VectorPlan.WeeksOf([config.GetProperty("window")], config.GetProperty("tz").GetString()!));

    private static WeekSpans Days(JsonElement config) => new(
    [
        new ZonedWeek(
            new WorkingWeek(VectorPlan.DaysOf(config).Select(day => new WorkingWindow(day, LocalTime.Midnight, LocalTime.Midnight))),
            config.GetProperty("tz").GetString()!),
    ]);

    /// <summary>A handoff is at the first of a repeated time; a window ends at the last.</summary>
    private static Instant ToInstant(JsonElement config, LocalDateTime local)
    {
        var zone = config.GetProperty("tz").GetString()!;
        if (config.GetProperty("pick").GetString() == "first")
            return new HandoffRule(zone, TurnUnit.Day, 1, local).Of(0);
        var from = local.PlusMinutes(-1);
        var window = new WorkingWindow(from.DayOfWeek, from.TimeOfDay, local.TimeOfDay);
        return new WeekSpans([new ZonedWeek(new WorkingWeek([window]), zone)]).CurrentOrNext(local.InUtc().ToInstant() - Duration.FromDays(1))!.Value.End;
    }

    /// <summary>Seconds from an arbitrary instant, as fixed spans with an override over them.</summary>
    private static IEnumerable<string> Edited(JsonElement config)
    {
        var zero = Instant.FromUtc(2026, 3, 2, 0, 0);
        Instant Second(JsonElement number) => zero + Duration.FromSeconds(number.GetInt64());
        var events = config.GetProperty("events").EnumerateArray().ToList();
        var shifts = events.Select(each => new TemporaryShift(new PersonId(each[2].GetString()!), Second(each[0]), Second(each[1]))).ToList();
        var layers = shifts.Select(shift => new Layer(
            0,
            [new Roster(0, [[shift.Person]])],
            Occurrences: new Occurrences(
                new Recurrence(new RecurrenceRule(Frequency.Daily, Count: 1), shift.Start.InUtc().LocalDateTime, "UTC"), shift.End - shift.Start)));
        var over = config.GetProperty("override");
        var (from, to) = (shifts.Min(shift => shift.Start), shifts.Max(shift => shift.End));
        var plan = new Plan([.. layers], Overrides: [new Override(1, new PersonId(over[2].GetString()!), Second(over[0]), Second(over[1]))]);
        return new Schedule(plan).Shifts(from, to)
            .Select(shift => $"{(shift.Start - zero).TotalSeconds} {(shift.End - zero).TotalSeconds} {shift.Person}");
    }

    private static IEnumerable<object> Expected(string kind, JsonElement expect) => kind switch
    {
        "who" => expect.EnumerateArray().Select(each => Names(each.EnumerateArray().Select(name => name.GetString()!))),
        "window" => expect.EnumerateArray().Select(each => (object)each.GetBoolean()),
        "handoffs" or "local_to_instant" or "weekday_start" => expect.EnumerateArray().Select(each => Text(At(each.GetString()!))),
        "shift" or "window_bounds" or "gaps" => expect.EnumerateArray().Select(each => $"{Text(At(each[0].GetString()!))} {Text(At(each[1].GetString()!))}"),
        "segments" => expect.EnumerateArray()
            .Select(each => $"{Time(each, "start")} {Time(each, "end")} {each.GetProperty("user").GetString()}").Order(StringComparer.Ordinal),
        _ => expect.EnumerateArray().Select(each => $"{each[0].GetInt64()} {each[1].GetInt64()} {each[2].GetString()}"),
    };

    private static string Time(JsonElement each, string name) => Text(At(each.GetProperty(name).GetString()!));
}
