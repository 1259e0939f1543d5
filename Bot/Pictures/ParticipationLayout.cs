using System.Globalization;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Pictures;

/// <summary>Lays out how many answered, a line each week, of the team as a whole.</summary>
internal static class ParticipationLayout
{
    private const double Edge = 20;
    private const double WeekWidth = 104;
    private const double BarWidth = 330;
    private const double BarHeight = 18;
    private const double Line = 30;
    private const double Gap = 14;
    private const double CountWidth = 150;
    private const double Size = 14;

    public static Drawing Of(Participation participation, Reader reader, Lettering lettering)
    {
        const double bar = Edge + WeekWidth;
        const double count = bar + BarWidth + Gap;
        const double width = count + CountWidth + Edge;
        var sketch = new Sketch(lettering, Edge);
        sketch.Title(PlainText.Label(participation.Title, reader), "How many of all who were asked answered, each week, of the whole team", width - 2 * Edge);
        var top = sketch.Bottom + 14;
        foreach (var week in participation.Weeks)
        {
            Draw(week.First.ToString("ddd d MMM", CultureInfo.InvariantCulture), week.Answered, week.Asked, isStrong: false);
            top += Line;
        }

        sketch.Add(new Rule(Edge, top + 1, width - Edge, top + 1, Paint.Line, 1));
        top += 9;
        Draw("In all", participation.Weeks.Sum(week => week.Answered), participation.Weeks.Sum(week => week.Asked), isStrong: true);
        sketch.Bottom = top + BarHeight + 6;
        sketch.Notes(width - 2 * Edge);
        return sketch.Finish(width);

        void Draw(string name, int answered, int asked, bool isStrong)
        {
            var line = top + BarHeight / 2 + Size * 0.36;
            sketch.Add(new Writing(Edge, line, name, Size, Paint.Ink, isStrong));
            if (asked == 0)
            {
                sketch.Add(new Writing(bar, line, "nobody was asked", Size, Paint.Soft));
                return;
            }

            sketch.Add(new Box(bar, top, BarWidth, BarHeight, Paint.Tint, Paint.Field, 4));
            if (answered > 0)
                sketch.Add(new Box(bar, top, Math.Max(BarWidth * answered / asked, 4), BarHeight, Paint.Accent, Radius: 4));
            sketch.Add(new Writing(count, line, $"{answered} of {asked}", Size, Paint.Ink, isStrong));
            sketch.Add(new Writing(width - Edge, line, ChartText.Share(answered, asked), Size, Paint.Soft, isStrong, Anchor.End));
        }
    }
}
