using AsyncBot.Core.Tests.Due;

namespace AsyncBot.Core.Tests.Blockers;

/// <summary>What waits, the longest first. It is Monday 2 March 2026, 09:00 UTC.</summary>
public sealed class ListBlockersTests : DueDiary
{
    [Test]
    public async Task The_longest_waiting_comes_first_in_working_time_of_whom_it_needs()
    {
        await Team.Says("ana", "#team", "blocker One needs @ben");
        await Team.Says("ana", "#team", "blocker Two needs @chidi");
        await Team.Says("ana", "#team", "blocker Three");
        await ClockTo("2026-03-02 15:00");

        Assert.That((await Team.Says("ana", "#team", "blocker")).Text.Split('\n'), Is.EqualTo(new[]
        {
            "Blockers in #team, 3 open, the longest waiting first",
            "#2 Two — @Ana, needs @Chidi, waiting 6 h of @Chidi’s working time",
            "#3 Three — @Ana, open, waiting 6 h of @Ana’s working time",
            "#1 One — @Ana, needs @Ben, waiting 1 h of @Ben’s working time",
        }));
    }

    [Test]
    public async Task A_weekend_keeps_nobody_waiting()
    {
        await ClockTo("2026-03-06 16:00");
        await Team.Says("ana", "#team", "blocker One");
        await ClockTo("2026-03-09 10:00");

        Assert.That((await Team.Says("ana", "#team", "blocker")).Text, Does.EndWith("waiting 2 h of @Ana’s working time"));
    }

    [Test]
    public async Task Just_raised_it_says_so_of_whoever_is_at_work_and_otherwise_that_they_are_not_there_yet()
    {
        await Team.Says("ana", "#team", "blocker One");
        await Team.Says("ana", "#team", "blocker Two needs @ben");

        Assert.That((await Team.Says("ana", "#team", "blocker")).Text, Does.Contain("#1 One — @Ana, open, just now").And.Contain("needs @Ben, @Ben has not worked since"));
    }

    [Test]
    public async Task Mine_needs_me_all_and_done_are_what_they_say()
    {
        await Team.Says("ana", "#team", "blocker One needs @ben");
        await Team.Says("ben", "#general", "blocker Two needs @ana");
        await Team.Says("dana", "#team", "blocker Three");
        await Team.Says("ana", "#team", "blocker take 3");
        await Team.Says("dana", "#team", "blocker Four");
        await Team.Says("dana", "#team", "blocker done 4 Fixed");

        Assert.That(Numbers(await List("ana", "#team", "")), Is.EqualTo(new[] { "#1", "#3" }));
        Assert.That(Numbers(await List("ana", "#team", "mine")), Is.EqualTo(new[] { "#1", "#3" }));
        Assert.That(Numbers(await List("ana", "#team", "needs me")), Is.EqualTo(new[] { "#2" }));
        Assert.That(Numbers(await List("ana", "#team", "all")), Is.EqualTo(new[] { "#1", "#3", "#4" }));
        Assert.That(Numbers(await List("ana", "#team", "done")), Is.EqualTo(new[] { "#4" }));
        Assert.That(Numbers(await List("ana", "dm", "")), Is.EqualTo(new[] { "#1", "#2", "#3" }));
        Assert.That(await List("ana", "dm", ""), Does.Contain("#2 Two — @Ben, needs @Ana, just now, #general"));
    }

    [TestCase("blocker mine", "Nothing of yours is blocked.")]
    [TestCase("blocker needs me", "Nothing needs you.")]
    [TestCase("/blocker Needs me", "Nothing needs you.")]
    [TestCase("blocker all", "Nothing is blocked in #team.")]
    public async Task A_list_can_be_asked_for_without_saying_so(string line, string said) =>
        Assert.That((await Team.Says("ana", "#team", line)).Text, Does.StartWith(said));

    [TestCase("", "Nothing is blocked in #team. Try: blocker add The deploy key expired needs @Ben")]
    [TestCase("mine", "Nothing of yours is blocked. Try: blocker add The deploy key expired needs @Ben")]
    [TestCase("needs me", "Nothing needs you. Try: blocker add The deploy key expired needs @Ben")]
    [TestCase("done", "Nothing is resolved yet in #team. Try: blocker list")]
    public async Task Nothing_is_said_as_such_with_a_way_to_add(string which, string said)
    {
        var answer = await Team.Says("ana", "#team", $"blocker list {which}".Trim());

        Assert.That(answer.Text, Is.EqualTo(said));
        Assert.That(answer.Labels, Is.EqualTo(new[] { "Add" }));
    }

    [Test]
    public async Task Ten_a_page_with_more()
    {
        for (var number = 1; number <= 12; number++)
            await Team.Says("ana", "#team", $"blocker Thing {number}");
        var first = await Team.Says("ana", "#team", "blocker");
        var second = await Team.Presses("ana", first, "More");

        Assert.That(Numbers(first.Text), Has.Count.EqualTo(10));
        Assert.That(Numbers(second.Text), Is.EqualTo(new[] { "#11", "#12" }));
    }

    [Test]
    public async Task What_belongs_to_a_channel_that_one_is_not_in_does_not_exist()
    {
        Team.Directory.AddChannel("board", "ana", "sam");
        await Team.Says("ana", "#board", "blocker One");
        await Team.Says("sam", "#board", "blocker done 1 Fixed");

        foreach (var which in new[] { "", "all", "done", "mine", "needs me" })
            Assert.That(Numbers(await List("ben", "dm", which)), Is.Empty, which);
        foreach (var line in new[] { "show 1", "take 1", "needs 1 @ana", "note 1 Hm", "done 1", "reopen 1", "nudge 1", "delete 1" })
            Assert.That((await Team.Says("ben", "#team", $"blocker {line}")).Text, Is.EqualTo("There is no blocker 1 here. Try: blocker list"), line);
    }

    [Test]
    public async Task Show_has_the_whole_record_and_what_comes()
    {
        await Team.Says("dana", "#team", "blocker The build is red needs @ben");
        await Team.Says("emi", "#team", "blocker note 1 The agent hangs");
        await ClockTo("2026-03-02 15:00");

        Assert.That((await Team.Says("dana", "#team", "blocker show 1")).Text.Split('\n').Select(Timeless), Is.EqualTo(new[]
        {
            "Blocker #1",
            "The build is red",
            "In: #team",
            "Raised: by @Dana, Mon 2 Mar 2026, 14:30",
            "State: needs @Ben",
            "Waiting: 1 h of @Ben’s working time",
            "What happened",
            "Mon 2 Mar 2026, 14:30: raised by @Dana",
            "Mon 2 Mar 2026, 14:30: @Emi noted: The agent hangs",
            "Mon 2 Mar 2026, 19:30: @Ben was told, in their working hours",
            "What will be sent",
            "Mon 2 Mar 2026, 23:30: @Ben is nudged, if nobody has it by then",
            "Tue 3 Mar 2026, 03:30: others are named who could act, if nobody has it by then",
        }));
    }

    private static string Timeless(string line) => System.Text.RegularExpressions.Regex.Replace(line, @" Asia/Kolkata \([^)]*\)", "");

    private async Task<string> List(string person, string place, string which) => (await Team.Says(person, place, $"blocker list {which}".Trim())).Text;

    private static List<string> Numbers(string list) => [.. list.Split('\n').Where(line => line.StartsWith('#')).Select(line => line.Split(' ')[0]).Order()];
}
