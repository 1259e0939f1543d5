using System.Text.Json;
using AsyncBot.Core.Time;
using AsyncBot.Core.Time.Recurrences;
using AsyncBot.Core.Time.When;
using AsyncBot.TestKit;
using NodaTime.Text;

namespace AsyncBot.Core.Tests.Time;

/// <summary>Cases that must hold; another file of the same form is taken from ASYNCBOT_TIME_PHRASES.</summary>
public sealed class TimePhraseVectors
{
    private static string PathOfCases => Environment.GetEnvironmentVariable("ASYNCBOT_TIME_PHRASES") is { Length: > 0 } path
        ? path
        : Repository.PathOf("tests/Core.Tests/Time/Vectors/time_phrases.json");

    [TestCaseSource(nameof(Cases))]
    public void The_phrase_means_what_people_mean(JsonElement row)
    {
        var context = new WhenContext(
            At(row.GetProperty("reference_utc")),
            row.GetProperty("zone").GetString()!,
            row.TryGetProperty("locale", out var locale) ? locale.GetString() : null);

        var reading = When.Read(row.GetProperty("phrase").GetString()!, context);

        switch (row.GetProperty("kind").GetString())
        {
            case "reject":
                Assert.That(reading, Is.InstanceOf<NoTime>());
                Assert.That(((NoTime)reading).Problem, Is.Not.Empty);
                return;
            case "instant":
                Assert.That(reading, Is.InstanceOf<Once>(), (reading as NoTime)?.Problem);
                if (row.TryGetProperty("expected_utc", out var utc))
                    Assert.That(((Once)reading).At, Is.EqualTo(At(utc)));
                break;
            case "recurring":
                Assert.That(reading, Is.InstanceOf<Repeats>(), (reading as NoTime)?.Problem);
                Compare(((Repeats)reading).Recurrence, row, context.Now);
                break;
            default:
                Assert.Fail("There is no such kind of case.");
                break;
        }

        if (row.TryGetProperty("expected_text", out var text))
            Assert.That(reading.Text, Is.EqualTo(text.GetString()));
    }

    public static IEnumerable<TestCaseData> Cases()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(PathOfCases));
        foreach (var row in file.RootElement.GetProperty("phrases").EnumerateArray())
            yield return new TestCaseData(row.Clone()).SetName($"{{m}}({row.GetProperty("id")}: {row.GetProperty("phrase").GetString()})");
    }

    private static Instant At(JsonElement text) => OffsetDateTimePattern.ExtendedIso.Parse(text.GetString()!).Value.ToInstant();

    private static void Compare(Recurrence read, JsonElement row, Instant reference)
    {
        if (row.TryGetProperty("expected_rrule", out var rule))
        {
            Assert.That(RecurrenceRule.TryParse(rule.GetString(), out var expected), Is.True, "the expected rule can be read");
            Assert.That(Plain(read.Rule), Is.EqualTo(expected));
        }

        if (row.TryGetProperty("expected_local_time", out var time))
            Assert.That(Clock.Say(read.Start.TimeOfDay), Is.EqualTo(time.GetString()));
        if (!row.TryGetProperty("expected_next_utc", out var next))
            return;
        foreach (var instant in next.EnumerateArray().Select(At))
        {
            Assert.That(read.NextAfter(reference), Is.EqualTo(instant));
            reference = instant;
        }
    }

    /// <summary>"The 31st, or the last day" as calendars without SKIP write it: the last one of the 28th to the 31st.</summary>
    private static RecurrenceRule Plain(RecurrenceRule rule) => rule is { Frequency: Frequency.Monthly, Skip: Skip.Backward, ByMonthDay: [> 28 and var day] }
        ? new RecurrenceRule(Frequency.Monthly, rule.Interval, ByMonthDay: [.. Enumerable.Range(28, day - 27)], BySetPos: [-1])
        : rule;
}
