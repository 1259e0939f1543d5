using System.Globalization;
using AsyncBot.Core.People;
using AsyncBot.Core.Time;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>Everybody's working hours on the viewer's day at one glance, and in words for whoever does not see it.</summary>
public sealed class HoursStrip
{
    /// <summary>More people than this are scrolled through.</summary>
    private const int FewPeople = 6;

    private static readonly LocalTime[] Ticks = [new(0, 0), new(6, 0), new(12, 0), new(18, 0)];

    private readonly Colleague _viewer;
    private readonly Instant _now;
    private readonly ZonedDateTime _local;
    private readonly Interval _day;
    private readonly List<Colleague> _colleagues;
    private readonly List<HoursRow?> _rows;

    private HoursStrip(Colleague viewer, Instant now, IReadOnlyList<Colleague> colleagues)
    {
        _viewer = viewer;
        _now = now;
        _local = now.InZone(viewer.Clock);
        _day = new Interval(viewer.Clock.AtStartOfDay(_local.Date).ToInstant(), viewer.Clock.AtStartOfDay(_local.Date.PlusDays(1)).ToInstant());
        _colleagues = [.. colleagues];
        _rows = [.. colleagues.Select(colleague => IsShown(colleague) && colleague.IsZoneKnown ? HoursRow.Of(colleague, _day) : null)];
    }

    private string Today => $"{Clock.Say(_local.Date)} on your clock, {_viewer.Clock.Id}";

    /// <summary>Only on the two odd days of a year.</summary>
    private string Change
    {
        get
        {
            var hours = _day.Duration.TotalHours.ToString("0.##", CultureInfo.InvariantCulture);
            return _day.Duration == Duration.FromDays(1) ? "" : $"; clocks change, the day has {hours} hours";
        }
    }

    public static Html Render(Colleague viewer, Instant now, IReadOnlyList<Colleague> colleagues) => new HoursStrip(viewer, now, colleagues).Render();

    private Html Render() => $"""
        <details class="hours" id="hours" open>
        <summary id="hours-head"><b>Working hours</b> <span class="note">{Today}{Change}</span> {Key()}</summary>
        <div class="hours-body" id="hours-body"{Html.If(_colleagues.Count > FewPeople, $""" tabindex="0" role="group" aria-labelledby="hours-title" """)}>
        <svg class="axis" id="hours-axis" aria-hidden="true" focusable="false">{Ticks.Select(Label)}
        <text x="100%" y="1em" text-anchor="end">24</text>
        <svg x="{Place(Minute)}" overflow="visible"><path class="tip" d="M-5 0h10l-5 6z"/></svg></svg>
        <ul class="hours-who" id="hours-who" aria-hidden="true">{_colleagues.Select(Name)}</ul>
        <svg class="rows" id="hours-rows" role="img" aria-labelledby="hours-title" aria-describedby="hours-desc" focusable="false"
        height="{2 * _colleagues.Count}em">
        <title id="hours-title">Working hours, {Today}</title>
        <desc id="hours-desc">{Description()}</desc>
        <defs><pattern id="hours-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="hatch" d="M1 0v6"/></pattern></defs>
        {Html.Lines(_colleagues.Select(Row))}
        {Ticks.Skip(1).Select(tick => (Html)$"""<line class="tick" x1="{Place(At(tick))}" x2="{Place(At(tick))}" y1="0" y2="100%"/>""")}
        {Html.Lines(_colleagues.Select(Remark))}
        <line class="halo" x1="{Place(Minute)}" x2="{Place(Minute)}" y1="0" y2="100%"/>
        <line class="now" x1="{Place(Minute)}" x2="{Place(Minute)}" y1="0" y2="100%"/>
        </svg>
        <ul class="aside" id="hours-words">{_colleagues.Select((colleague, at) => (Html)$"<li>{InWords(colleague, _rows[at])}</li>")}</ul>
        </div></details>
        """;

    /// <summary>A page that is shown again within the minute is the same.</summary>
    private Instant Minute => _now - Duration.FromTicks(_now.ToUnixTimeTicks() % NodaConstants.TicksPerMinute);

    private bool IsShown(Colleague colleague) => colleague.IsToldTo(_viewer.Id);

    private bool IsViewer(Colleague colleague) => colleague.Id == _viewer.Id;

    // ---- the picture

    private Html Key()
    {
        var works = Sample("work", "at work", _rows.Exists(row => row is { Work.Count: > 0, Colleague.Hours.Assumed: false }));
        var mayWork = Sample("work assumed", "probably at work", _rows.Exists(row => row is { Work.Count: > 0, Colleague.Hours.Assumed: true }));
        var off = Sample("off", "away or off", _rows.Exists(row => row is { Off.Count: > 0 }));
        Html line = $"""<svg class="sample thin"><line class="now" x1="50%" x2="50%" y1="0" y2="100%"/></svg>""";
        return $"""<span class="key" aria-hidden="true">{works}{mayWork}{off}<span>{line} now, {Clock.Say(_local.TimeOfDay)}</span></span>""";
    }

    private static Html Sample(string kind, string words, bool isUsed)
    {
        Html bar = $"""<rect class="{kind}" x="1" y="1" width="20" height="10" rx="3" {Fill(kind)}/>""";
        return Html.If(isUsed, $"""<span><svg class="sample">{bar}</svg> {words}</span>""");
    }

    private Html Label(LocalTime tick)
    {
        var anchor = tick == LocalTime.Midnight ? "start" : "middle";
        return $"""<text x="{Place(At(tick))}" y="1em" text-anchor="{anchor}">{tick.ToString("HH", CultureInfo.InvariantCulture)}</text>""";
    }

