using System.Globalization;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Pictures;

/// <summary>The days of a picture on the reader's clock, from midnight to midnight, so that one of 23 or 25 hours is as wide as it is long.</summary>
internal sealed class DayAxis
{
    private const double MonthHeight = 20;
    private const double DayHeight = 20;
    private const double MonthSize = 13;
    private const double DaySize = 12.5;

    /// <summary>A narrower day has its weekday above its number.</summary>
    private const double OneLine = 52;

    /// <summary>Days that are narrower than this are named by their week.</summary>
    private const double EachDay = 20;

    private readonly Timeline _timeline;
    private readonly DateTimeZone _zone;
    private readonly double _left;
    private readonly double _width;
    private readonly List<LocalDate> _dates = [];

    public DayAxis(Timeline timeline, DateTimeZone zone, double left, double width)
    {
        (_timeline, _zone, _left, _width) = (timeline, zone, left, width);
        for (var date = First; date <= Last; date = date.PlusDays(1))
            _dates.Add(date);
    }

    public double Height => MonthHeight + DayHeight * (DayWidth is < OneLine and >= EachDay ? 2 : 1);

    /// <summary>For example <c>Mon 2 to Sun 15 Mar 2026 on the clock of Europe/Lisbon</c>.</summary>
    public string Subtitle
    {
        get
        {
            var changes = _zone.GetZoneIntervals(_timeline.From, _timeline.To).Skip(1)
                .Where(interval => interval.WallOffset != _zone.GetUtcOffset(interval.Start - Duration.Epsilon))
                .Select(interval => Say(interval.Start.InZone(_zone).Date, "ddd d MMM")).ToList();
            var where = changes.Count > 0 ? $", where the clocks change on {string.Join(" and ", changes)}" : "";
            return $"{ChartText.Days(First, Last)}, times in {_zone.Id}{where}";
        }
    }

    private LocalDate First => _timeline.From.InZone(_zone).Date;

    private LocalDate Last => ChartText.LastDay(_timeline, _zone);

    private double DayWidth => _width / _dates.Count;

    /// <summary>Where an instant is; at the nearer edge where it is outside.</summary>
    public double PlaceOf(Instant at)
    {
        var share = (at - _timeline.From) / (_timeline.To - _timeline.From);
        return _left + _width * Math.Clamp(share, 0, 1);
    }

    public void Draw(Sketch sketch, double top, double lanesTop, double bottom)
    {
        foreach (var date in _dates.Where(date => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday && DayWidth >= EachDay))
        {
            var (from, to) = (Start(date), Start(date.PlusDays(1)));
            sketch.Add(new Box(from, lanesTop, to - from, bottom - lanesTop, Paint.Paper));
        }

        var taken = _left;
        foreach (var date in _dates.Where(IsNamed))
        {
            sketch.Add(new Rule(Start(date), lanesTop - 4, Start(date), bottom, Paint.Line, 1));
            taken = Name(sketch, date, top + MonthHeight, taken);
        }

        sketch.Add(new Rule(_left + _width, lanesTop, _left + _width, bottom, Paint.Line, 1));
        sketch.Add(new Rule(_left, lanesTop, _left + _width, lanesTop, Paint.Line, 1));
        sketch.Add(new Rule(_left, bottom, _left + _width, bottom, Paint.Line, 1));
        foreach (var month in _dates.GroupBy(date => (date.Year, date.Month)))
        {
            var (from, to) = (Start(month.First()), Start(month.Last().PlusDays(1)));
            var name = sketch.Fit(Say(month.First(), "MMMM"), to - from - 4, MonthSize, true);
            sketch.Add(new Writing(from, top + 14, name, MonthSize, Paint.Ink, IsStrong: true));
        }
    }

    private bool IsNamed(LocalDate date) => DayWidth >= EachDay || date.DayOfWeek == IsoDayOfWeek.Monday;

    /// <summary>A day that is cut by the edge of the picture may have no room for its name, and so may a week in many.</summary>
    private double Name(Sketch sketch, LocalDate date, double top, double taken)
    {
        var (from, to) = (Start(date), Start(date.PlusDays(1)));
        var (day, number) = (Say(date, "ddd"), Say(date, "%d"));
        var isWeek = DayWidth < EachDay;
        var isOneLine = isWeek || DayWidth >= OneLine;
        var name = isWeek ? Say(date, "d MMM") : isOneLine ? $"{day} {number}" : day;
        var width = sketch.WidthOf(name, DaySize);
        if (isWeek ? from < taken || from + width > _left + _width : width > to - from)
            return taken;
        var (place, anchor) = isWeek ? (from, Anchor.Start) : ((from + to) / 2, Anchor.Middle);
        sketch.Add(isOneLine
            ? new Writing(place, top + 14, name, DaySize, isWeek ? Paint.Soft : Paint.Ink, Anchor: anchor)
            : new Writing(place, top + 14, name, DaySize - 1.5, Paint.Soft, Anchor: anchor));
        if (!isOneLine)
            sketch.Add(new Writing(place, top + DayHeight + 12, number, DaySize, Paint.Ink, Anchor: anchor));
        return from + width + 8;
    }

    private double Start(LocalDate date) => PlaceOf(_zone.AtStartOfDay(date).ToInstant());

    private static string Say(LocalDate date, string pattern) => date.ToString(pattern, CultureInfo.InvariantCulture);
}
