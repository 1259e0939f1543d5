using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Pictures;

/// <summary>Lays out who has something when: lanes below days of the reader, what was changed and what nobody has marked as such.</summary>
internal sealed class TimelineLayout
{
    /// <summary>More lanes than this make no picture; the words have them all.</summary>
    private const int MostLanes = 30;

    private const double Edge = 20;
    private const double LaneHeight = 30;
    private const double LaneGap = 6;
    private const double Radius = 5;
    private const double Inset = 2.5;
    private const double NameSize = 14;
    private const double NamesNarrowest = 60;
    private const double NamesWidest = 180;
    private const double LabelSize = 12.5;
    private const double LabelPad = 7;
    private const double ShortLabelPad = 3;
    private const double PlotNarrowest = 640;
    private const double PlotWidest = 1_120;
    private const double DayNarrowest = 36;
    private const double NowRoom = 20;
    private const double SmallSize = 12;

    private readonly Timeline _timeline;
    private readonly Reader _reader;
    private readonly Lettering _lettering;
    private readonly Sketch _sketch;
    private readonly IReadOnlyList<Lane> _lanes;
    private readonly IReadOnlyDictionary<PersonId, Swatch> _swatches;
    private readonly DayAxis _days;
    private readonly double _left;
    private readonly double _width;
    private readonly Dictionary<string, Swatch> _unnamed = [];
    private readonly HashSet<string> _named = [];
    private readonly List<Writing> _labels = [];

    private TimelineLayout(Timeline timeline, Reader reader, Lettering lettering)
    {
        (_timeline, _reader, _lettering) = (timeline, reader, lettering);
        _lanes = Fitting(timeline.Lanes);
        _sketch = new Sketch(lettering, Edge);
        _swatches = Swatch.For(_lanes.SelectMany(lane => lane.Bars).Select(bar => bar.Whose).OfType<PersonId>());
        var names = _lanes.Select(lane => lettering.WidthOf(lettering.Of(NameOf(lane.Name)).Text, NameSize)).DefaultIfEmpty().Max();
        _left = Edge + Math.Clamp(names, NamesNarrowest, NamesWidest) + 14;
        _width = Math.Clamp(DayNarrowest * (timeline.To - timeline.From).TotalDays, PlotNarrowest, PlotWidest);
        _days = new DayAxis(timeline, reader.Zone, _left, _width);
    }

    private double Right => _left + _width;

    private bool IsNowShown => _timeline.Now is { } now && _timeline.From <= now && now < _timeline.To;

    public static Drawing Of(Timeline timeline, Reader reader, Lettering lettering) => new TimelineLayout(timeline, reader, lettering).Draw();

    /// <summary>What nobody has is what the picture is looked at for, so it is shown before people are.</summary>
    private static IReadOnlyList<Lane> Fitting(IReadOnlyList<Lane> lanes)
    {
        var gaps = lanes.Where(lane => lane.Bars.Any(bar => bar.Kind == BarKind.Gap)).Take(MostLanes).ToList();
        return lanes.Count <= MostLanes ? lanes : [.. lanes.Except(gaps).Take(MostLanes - gaps.Count), .. gaps];
    }

    private Drawing Draw()
    {
        _sketch.Title(NameOf(_timeline.Title), _days.Subtitle, Right - Edge);
        var top = _sketch.Bottom + 12;
        var lanesTop = top + _days.Height;
        var lanesBottom = lanesTop + _lanes.Count * LaneHeight + (_lanes.Count + 1) * LaneGap;
        _days.Draw(_sketch, top, lanesTop, lanesBottom);
        for (var at = 0; at < _lanes.Count; at++)
        {
            var laneTop = lanesTop + LaneGap + at * (LaneHeight + LaneGap);
            if (at > 0)
                _sketch.Add(new Rule(_left, laneTop - LaneGap / 2, Right, laneTop - LaneGap / 2, Paint.Line, 0.5));
            Draw(_lanes[at], laneTop);
        }

        _sketch.Bottom = lanesBottom + (IsNowShown ? NowRoom : 0);
        if (IsNowShown)
            DrawNow(lanesTop, lanesBottom);
        _sketch.Add(_labels);
        DrawKey();
        return _sketch.Finish(Right + Edge);
    }

    private void Draw(Lane lane, double top)
    {
        var name = _sketch.Name(NameOf(lane.Name), _left - Edge - 14, NameSize);
        _sketch.Add(new Writing(Edge, top + LaneHeight / 2 + NameSize * 0.36, name, NameSize, Paint.Ink));
        foreach (var bar in lane.Bars.Where(IsShown))
            Draw(bar, top);
    }