    private Html Name(Colleague colleague)
    {
        var name = HtmlRenderer.Own(colleague.Name);
        return $"""<li{Html.If(IsViewer(colleague), $" class=\"me\"")}><span class="name">{name}</span>{Local(colleague)}</li>""";
    }

    private Html Local(Colleague colleague)
    {
        var local = _now.InZone(colleague.Clock);
        return Html.If(
            IsShown(colleague) && colleague.IsZoneKnown,
            $""" <span class="local"><span class="wide">{DayOf(local.Date)}</span>{Clock.Say(local.TimeOfDay)}</span>""");
    }

    private Html Row(Colleague colleague, int at)
    {
        Html lane = $"""<rect class="lane" x="0" y="{2 * at}.25em" width="100%" height="1.5em" rx="4"/>""";
        if (_rows[at] is not { } row)
            return $"<g>{lane}</g>";
        var work = row.Colleague.Hours.Assumed ? "work assumed" : "work";
        Html bars = $"{row.Off.Select(off => Bar(off.Span, "off", at))}{row.Work.Select(span => Bar(span, work, at))}";
        return $"<g><title>{InWords(colleague, row)}</title>{lane}{bars}</g>";
    }

    /// <summary>Why a lane is empty.</summary>
    private Html Remark(Colleague colleague, int at)
    {
        var words = _rows[at] switch
        {
            null => IsShown(colleague) ? "time zone not known" : "ask them",
            { Work.Count: 0, Off.Count: 0 } => "off all day",
            _ => "",
        };
        return Html.If(words.Length > 0, $"""<text class="remark" x=".6em" y="{2 * at + 1}.35em">{words}</text>""");
    }

    private Html Bar(Interval span, string kind, int at) =>
        $"""<rect class="{kind}" x="{Place(span.Start)}" y="{2 * at}.25em" width="{Percent(span.Duration)}" height="1.5em" rx="4" {Fill(kind)}/>""";

    private static Html Fill(string kind) => Html.If(kind == "off", $"""fill="url(#hours-hatch)" """);

    private Instant At(LocalTime tick) => _viewer.Clock.ResolveLocal(_local.Date + tick, NodaTime.TimeZones.Resolvers.LenientResolver).ToInstant();

    private string Place(Instant at) => Percent(at - _day.Start);

    private string Percent(Duration length) => (100 * length.TotalMinutes / _day.Duration.TotalMinutes).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    // ---- the words

    private string Description()
    {
        var working = _rows.Count(row => row?.Work.Any(work => work.Contains(_now)) == true);
        var people = _colleagues.Count == 1 ? "person" : "people";
        return $"One line for each of {_colleagues.Count} {people}, from midnight to midnight{Change}. "
            + $"It is {Clock.Say(_local.TimeOfDay)} now, and {working} of them {(working == 1 ? "is" : "are")} in their working hours. "
            + "The list that follows says the same in words.";
    }

    private string InWords(Colleague colleague, HoursRow? row)
    {
        var name = IsViewer(colleague) ? $"{colleague.Name} (you)" : colleague.Name;
        if (row is null)
            return IsShown(colleague) ? $"{name}: time zone not known." : $"{name}: ask them.";
        var works = colleague.Hours.Assumed ? "probably works" : "works";
        var parts = row.Work.Select(work => (work.Start, Words: $"{works} {Span(work, colleague)}"))
            .Concat(row.Off.Select(off => (off.Span.Start, Words: InWords(off, colleague))))
            .OrderBy(part => part.Start).Select(part => part.Words).ToList();
        var local = IsViewer(colleague) ? "" : $" It is {DayOf(_now.InZone(colleague.Clock).Date)}{Clock.Say(_now.InZone(colleague.Clock).TimeOfDay)} there.";
        return $"{name}: {(parts.Count == 0 ? "off all day" : string.Join("; ", parts))}.{local}";
    }

    private string InWords(TimeOff off, Colleague colleague)
    {
        var reason = off.Reason.Length > 0 ? $" ({off.Reason})" : "";
        return $"{(off.IsAway ? "away" : "off")} {Span(off.Span, colleague)}{reason}";
    }
    /// <summary>For example <c>09:00 to 17:00 Europe/Lisbon, 01:00 to 09:00 for you</c>.</summary>
    private string Span(Interval span, Colleague colleague)
    {
        if (span.Start <= _day.Start && span.End >= _day.End)
            return "all day";
        var (theirs, yours) = (Span(span, colleague.Clock), Span(span, _viewer.Clock));
        if (IsViewer(colleague))
            return theirs;
        return $"{theirs} {colleague.Clock.Id}, {(theirs == yours ? "the same" : yours)} for you";
    }

    private string Span(Interval span, DateTimeZone zone)
    {
        var (from, to) = (span.Start.InZone(zone).LocalDateTime, span.End.InZone(zone).LocalDateTime);
        var end = to.TimeOfDay == LocalTime.Midnight ? "24:00" : Clock.Say(to.TimeOfDay);
        var last = to.TimeOfDay == LocalTime.Midnight ? to.Date.PlusDays(-1) : to.Date;
        return from.Date == last
            ? $"{DayOf(from.Date)}{Clock.Say(from.TimeOfDay)} to {end}"
            : $"{DayOf(from.Date, true)}{Clock.Say(from.TimeOfDay)} to {DayOf(last, true)}{end}";
    }

    /// <summary>A weekday, unless it is today for the viewer.</summary>
    private string DayOf(LocalDate date, bool always = false) => always || date != _local.Date ? date.ToString("ddd ", CultureInfo.InvariantCulture) : "";
}
