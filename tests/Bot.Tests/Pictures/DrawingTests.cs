using AsyncBot.Bot.Pictures;
using AsyncBot.Core.Messages;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using static AsyncBot.TestKit.Charts;

namespace AsyncBot.Bot.Tests.Pictures;

/// <summary>What is where in a picture, whoever draws it.</summary>
public sealed class DrawingTests
{
    private static readonly Artist Artist = new(NullLogger<Artist>.Instance);
    private static readonly Lettering Lettering = new();

    [Test]
    public void A_timeline_has_its_title_its_days_its_zone_its_people_and_now()
    {
        var texts = TextsOf(Lay(TwoWeeks, "America/New_York"));

        Assert.That(texts, Is.SupersetOf(new[]
        {
            "On call: Payments", "Mon 2 to Sun 15 Mar 2026, times in America/New_York, where the clocks change on Sun 8 Mar", "March",
            "Ana", "Ben", "Mon", "2", "15", "now, 14:05", "Mon 2 Mar 09:00 to Mon 9 Mar 09:00", "gap", "gap: nobody has it", "changed by hand",
        }));
        Assert.That(TextsOf(Lay(TwoWeeks with { Now = null, Lanes = [TwoWeeks.Lanes[0]] }, "Asia/Tokyo")),
            Has.None.StartsWith("now").And.None.StartsWith("gap").And.None.StartsWith("changed").And.Some.EndsWith("times in Asia/Tokyo"));
    }

    [Test]
    public void A_gap_is_hatched_and_says_so()
    {
        var drawing = Lay(TwoWeeks, "America/New_York");
        var gap = drawing.Shapes.OfType<Hatch>().First();

        Assert.That(drawing.Shapes.OfType<Writing>().Where(words => words.Text == "gap").Select(words => words.X), Has.One.InRange(gap.X, gap.X + gap.Width));
    }

    [Test]
    public void A_day_is_as_wide_as_it_is_long()
    {
        var days = Lay(TwoWeeks, "America/New_York").Shapes.OfType<Rule>().Where(rule => rule.X1 == rule.X2 && rule.Paint == Paint.Line)
            .Select(rule => rule.X1).Distinct().Order().ToList();
        var widths = days.Zip(days.Skip(1), (from, to) => to - from).ToList();

        Assert.That(widths, Has.Count.EqualTo(14));
        Assert.That(widths[6] / widths[0], Is.EqualTo(23 / 24.0).Within(1e-9), "the Sunday on which the clocks change");
        Assert.That(widths.Where((_, day) => day != 6), Is.All.EqualTo(widths[0]).Within(1e-6));
    }

    [Test]
    public void A_long_name_is_cut_and_said_to_be_cut()
    {
        var texts = TextsOf(Lay(TwoWeeks, "UTC", person => person.Value == "ana" ? "Ana Maria de la Concepción y Todos los Santos" : "Ben"));

        Assert.That(texts, Has.Some.Match("^Ana Maria .*…$").And.Some.EqualTo("A name that ends in … is cut."));
        Assert.That(TextsOf(Lay(TwoWeeks, "UTC")), Has.None.Contain("is cut"));
    }

    [TestCase("田中", "��")]
    [TestCase("Zoë 🎉", "Zoë �")]
    [TestCase("محمد", "����")]
    [TestCase("Ana\u202Etxt", "Anatxt")]
    public void A_letter_without_a_type_is_replaced_and_said_to_be(string name, string shown)
    {
        var texts = TextsOf(Lay(TwoWeeks, "UTC", _ => name));

        Assert.That(texts, Does.Contain(shown));
        Assert.That(texts.Contains("� stands for a letter for which the picture has no type."), Is.EqualTo(shown.Contains('�')));
    }

    [TestCase("Żaneta Wiśniewska")]
    [TestCase("Οδυσσέας Παπαδόπουλος")]
    [TestCase("Наталія Їжакевич")]
    [TestCase("Nguyễn Thị Hương")]
    [TestCase("O\u0323la\u0301")]
    [TestCase("Ɓala Ɗan")]
    [TestCase("Șerban Țîmpău")]
    public void Latin_Greek_and_Cyrillic_are_drawn_as_they_are(string name) =>
        Assert.That(Lettering.Of(name), Is.EqualTo(new Lettered(name.Normalize(), false)));

    [Test]
    public void More_lines_than_have_room_are_counted()
    {
        var texts = TextsOf(Lay(DailyTurns(people: 33, days: 31), "America/New_York"));

        Assert.That(texts, Does.Contain("P29").And.Contain("The picture has no room for 3 more lines."));
        Assert.That(texts, Has.None.EqualTo("P30"));
    }