    private void Draw(Bar bar, double top)
    {
        var (from, to) = (_days.PlaceOf(bar.From), _days.PlaceOf(bar.To));
        var width = Math.Max(to - from - 1, 1.5);
        if (bar.Kind == BarKind.Gap)
        {
            _sketch.Add(GapAt(from, top, width, LaneHeight));
            if (LabelFor(["gap"], width) is { Length: > 0 } gap)
                _labels.Add(Label(gap, from, width, top, Paint.Danger, Paint.DangerTint) with { IsStrong = true });
            return;
        }

        var swatch = bar.Whose is { } whose ? _swatches[whose] : Swatch.All[^1];
        _sketch.Add(SwatchAt(from, top, width, LaneHeight, swatch.Fill));
        if (bar.Kind == BarKind.Changed)
            _sketch.Add(ChangeAt(from, top, width, LaneHeight, swatch.Ink));
        var label = LabelFor(LabelsOf(bar), width);
        if (label.Length > 0)
            _labels.Add(Label(label, from, width, top, swatch.Ink, swatch.Fill));
        if (bar.Label is { } name && label.Length > 0)
            _named.Add(NameOf(name));
        else if (bar.Label is { } unnamed)
            _unnamed[NameOf(unnamed)] = swatch;
    }

    /// <summary>What could stand on a bar, best first.</summary>
    private string[] LabelsOf(Bar bar)
    {
        var span = ChartText.Span(bar, _reader.Zone);
        var from = bar.From.InZone(_reader.Zone).LocalDateTime;
        var start = Core.Time.Clock.Say(from.TimeOfDay);
        if (bar.Label is not { } label)
            return [span, $"from {start}"];
        var name = _sketch.Letters(NameOf(label));
        return [$"{name}, {span}", $"{name} {start}", name];
    }

    private string LabelFor(string[] labels, double width)
    {
        var room = width - 2 * (width < 60 ? ShortLabelPad : LabelPad);
        return labels.FirstOrDefault(label => _lettering.WidthOf(label, LabelSize) <= room) ?? "";
    }

    private static Writing Label(string text, double from, double width, double top, Paint paint, Paint halo) =>
        new(from + width / 2, top + LaneHeight / 2 + LabelSize * 0.36, text, LabelSize, paint, Anchor: Anchor.Middle, Halo: halo);

    private void DrawNow(double top, double bottom)
    {
        var place = _days.PlaceOf(_timeline.Now!.Value);
        _sketch.Add(new Rule(place, top - 4, place, bottom + 3, Paint.Sheet, 4));
        _sketch.Add(new Rule(place, top - 4, place, bottom + 3, Paint.Danger, 2));
        var words = $"now, {Core.Time.Clock.Say(_timeline.Now.Value.InZone(_reader.Zone).TimeOfDay)}";
        var half = _lettering.WidthOf(words, SmallSize, true) / 2;
        _sketch.Add(new Writing(
            Math.Clamp(place, _left + half, Right - half), bottom + 16, words, SmallSize, Paint.Danger, IsStrong: true, Anchor: Anchor.Middle));
    }

    /// <summary>What the signs mean that are in this picture, and what is not in it.</summary>
    private void DrawKey()
    {
        var shown = _lanes.SelectMany(lane => lane.Bars).Where(IsShown).Select(bar => bar.Kind).ToHashSet();
        var key = _unnamed.Where(entry => !_named.Contains(entry.Key)).OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => new KeyEntry(entry.Key, (x, y) => [SwatchAt(x, y, Sketch.SignWidth, Sketch.SignHeight, entry.Value.Fill)])).ToList();
        if (shown.Contains(BarKind.Gap))
            key.Add(new KeyEntry("gap: nobody has it", (x, y) => GapAt(x, y, Sketch.SignWidth, Sketch.SignHeight)));
        if (shown.Contains(BarKind.Changed))
        {
            key.Add(new KeyEntry("changed by hand", (x, y) =>
                [SwatchAt(x, y, Sketch.SignWidth, Sketch.SignHeight, Paint.Tint), ChangeAt(x, y, Sketch.SignWidth, Sketch.SignHeight, Paint.Ink)]));
        }
        _sketch.Key(key, Right - Edge);
        if (_timeline.Lanes.Count > MostLanes)
            _sketch.Note($"The picture has no room for {Counted.Of(_timeline.Lanes.Count - MostLanes, "more line", "more lines")}.", Right - Edge);
        _sketch.Notes(Right - Edge);
    }

    private bool IsShown(Bar bar) => bar.From < _timeline.To && bar.To > _timeline.From;

    private static Box SwatchAt(double x, double y, double width, double height, Paint fill) => new(x, y, width, height, fill, Paint.Field, Radius);

    private static Box ChangeAt(double x, double y, double width, double height, Paint ink) =>
        new(x + Inset, y + Inset, Math.Max(width - 2 * Inset, 1), height - 2 * Inset, null, ink, Radius - Inset, IsDashed: true);

    private static Shape[] GapAt(double x, double y, double width, double height) =>
        [new Hatch(x, y, width, height, Radius), new Box(x, y, width, height, null, Paint.Danger, Radius, IsDashed: true)];

    private string NameOf(Rich text) => PlainText.Label(text, _reader);
}
