using System.Globalization;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>A team with check-ins, and who is asked when on their own clock. It is Monday 2 March 2026, 09:00 in Lisbon.</summary>
public abstract class CheckInDiary
{
    protected const string Three = "ask \"What did you do?\" \"What is next?\" \"What blocks you?\"";
    protected const string Daily = "checkin new Daily in #team at 9:30 on weekdays for everyone " + Three;

    protected static readonly string[] Everybody = ["ana", "ben", "chidi", "dana", "emi", "sam"];

    protected Team Team { get; private set; } = null!;

    [SetUp]
    public async Task Open() => Team = await Team.Open();

    [TearDown]
    public async Task Close() => await Team.DisposeAsync();

    /// <summary>Somebody sets up a check-in with these words.</summary>
    protected async Task<Heard> Sets(string person, string line, string place = "#team")
    {
        var shown = await Team.Says(person, place, line);
        Assert.That(shown.Labels, Does.Contain("Create"), shown.Text);
        return await Team.Presses(person, shown, "Create");
    }

    /// <summary>Ana changes a check-in with these words.</summary>
    protected async Task<Heard> Changes(string line)
    {
        var shown = await Team.Says("ana", "#team", line);
        Assert.That(shown.Labels, Does.Contain("Change it"), shown.Text);
        return await Team.Presses("ana", shown, "Change it");
    }

    /// <summary>Lets time pass until an instant of UTC, such as <c>2026-03-14 09:30</c>.</summary>
    protected Task Until(string end) => Team.ClockTo(At(end));

    protected static Instant At(string utc) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(utc).Value.InUtc().ToInstant();

    /// <summary>The questions that somebody got, as <c>Mon 9 Mar 09:30</c> on their own clock, on the way to an instant.</summary>
    protected async Task<IReadOnlyDictionary<string, List<string>>> Asked(string end)
    {
        var asked = Everybody.ToDictionary(person => person, _ => new List<string>());
        var seen = Everybody.ToDictionary(person => person, person => Prompts(person).Count);
        var target = At(end);
        while (await Team.NextDue() is { } due && due <= target)
        {
            await Team.ClockTo(due);
            foreach (var person in Everybody)
            {
                var prompts = Prompts(person);
                asked[person].AddRange(prompts.Skip(seen[person]).Select(_ => OnClock(Team.Directory.ZoneOf(TestDirectory.IdOf(person)))));
                seen[person] = prompts.Count;
            }
        }

        await Team.ClockTo(target);
        return asked;
    }

    /// <summary>The messages that asked somebody.</summary>
    protected IReadOnlyList<Message> Prompts(string person) =>
        [.. Team.Messages("@" + person).Where(message => Team.TextOf(message) is var text && !text.StartsWith('⏰')
            && (message.Card.AllButtons.Any(IsOfPrompt) || text.Contains("a late answer is added", StringComparison.Ordinal)))];

    /// <summary>How often somebody was reminded.</summary>
    protected int Reminders(string person) => Team.Messages("@" + person).Count(message => Team.FirstTextOf(message).StartsWith('⏰'));

    /// <summary>The messages of runs.</summary>
    protected IReadOnlyList<Message> Roots(string channel = "#team") => [.. Team.Messages(channel).Where(message => message.Thread is null)];

    protected IReadOnlyList<string> Thread(Message root) => [.. Team.Messages("#team").Where(message => message.Thread == root.Id).Select(Team.TextOf)];

    protected Message Root => Roots()[^1];

    protected async Task<Heard> Answers(string person, params string[] texts)
    {
        var form = await Team.Presses(person, Root, "Answer");
        return await Team.Submits(person, form, [.. texts.Select((text, at) => ($"answers.{at + 1}", text))]);
    }

    private static bool IsOfPrompt(Core.Messages.Button button) => button.Label is "Skip today" or "Edit" or "Answer all the same";

    private string OnClock(DateTimeZone zone) => Team.Clock.GetCurrentInstant().InZone(zone).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);
}
