using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>Two people of one name in a check-in. It is Monday 2 March 2026, 09:00 in Lisbon.</summary>
public sealed class NamesakesTests : CheckInDiary
{
    private const string First = "@Sam (@U-sam)";
    private const string Second = "@Sam (@U-sam2)";

    [SetUp]
    public async Task Both()
    {
        Team.Directory.Add("sam2", "Europe/Lisbon", name: "Sam");
        Team.Directory.Join("sam2", "team");
        await Sets("sam", "checkin new Daily in #team at 9:30 on weekdays Lisbon for @ana @U-sam @U-sam2 ask \"What is next?\"");
    }

    [Test]
    public async Task Each_place_that_names_them_tells_them_apart()
    {
        Assert.That((await Team.Says("ana", "#team", "checkin preview Daily")).Text, Does.Contain(First).And.Contain(Second));
        await Until("2026-03-02 10:00");
        await Answers("sam2", "All");

        Assert.That((await Team.Says("ana", "#team", "checkin status Daily")).Text, Does.Contain($"Answered: 1 of 3: {Second}").And.Contain($"Still open: @Ana, {First}"));
        Assert.That((await Team.Says("ana", "#team", "checkin report Daily")).Text, Does.Contain($"\n{Second}\n"));
        Assert.That(Thread(Root)[^1], Does.StartWith(Second));
        await Until("2026-03-02 17:30");
        Assert.That(Thread(Root)[^1], Is.EqualTo($"Closed: 1 of 3 answered. No answer: @Ana, {First}."));
        await Team.Says("ana", "#team", "checkin export csv Daily");
        Assert.That(Team.Messages("@ana")[^1].File, Does.Contain(",Sam (@U-sam),U-sam,no answer").And.Contain(",Sam (@U-sam2),U-sam2,answered"));
    }

    [Test]
    public async Task A_bare_name_asks_which_with_both_and_a_handle_is_exact()
    {
        await Until("2026-03-02 10:00");
        await Answers("sam2", "All");
        var bare = await Team.Says("sam", "#team", "checkin why @Sam");
        var exact = await Team.Says("sam", "#team", "checkin why @u-sam2");

        Assert.That(bare.Labels, Is.EqualTo(new[] { "Sam (@U-sam)", "Sam (@U-sam2)" }));
        Assert.That((await Team.Presses("sam", bare, "Sam (@U-sam2)")).Text, Is.EqualTo(exact.Text));
        Assert.That(exact.Text, Does.StartWith($"On record of {Second}:").And.Contain("answered"));
    }

    [Test]
    public async Task What_is_to_be_typed_means_the_one_it_names()
    {
        var nobody = await Team.Says("sam", "#team", "checkin remove Daily @nobody");
        await Team.Says("sam", "#team", "checkin remove Daily @ana");
        var example = await Team.Says("sam", "#team", "checkin remove Daily @nobody");

        Assert.That(nobody.Text, Does.EndWith("Try: checkin remove Daily @Ana"));
        Assert.That(example.Text, Does.EndWith("Try: checkin remove Daily @U-sam"));
    }
}
