using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Due;

/// <summary>A team, and what each person is told when on their own clock.</summary>
public abstract class DueDiary
{
    protected Team Team { get; private set; } = null!;

    [SetUp]
    public async Task Open() => Team = await Team.Open();

    [TearDown]
    public async Task Close() => await Team.DisposeAsync();

    /// <summary>Lets time pass until an instant of UTC, such as <c>2026-03-14</c>, and names what comes to a place on the way.</summary>
    /// <param name="place"><c>@ben</c> or <c>#team</c>.</param>
    /// <returns>Lines such as <c>Fri 13 Mar 16:00 ⏰ …</c>, on the clock of the person.</returns>
    protected async Task<IReadOnlyList<string>> Until(string end, string place, string zone)
    {
        var lines = new List<string>();
        var seen = Team.Messages(place).Count;
        var target = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(end).Value.InUtc().ToInstant();
        while (await Team.NextDue() is { } due && due <= target)
        {
            await Team.ClockTo(due);
            var messages = Team.Messages(place);
            lines.AddRange(messages.Skip(seen).Select(message => $"{At(zone)} {Team.TextOf(message).ReplaceLineEndings(" ")}"));
            seen = messages.Count;
        }

        await Team.ClockTo(target);
        return lines;
    }

    /// <summary>The same without what is said.</summary>
    protected async Task<IReadOnlyList<string>> TimesUntil(string end, string place, string zone) =>
        [.. (await Until(end, place, zone)).Select(line => string.Join(' ', line.Split(' ')[..4]))];

    protected Task ClockTo(string at) => Until(at, "@ana", "Etc/UTC");

    private string At(string zone) =>
        Team.Clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[zone]).ToString("ddd d MMM HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
