using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>Whatever people say and take back, in whatever order, while windows open and close and the clocks change.</summary>
public sealed class AnythingGoesTests : CheckInDiary
{
    private static readonly string[] People = ["ana", "ben", "chidi", "sam"];
    private static readonly string[] Zones = ["Europe/Lisbon", "America/New_York", "Asia/Tokyo", "America/Los_Angeles", "Africa/Lagos"];

    private static readonly string[] Questions = ["\"What is next?\"", "\"What did you learn?\"", "\"What blocks you?\" \"What is next?\"", "\"Which?\" (choice: red, green)"];

    [Test]
    public async Task Nobody_is_asked_twice_nobody_is_named_who_was_not_asked_and_every_run_ends(
        [Values("2026-03-05", "2026-10-22")] string first, [Range(1, 4)] int seed)
    {
        var random = new Random(seed);
        var start = At(first + " 06:00");
        await Team.ClockTo(start);
        await Sets("ana", "checkin new Daily in #team at 9:30 every day for @ana @ben @chidi ask \"What is next?\" open for 5h");
        Heard? latest = null;
        for (var step = 0; step < 250; step++)
        {
            var isUndone = random.Next(3) == 0 && latest?.Labels.Contains("Undo") == true;
            await Team.Advance(Duration.FromMinutes(random.Next(1, isUndone ? 10 : 75)));
            var person = People[random.Next(People.Length)];
            var other = People[random.Next(People.Length)];
            if (isUndone)
            {
                await Team.Presses(NameOf(latest!), latest!, "Undo");
                latest = null;
                continue;
            }

            var (by, line) = random.Next(20) switch
            {
                0 => ("ana", "checkin pause Daily"),
                1 or 2 => ("ana", "checkin resume Daily"),
                3 => (person, "checkin leave Daily"),
                4 => ("sam", $"checkin add Daily @{other}"),
                5 => ("sam", $"checkin remove Daily @{other}"),
                6 => (person, "checkin skip Daily"),
                7 => (person, "checkin snooze Daily"),
                8 => ("ana", $"checkin change Daily at {random.Next(8, 12)}:30 every day"),
                9 => (person, $"online zone {Zones[random.Next(Zones.Length)]}"),
                10 => (person, "online away until tomorrow"),
                11 => (person, "online back"),
                12 or 13 => ("sam", $"checkin add Daily @{other}"),
                14 => ("ana", $"checkin change Daily ask {Questions[random.Next(Questions.Length)]}"),
                15 => ("ana", "checkin delete Daily"),
                16 => (other == "ana" ? "ben" : other, "async forget me"),
                17 => (person, "checkin answer The key; All of it"),
                _ => (person, "checkin answer All of it"),
            };
            latest = await Team.Says(by, "dm", line);
            foreach (var next in new[] { "Change it", "Replace my answer", "Forget me" }.Where(latest.Labels.Contains))
                latest = await Team.Presses(by, latest, next);
            if (latest.Text.StartsWith("Deleted", StringComparison.Ordinal))
            {
                await Team.Advance(Duration.FromMinutes(random.Next(1, 10)));
                latest = await Team.Presses(by, latest, "Undo");
                Assert.That(latest.Text, Does.StartWith("Taken back"));
                latest = null;
            }

            if (random.Next(20) == 0)
                await Team.Restart();
        }

        await Team.Advance(Duration.FromDays(2));
        await Team.Says("ana", "dm", "checkin pause Daily");
        await Team.Advance(Duration.FromDays(2));

        Assert.That(Team.Log.Failures, Is.Empty);
        var asked = People.ToDictionary(person => person, person => Team.Posts("@" + person).Select(TitleOf).OfType<string>().ToList());
        foreach (var person in People)
            Assert.That(Prompts(person).Select(Team.TextOf).Select(TitleOf), Is.Unique, person);
        Assert.That(Roots().Select(Team.TextOf).Select(TitleOf), Is.Unique);
        foreach (var root in Roots())
        {
            var closing = Thread(root).Where(text => text.StartsWith("Closed:", StringComparison.Ordinal)).ToList();
            Assert.That(closing, Has.Count.EqualTo(1), Team.TextOf(root));
            Assert.That(Team.TextOf(root), Does.Contain("Closed."));
            foreach (var person in People.Where(person => closing[0].Split("No answer:")[^1] is var silent && silent != closing[0] && silent.Contains("@" + char.ToUpperInvariant(person[0]) + person[1..], StringComparison.Ordinal)))
                Assert.That(asked[person], Does.Contain(TitleOf(Team.TextOf(root))), closing[0]);
        }

        for (var date = start.InUtc().Date; date < start.InUtc().Date.PlusDays(9); date = date.PlusDays(1))
        {
            foreach (var person in People)
            {
                var why = (await Team.Says(person, "dm", $"checkin why {date:uuuu-MM-dd}")).Text;
                Assert.That(why, Does.Not.Contain("not asked yet").And.Not.Contain("no record"), $"{person}: {why}");
            }
        }
    }

    /// <summary>Of the message of a run, and of a question, whatever became of it.</summary>
    private static string? TitleOf(string text) =>
        text.Split('\n')[0].Replace("✅ ", "", StringComparison.Ordinal).Split(": ")[0].Trim() is var title && title.StartsWith("Daily — ", StringComparison.Ordinal)
            ? title
            : null;

    private static string NameOf(Heard heard) => People.Single(person => TestDirectory.IdOf(person) == heard.Person);
}
