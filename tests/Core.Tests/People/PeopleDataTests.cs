using System.Text.Json;
using AsyncBot.Core.People;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.People;

public sealed class PeopleDataTests
{
    private Team _team = null!;

    [SetUp]
    public async Task What_ana_said_and_what_was_said_of_others()
    {
        _team = await Team.Open();
        foreach (var line in new[] { "online hours mon-thu 8-16", "online zone tokyo", "online away friday because a secret of Ana", "online focus 2h", "online share off" })
            await _team.Says("ana", "dm", line);
        await _team.Says("sam", "#team", "async admin @ana");
        await _team.Says("ana", "#team", "online away @ben until friday because words of Ana on Ben");
        await _team.Says("ana", "#team", "online holiday 5 may Party of Ana");
        await _team.Says("sam", "#team", "online holiday 6 may Only Ana for @ana");
        await _team.Says("sam", "#team", "online holiday 7 may Both for @ana @emi");
    }

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task It_is_all_in_my_export()
    {
        await _team.Says("ana", "dm", "async export me");
        var people = JsonDocument.Parse(_team.LastPost("@ana").File!).RootElement.GetProperty("people");

        Assert.That(people[0].GetProperty("hours").GetString(), Is.EqualTo("mon-thu 8-16"));
        Assert.That(people[0].GetProperty("zone").GetString(), Is.EqualTo("Asia/Tokyo"));
        Assert.That(people[0].GetProperty("absences")[0].GetProperty("reason").GetString(), Is.EqualTo("a secret of Ana"));
        Assert.That(people.ToString(), Does.Contain("words of Ana on Ben").And.Contain("Party of Ana").And.Contain("Only Ana").And.Contain("Both"));
    }

    [Test]
    public async Task Others_export_nothing_of_mine()
    {
        await _team.Says("emi", "dm", "async export me");

        Assert.That(_team.LastPost("@emi").File, Does.Not.Contain("Party of Ana").And.Not.Contain("secret").And.Contain("Both"));
    }

    [Test]
    public async Task Forgotten_nothing_of_it_is_left_and_others_keep_theirs()
    {
        await _team.Presses("ana", await _team.Says("ana", "dm", "async forget me"), "Forget me");

        var ana = (await _team.Find(Profile.Type, "U-ana"))!;
        Assert.That((ana.Hours, ana.Zone, ana.Absences.Count, ana.Focus, ana.ChangedBy.Count, ana.IsShared), Is.EqualTo((default(SaidHours), default(string), 0, default(Focus), 0, false)));
        var ben = (await _team.Find(Profile.Type, "U-ben"))!.Absences.Single();
        Assert.That(ben.By, Is.EqualTo(Core.Messages.PersonId.Former));
        Assert.That(ben.Reason, Is.Empty);
        Assert.That((await _team.Says("sam", "#team", "online holiday list")).Text.Split('\n')[1..3], Is.EqualTo(new[]
        {
            "Tue 5 May 2026: “Party of Ana”, for everybody", "Thu 7 May 2026: “Both”, for @Emi",
        }));
        Assert.That((await _team.Says("ben", "#team", "online @ana")).Text, Does.Contain("ask them"));
        Assert.That(_team.Database().Split('\n').Where(row => row.Contains("secret", StringComparison.Ordinal) || row.Contains("words of Ana", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Who_shared_their_time_leaves_nothing_when_forgotten()
    {
        await _team.Says("ana", "dm", "online share on");
        await _team.Presses("ana", await _team.Says("ana", "dm", "async forget me"), "Forget me");

        Assert.That(await _team.Find(Profile.Type, "U-ana"), Is.Null);
    }

    [Test]
    public async Task What_Undo_keeps_of_me_for_others_is_forgotten_too()
    {
        await _team.Says("ana", "dm", "online share on");
        var back = await _team.Says("sam", "#team", "online back @ana");
        Assert.That(back.Text, Does.Contain("@Ana is no longer focusing."));
        await _team.Says("ben", "#team", "online focus 1h");
        var list = await _team.Says("sam", "#team", "online holiday list");
        var removed = await _team.Does("sam", Team.Place("#team"), null, null, new Core.Commands.InboundContent.Call(list.Buttons[1].Command));
        Assert.That(removed.Text, Does.Contain("Only Ana"));
        Assert.That(_team.Database(), Does.Contain("secret").And.Contain("words of Ana"));

        await _team.Presses("ana", await _team.Says("ana", "dm", "async forget me"), "Forget me");

        Assert.That(_team.Database().Split('\n').Where(row => row.Contains("secret", StringComparison.Ordinal) || row.Contains("words of Ana", StringComparison.Ordinal) || row.Contains("Only Ana", StringComparison.Ordinal)), Is.Empty);
        Assert.That((await _team.Presses("sam", back, "Undo")).Text, Is.EqualTo("That was already taken back."));
        Assert.That(_team.Log.Failures, Is.Empty);
    }
}
