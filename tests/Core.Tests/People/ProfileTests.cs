using AsyncBot.Core.People;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.People;

public sealed class ProfileTests
{
    private static readonly string[] Lines = ["online hours mon-thu 8-16", "online zone tokyo", "online away until friday", "online focus 1h", "online share off"];

    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [TestCase("online hours mon-thu 8-16", "online hours mon-fri 10-18", "The working week")]
    [TestCase("online zone tokyo", "online zone berlin", "The zone")]
    [TestCase("online away until friday", "online back", "The list of absences")]
    [TestCase("online focus 2h", "online focus off", "The focus")]
    [TestCase("online share off", "online share on", "The sharing")]
    public async Task An_Undo_names_what_it_is_about(string said, string then, string what)
    {
        var first = await _team.Says("ana", "#team", said);
        await _team.Says("ana", "#team", said == "online focus 2h" ? "online zone porto" : "online focus 1h");
        Assert.That((await _team.Presses("ana", first, "Undo")).Text, Is.EqualTo($"Taken back: {char.ToLowerInvariant(what[0])}{what[1..]} is as before."));

        var again = await _team.Says("ana", "#team", said);
        await _team.Says("ana", "#team", then);
        Assert.That((await _team.Presses("ana", again, "Undo")).Text, Is.EqualTo($"{what} has changed since, so I left it as it is. See: online"));
    }

    [Test]
    public async Task Each_thing_that_was_said_is_taken_back_by_itself([Values(0, 1, 2, 3, 4)] int first, [Values(0, 1, 2, 3, 4)] int second, [Values] bool isNew)
    {
        if (first == second)
            return;
        if (!isNew)
            await _team.Says("ana", "dm", "online away 2026-04-01");
        var before = Parts(await Ana());
        var answer = await _team.Says("ana", "dm", Lines[first]);
        await _team.Says("ana", "dm", Lines[second]);
        var both = Parts(await Ana());

        var undone = await _team.Presses("ana", answer, "Undo");

        Assert.That(undone.IsRefused, Is.False, undone.Text);
        both[first] = before[first];
        Assert.That(Parts(await Ana()), Is.EqualTo(both));
        await _team.Presses("ana", undone, "Undo");
        both[first] = Parts(await Ana())[first];
        Assert.That(both[first], Is.Not.EqualTo(before[first]));
        Assert.That(Parts(await Ana()), Is.EqualTo(both));
    }

    [Test]
    public async Task The_same_thing_said_anew_is_left_as_it_is([Values(0, 1, 2, 3, 4)] int line)
    {
        var answer = await _team.Says("ana", "dm", Lines[line]);
        await _team.Presses("ana", answer, "Undo");
        await _team.Says("ana", "dm", Lines[line]);
        var before = Parts(await Ana());

        Assert.That((await _team.Presses("ana", answer, "Undo")).Text, Does.Contain("has changed since"));
        Assert.That(Parts(await Ana()), Is.EqualTo(before));
    }

    [Test]
    public async Task An_Undo_that_was_used_up_does_not_switch_sharing_on_again()
    {
        var answer = await _team.Says("ana", "dm", "online hours mon-thu 8-16");
        await _team.Presses("ana", answer, "Undo");
        await _team.Says("ana", "dm", "online share off");

        Assert.That((await _team.Presses("ana", answer, "Undo")).IsRefused);
        Assert.That((await Ana()).IsShared, Is.False);
    }

    [Test]
    public async Task Changes_of_one_thing_are_taken_back_one_after_the_other()
    {
        var first = await _team.Says("ana", "dm", "online hours mon-thu 8-16");
        var second = await _team.Says("ana", "dm", "online hours mon-thu 9-17");

        Assert.That((await _team.Presses("ana", first, "Undo")).Text, Does.Contain("has changed since"));
        Assert.That((await _team.Presses("ana", second, "Undo")).IsRefused, Is.False);
        Assert.That((await Ana()).Hours!.Week.ToString(), Is.EqualTo("mon-thu 8-16"));
        Assert.That((await _team.Presses("ana", first, "Undo")).IsRefused, Is.False);
        Assert.That((await Ana()).Hours, Is.Null);
    }

    private static string[] Parts(Profile said) =>
        [said.Hours?.Week.ToString() ?? "", said.Zone ?? "", string.Join(", ", said.Absences.Select(each => each.Key)), said.Focus?.ToString() ?? "", said.IsShared.ToString()];

    private async Task<Profile> Ana() => await _team.Find(Profile.Type, "U-ana") ?? new Profile(TestDirectory.IdOf("ana"));
}
