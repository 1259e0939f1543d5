using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>Every line that a refusal offers works as it stands, whoever is refused, wherever, and in whatever state.</summary>
public sealed class WhatIsToBeTypedTests : CheckInDiary
{
    private static readonly string[] People = ["ana", "ben", "chidi", "sam"];
    private static readonly string[] Names = ["", "Daily", "Weekly", "Nothing", "7"];

    [Test]
    public async Task Whatever_is_refused_what_it_offers_is_not([Range(1, 6)] int seed)
    {
        var random = new Random(seed);
        Team.Directory.AddChannel("quiet", "ana", "ben");
        var tried = 0;
        for (var step = 0; step < 150; step++)
        {
            await Team.Advance(Duration.FromMinutes(random.Next(1, 100)));
            var (person, place, line) = (Among(People), Among("dm", "#team", "#quiet"), Line());
            if (place == "#quiet" && person is "chidi" or "sam")
                continue;
            var said = await Team.Says(person, place, line);
            foreach (var next in new[] { "Create", "Change it", "Ask everybody once more" }.Where(said.Labels.Contains))
                said = await Team.Presses(person, said, next);
            if (!said.IsRefused)
                continue;
            foreach (var offered in Typed(said.Card!).Where(offered => !offered.StartsWith('/')))
            {
                tried++;
                var then = await Team.Says(person, place, offered);
                Assert.That(then.IsRefused && then.Buttons.Count == 0, Is.False, $"{person} in {place}: {line}\n{said.Text}\n{offered}\n{then.Text}");
            }
        }

        Assert.That(tried, Is.GreaterThan(20));

        T Among<T>(params T[] each) => each[random.Next(each.Length)];

        string Line() => random.Next(18) switch
        {
            0 => $"checkin new {Among("Daily", "Weekly")} {Among("in #team", "in #quiet", "")} at 9:30 {Among("on weekdays", "every hour", "")} "
                + $"for {Among("@ana @ben", "@chidi", "everyone", "@nobody")} ask \"What is next?\" open for {Among("5h", "3 weeks")}",
            1 or 2 => $"checkin add {Among(Names)} {Among("@ana", "@ben", "@chidi", "@emi", "@nobody", "")}",
            3 or 4 => $"checkin remove {Among(Names)} {Among("@ana", "@ben", "@chidi", "@emi", "@nobody", "")}",
            5 => $"checkin leave {Among(Names)}",
            6 => $"checkin {Among("pause", "resume", "resume")} {Among(Names)}",
            7 => $"checkin run {Among(Names)}",
            8 => $"checkin report {Among(Names)} {Among("", "yesterday", "2026-03-02", "2025-01-01")}",
            9 => $"checkin why {Among("", "@ben", "@nobody", "yesterday", "@Emi 2026-03-02")}",
            10 => $"checkin preview {Among(Names)} {Among("", "3", "1000")}",
            11 => $"checkin change {Among(Names)} {Among("", "at 10:00", "for @ana", "ask nothing", "open for 3 weeks", "in #quiet")}",
            12 => $"checkin {Among("skip", "snooze")} {Among(Names)}",
            13 => $"checkin edit {Among(Names)}",
            14 => $"checkin {Among("status", "participation", "export csv")} {Among(Names)}",
            15 when random.Next(4) == 0 => $"checkin delete {Among(Names)}",
            _ => $"checkin answer {Among("All", "One; Two; Three", "")}",
        };
    }

    private static IEnumerable<string> Typed(Card card) => card.Blocks
        .SelectMany(block => block is Paragraph paragraph ? paragraph.Text.Parts : block is Note note ? note.Text.Parts : [])
        .OfType<Typed>().Select(typed => typed.Text);
}
