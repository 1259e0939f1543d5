using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

public sealed class ShowIdeaTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task Show_has_the_whole_history_on_the_readers_clock()
    {
        await _team.Says("ana", "#team", "idea add Rotate the demo host #demo");
        await _team.Says("ben", "#team", "idea vote 1");
        await _team.Says("ben", "#team", "idea move 1 tasks");
        await _team.Says("ana", "#team", "idea edit 1 Rotate the demo host weekly #demo");
        await _team.Says("ben", "#team", "idea drop 1 Too costly");
        await _team.Says("emi", "#team", "idea reopen 1");
        await _team.Advance(Duration.FromHours(1));

        Assert.That((await _team.Says("dana", "#team", "idea show 1")).Text.Split('\n'), Is.EqualTo(new[]
        {
            "Idea #1",
            "Rotate the demo host weekly #demo",
            "Author: @Ana",
            "In: tasks of #team",
            "State: open",
            "Votes: 1 (@Ben)",
            "Tags: #demo",
            "History",
            "Mon 2 Mar 2026, 14:30 Asia/Kolkata (1 h ago): added by @Ana",
            "Mon 2 Mar 2026, 14:30 Asia/Kolkata (1 h ago): moved by @Ben to tasks",
            "Mon 2 Mar 2026, 14:30 Asia/Kolkata (1 h ago): edited by @Ana",
            "Mon 2 Mar 2026, 14:30 Asia/Kolkata (1 h ago): dropped by @Ben: Too costly",
            "Mon 2 Mar 2026, 14:30 Asia/Kolkata (1 h ago): reopened by @Emi",
        }));
    }
}
