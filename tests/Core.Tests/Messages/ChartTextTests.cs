using AsyncBot.Core.Messages;
using CsCheck;
using static AsyncBot.TestKit.Charts;

namespace AsyncBot.Core.Tests.Messages;

/// <summary>Pictures in words.</summary>
public sealed class ChartTextTests
{
    [Test]
    public void A_timeline_names_everybody_with_their_times_on_the_readers_clock()
    {
        Assert.That(ChartText.Render(TwoWeeks, ReaderIn("America/New_York")).Split('\n'), Is.EqualTo(new[]
        {
            "On call: Payments, Mon 2 to Sun 15 Mar 2026, times in America/New_York",
            "Ana: Mon 2 Mar 09:00 to Mon 9 Mar 09:00",
            "Ben: Mon 9 Mar 09:00 to Sat 14 Mar 00:00 (changed)",
            "Nobody: gap Sat 14 Mar 00:00 to Mon 16 Mar 09:00",
        }));
        Assert.That(ChartText.Render(TwoWeeks, ReaderIn("Asia/Tokyo")), Does.Contain("Ana: Mon 2 Mar 23:00 to Mon 9 Mar 22:00").And.Contain("times in Asia/Tokyo"));
    }

    [Test]
    public void Names_stand_in_full_whatever_their_script_and_length()
    {
        var name = "寿限無 " + new string('x', 300);

        Assert.That(ChartText.Render(TwoWeeks, ReaderIn("UTC", _ => name)), Does.Contain($"{name}: "));
    }

    [Test]
    public void A_lane_without_anything_says_so_and_a_bar_of_a_layer_says_whose_it_is()
    {
        var ana = new PersonId("ana");
        var layers = TwoWeeks with
        {
            Lanes =
            [
                new Lane($"Days", [new Bar(At(First, 9), At(First, 17), ana, $"{ana} and {new PersonId("ben")}")]),
                new Lane($"Nights", [new Bar(At(First.PlusDays(-9)), At(First), ana), new Bar(At(First.PlusDays(14)), At(First.PlusDays(15)), ana)]),
            ],
        };

        Assert.That(ChartText.Render(layers, ReaderIn("America/New_York")).Split('\n')[1..], Is.EqualTo(new[]
        {
            "Days: Ana and Ben Mon 2 Mar 09:00 to 17:00",
            "Nights: nothing in these days",
        }));
    }

    [Test]
    public void Participation_is_counted_week_by_week_and_in_all()
    {
        var weeks = new Participation($"Check-in {"Standup"}", [Week(2, 18, 20), Week(9, 0, 0), Week(16, 20, 20)]);

        Assert.That(ChartText.Render(weeks, ReaderIn("UTC")).Split('\n'), Is.EqualTo(new[]
        {
            "Check-in Standup",
            "Week of Mon 2 Mar 2026: 18 of 20 answered (90 %)",
            "Week of Mon 9 Mar 2026: nobody was asked",
            "Week of Mon 16 Mar 2026: 20 of 20 answered (100 %)",
            "In all: 38 of 40 answered (95 %)",
        }));
    }

    [Test]
    public void A_share_is_all_or_nothing_only_where_it_is()
    {
        Gen.Select(Gen.Int[0, 2_000], Gen.Int[1, 2_000]).Where((answered, asked) => answered <= asked).Sample((answered, asked) =>
        {
            var share = ChartText.Share(answered, asked);
            Assert.That((share == "0 %", share == "100 %"), Is.EqualTo((answered == 0, answered == asked)), $"{answered} of {asked} is {share}");
        });
    }

    [TestCase("2026-03-02", "2026-03-02", ExpectedResult = "Mon 2 Mar 2026")]
    [TestCase("2026-03-02", "2026-03-15", ExpectedResult = "Mon 2 to Sun 15 Mar 2026")]
    [TestCase("2026-03-30", "2026-04-05", ExpectedResult = "Mon 30 Mar to Sun 5 Apr 2026")]
    [TestCase("2026-12-28", "2027-01-03", ExpectedResult = "Mon 28 Dec 2026 to Sun 3 Jan 2027")]
    public string Days_are_said_without_what_is_said_twice(string first, string last) => ChartText.Days(Date(first), Date(last));

    private static ParticipationWeek Week(int day, int answered, int asked) => new(new LocalDate(2026, 3, day), answered, asked);

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).GetValueOrThrow();
}
