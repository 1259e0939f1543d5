using AsyncBot.Core.Tests.Due;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.OnCall;

/// <summary>
/// A team in which Ben, in New York, sets up weekly turns of Ana, himself and Emi from Monday 2 March 2026, 09:00 New York, in #oncall. It is that
/// Monday, 09:00 UTC, five hours before.
/// </summary>
public abstract class Rota : DueDiary
{
    protected const string NewYork = "America/New_York";
    protected const string Weekly = "oncall new support @ana @ben @emi every week at 9:00 from 2026-03-02 New York";

    protected Task<Heard> Support() => Create(Weekly);

    /// <summary>Types it and presses Create.</summary>
    protected async Task<Heard> Create(string line, string person = "ben", string place = "#oncall")
    {
        var shown = await Team.Says(person, place, line);
        return await Team.Presses(person, shown, "Create");
    }

    protected static Instant At(string newYork) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(newYork).Value
        .InZoneStrictly(DateTimeZoneProviders.Tzdb[NewYork]).ToInstant();

    /// <summary>The first line of what somebody is told who asks.</summary>
    protected async Task<string> Who(string line = "oncall support", string person = "ben") => (await Team.Says(person, "#team", line)).Text;

    /// <summary>The lines of the schedule, without title and rule.</summary>
    protected async Task<string[]> Schedule(int days, string rotation = "support", string person = "ben") =>
        (await Team.Says(person, "dm", $"oncall schedule {rotation} {days}")).Text.Split('\n')[1..^1];

    /// <summary>What came to a place since so many messages, a line each, without pictures.</summary>
    protected IReadOnlyList<string> News(string place, int since = 0) => 
        [.. Team.Messages(place).Where(message => message.Chart is null).Skip(since).Select(message => Team.TextOf(message).ReplaceLineEndings(" "))];
}