    [Test]
    public void The_gaps_are_shown_however_many_people_there_are()
    {
        var turns = DailyTurns(people: 33, days: 31);
        var gap = new Lane($"Nobody", [new Bar(At(First), At(First.PlusDays(1)), Kind: BarKind.Gap)]);
        var texts = TextsOf(Lay(turns with { Lanes = [.. turns.Lanes, gap] }, "America/New_York"));

        Assert.That(texts, Does.Contain("Nobody").And.Contain("gap: nobody has it").And.Contain("P28").And.Contain("The picture has no room for 4 more lines."));
        Assert.That(texts, Has.None.EqualTo("P29"));
    }

    [Test]
    public void Who_is_named_on_no_bar_is_named_below()
    {
        var texts = TextsOf(Lay(OneLayer(days: 31), "America/New_York"));

        Assert.That(texts.Count(text => text.StartsWith("Somebody", StringComparison.Ordinal)), Is.EqualTo(3));
        Assert.That(TextsOf(Lay(OneLayer(days: 3), "America/New_York")).Count(text => text.StartsWith("Somebody", StringComparison.Ordinal)), Is.EqualTo(3), "on the bars");

        Timeline OneLayer(int days) => TwoWeeks with
        {
            To = At(First.PlusDays(days)),
            Lanes = [new Lane($"Final", [.. Enumerable.Range(0, days).Select(day =>
                new Bar(At(First.PlusDays(day)), At(First.PlusDays(day + 1)), PersonOf(day % 3), $"Somebody {day % 3}"))])],
        };
    }

    [Test]
    public void Nothing_leaves_the_picture_and_no_label_its_bar()
    {
        string[] zones = ["America/New_York", "Asia/Tokyo", "Pacific/Apia", "Asia/Kathmandu"];
        Gen.Select(Gen.Int[1, 32], Gen.Int[1, 100], Gen.Int[0, zones.Length - 1], Gen.String[1, 60]).Sample(
            (people, days, zone, name) =>
            {
                var drawing = Lay(DailyTurns(people, days), zones[zone], person => person == PersonOf(0) ? name : person.Value);
                foreach (var words in drawing.Shapes.OfType<Writing>())
                {
                    var (from, to) = SpanOf(words);
                    Assert.That(from >= 0 && to <= drawing.Width && words.Y <= drawing.Height, Is.True, $"“{words.Text}” from {from} to {to} of {drawing.Width}");
                    if (words.Halo is not null)
                        Assert.That(drawing.Shapes.OfType<Box>().Any(box => box.X <= from && to <= box.X + box.Width && box.Y < words.Y && words.Y < box.Y + box.Height), Is.True);
                }

                Assert.That(drawing.Shapes.OfType<Box>().All(box => box.X >= 0 && box.X + box.Width <= drawing.Width + 1 && box.Width > 0 && box.Height > 0), Is.True);
            },
            iter: 200);
    }

    [Test]
    public void Names_of_days_do_not_touch_each_other()
    {
        foreach (var days in new[] { 1, 3, 7, 14, 31, 60, 92, 366 })
        {
            foreach (var zone in new[] { "America/New_York", "Asia/Tokyo" })
            {
                var lines = Lay(DailyTurns(2, days), zone).Shapes.OfType<Writing>().Where(words => words.Y < 150).GroupBy(words => words.Y);
                foreach (var line in lines)
                {
                    var spans = line.Select(SpanOf).OrderBy(span => span.From).ToList();
                    Assert.That(spans.Zip(spans.Skip(1)).All(pair => pair.First.To <= pair.Second.From), Is.True, $"{days} days in {zone}");
                }
            }
        }
    }

    [Test]
    public void Participation_has_a_bar_each_week_and_a_total_and_nobodys_name()
    {
        var drawing = Lay(new Participation($"Check-in {"Standup"}", [new(First, 18, 20), new(First.PlusWeeks(1), 0, 0), new(First.PlusWeeks(2), 20, 20)]), "UTC");

        Assert.That(TextsOf(drawing), Is.EqualTo(new[]
        {
            "Check-in Standup", "How many of all who were asked answered, each week, of the whole team",
            "Mon 2 Mar", "18 of 20", "90 %", "Mon 9 Mar", "nobody was asked", "Mon 16 Mar", "20 of 20", "100 %", "In all", "38 of 40", "95 %",
        }));
        var full = drawing.Shapes.OfType<Box>().Where(box => box.Fill == Paint.Accent).Select(box => box.Width).ToList();
        Assert.That(full[0] / full[1], Is.EqualTo(0.9).Within(1e-9));
    }

    private static Drawing Lay(Chart chart, string zone, Func<PersonId, string>? nameOf = null) => Artist.Lay(chart, ReaderIn(zone, nameOf))!;

    private static List<string> TextsOf(Drawing drawing) => [.. drawing.Shapes.OfType<Writing>().Select(words => words.Text)];

    private static (double From, double To) SpanOf(Writing words)
    {
        var width = Lettering.WidthOf(words.Text, words.Size, words.IsStrong);
        var from = words.Anchor switch
        {
            Anchor.Start => words.X,
            Anchor.Middle => words.X - width / 2,
            _ => words.X - width,
        };
        return (from, from + width);
    }
}
