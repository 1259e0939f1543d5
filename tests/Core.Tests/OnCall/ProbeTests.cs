using AsyncBot.Core.Tests.Due;
using AsyncBot.TestKit;
namespace AsyncBot.Core.Tests.OnCall;
public sealed class ProbeTests : DueDiary
{
    private readonly List<string> _out = new();
    private async Task<Heard> Say(string who, string line, string place = "#oncall")
    {
        var heard = await Team.Says(who, place, line);
        _out.Add($"\n> {who} {place}: {line}\n{(heard.IsRefused ? "[refused] " : "")}{heard.Text}\n  [{string.Join("] [", heard.Labels)}]");
        return heard;
    }
    private void Dump(string place, int from = 0)
    {
        foreach (var m in Team.Messages(place).Skip(from)) _out.Add($"   {place} << {Team.TextOf(m)} [{string.Join("] [", m.Card.AllButtons.Select(b => b.Label))}]");
    }
    [TearDown]
    public void Print() => System.IO.File.WriteAllLines("/tmp/probe.txt", _out);
    [Test]
    public async Task Probe()
    {
        var shown = await Say("ben", "oncall new support @ana @ben @emi every week at 9:00 from 2026-03-02 New York");
        var made = await Team.Presses("ben", shown, "Create");
        _out.Add("CREATE: " + made.Text + string.Join("|", made.Labels));
        Dump("#oncall"); Dump("@ana"); Dump("@emi"); Dump("@ben");
        await Say("chidi", "oncall", "#team");
        await Team.ClockTo(Instant.FromUtc(2026, 3, 2, 15, 0));
        Dump("#oncall"); Dump("@ana");
        await Say("chidi", "oncall support", "#team");
        await Say("ben", "oncall schedule support 35");
        await Say("ben", "oncall gaps support");
        await Say("ben", "oncall load support");
        await Say("ana", "oncall mine");
        await Say("ben", "oncall support at 2026-03-08T07:30:00Z");
        await Say("ben", "oncall support at 2066-03-08 10:00");
        await Say("ben", "oncall support at yesterday 10:00");
        await Say("ben", "oncall override support @emi from friday 9:00 to tuesday 9:00");
        Dump("@emi"); Dump("@ana");
        await Say("ben", "oncall schedule support 16");
        await Say("ben", "oncall override support @ana from saturday to sunday");
        await Say("ana", "oncall cover support from wednesday 12:00 to wednesday 18:00");
        Dump("#oncall");
        var t = await Team.Presses("ben", Team.LastPost("#oncall"), "Take it");
        _out.Add("TAKE: " + t.Text);
        Dump("#oncall"); Dump("@ana");
        t = await Team.Presses("ben", Team.LastPost("#oncall"), "Give it back");
        _out.Add("BACK: " + t.Text);
        Dump("#oncall"); Dump("@ana");
        await Say("emi", "oncall take support until 18:00 New York");
        await Say("emi", "oncall take support until 18:00");
        await Team.Settle();
        await Say("chidi", "oncall support", "#team");
        var rem = await Say("ben", "oncall remove support @ana");
        t = await Team.Presses("ben", rem, "Take them out");
        _out.Add("REM: " + t.Text);
        await Say("ben", "oncall schedule support 35");
        await Say("chidi", "oncall page support The checkout is down", "#team");
        Dump("#oncall"); Dump("@chidi"); Dump("@emi");
    }
}
