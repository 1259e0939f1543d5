using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Pictures;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Tests.Pictures;

/// <summary>Colours that everybody can tell apart and read.</summary>
public sealed class SwatchTests
{
    /// <summary>How eyes without one kind of cones see light, after Machado, Oliveira and Fernandes (2009).</summary>
    private static readonly Dictionary<string, double[][]> Eyes = new()
    {
        ["all cones"] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        ["no red"] = [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        ["no green"] = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        ["no blue"] = [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    };

    [TestCase("all cones")]
    [TestCase("no red")]
    [TestCase("no green")]
    [TestCase("no blue")]
    public void Every_two_of_them_differ_plainly_for_every_kind_of_eyes(string eyes)
    {
        var seen = Swatch.All.Select(swatch => LabOf(Eyes[eyes].Select(row => row.Zip(Linear(swatch.Fill), (weight, light) => weight * light).Sum()).ToArray())).ToList();
        var closest = (from one in seen.Index() from other in seen.Index() where one.Index < other.Index
                       select Math.Sqrt(one.Item.Zip(other.Item, (a, b) => (a - b) * (a - b)).Sum())).Min();

        Assert.That(closest, Is.GreaterThan(15), "in units of CIELAB, of which two or three are just seen");
    }

    [Test]
    public void Words_on_them_are_readable()
    {
        Assert.That(Swatch.All.Select(swatch => Contrast(swatch.Fill, swatch.Ink)), Is.All.GreaterThan(4.5));
        Assert.That(Contrast(Paint.Danger, Paint.DangerTint), Is.GreaterThan(4.5));
        Assert.That(new[] { Paint.Ink, Paint.Soft, Paint.Danger, Paint.Accent }.Select(paint => Contrast(paint, Paint.Sheet)), Is.All.GreaterThan(4.5));
    }

    [Test]
    public void Their_edge_is_seen_on_paper_also_where_they_are_as_bright() => Assert.That(Contrast(Paint.Field, Paint.Sheet), Is.GreaterThan(3));

    [Test]
    public void The_house_has_the_same_colours_in_pictures_as_on_its_pages()
    {
        var look = System.Text.Encoding.UTF8.GetString(Embedded.File("look.css"));
        Paint[] all = [Paint.Sheet, Paint.Ink, Paint.Soft, Paint.Line, Paint.Field, Paint.Tint, Paint.Paper, Paint.Accent, Paint.Danger, Paint.DangerTint];

        Assert.That(all.Where(paint => !look.Contains($"--{paint.Token}: {paint.Light};", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Somebody_keeps_their_colour_from_picture_to_picture()
    {
        var ana = new PersonId("ana");

        Assert.That(Swatch.For([ana])[ana], Is.EqualTo(Swatch.For([new PersonId("ben"), ana, new PersonId("ana")])[ana]));
        Assert.That(Swatch.For(People(10)).Values.Distinct().Count(), Is.EqualTo(10), "as many people as colours have one each");
        Assert.That(Swatch.For(People(30)).Values.GroupBy(swatch => swatch).Select(same => same.Count()), Is.All.EqualTo(3));

        static IEnumerable<PersonId> People(int count) => Enumerable.Range(0, count).Select(number => new PersonId($"U{number}"));
    }

    private static double Contrast(Paint one, Paint other)
    {
        double[] both = [.. new[] { one, other }.Select(paint => Linear(paint).Zip([0.2126, 0.7152, 0.0722], (light, weight) => light * weight).Sum() + 0.05).Order()];
        return both[1] / both[0];
    }

    private static double[] Linear(Paint paint) => [.. new[] { 1, 3, 5 }.Select(at => Convert.ToInt32(paint.Light.Substring(at, 2), 16) / 255.0)
        .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];

    private static double[] LabOf(double[] light)
    {
        double[] seen = [.. light.Select(part => Math.Clamp(part, 0, 1))];
        double[] xyz =
        [
            (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505,
            0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2],
            (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089,
        ];
        double[] bent = [.. xyz.Select(part => part > 0.008856 ? Math.Cbrt(part) : 7.787 * part + 16 / 116.0)];
        return [116 * bent[1] - 16, 500 * (bent[0] - bent[1]), 200 * (bent[1] - bent[2])];
    }
}
