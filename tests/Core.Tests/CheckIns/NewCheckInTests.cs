using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

public sealed class NewCheckInTests : CheckInDiary
{
    [Test]
    public async Task What_it_will_do_is_shown_before_it_does_anything()
    {
        var shown = await Team.Says("ana", "#team", Daily);
        TestContext.Out.WriteLine(shown.Text);
        var made = await Team.Presses("ana", shown, "Create");
        TestContext.Out.WriteLine(made.Text);
        await Until("2026-03-02 14:31");
        foreach (var m in Team.Chat.Messages) TestContext.Out.WriteLine($"--- {m.In} {m.Thread}\n{Team.TextOf(m)}");
        TestContext.Out.WriteLine(await Answers("ben", "Did it", "Do more", "none"));
        await Until("2026-03-03 14:29");
        foreach (var m in Team.Chat.Messages) TestContext.Out.WriteLine($"--- {m.In} {m.Thread}\n{Team.TextOf(m)}");
        foreach (var e in Team.Log.Failures) TestContext.Out.WriteLine(e);
    }
}
