using System.Globalization;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>Somebody's clock and whether they can be reached, at the moment that a page shows.</summary>
/// <param name="IsKnown">Whether the viewer shares a channel with them.</param>
public sealed record PersonNow(Colleague Colleague, Availability Availability, Instant At, bool IsKnown = true)
{
    private const int NightBegins = 23;
    private const int NightEnds = 7;

    public PersonId Id => Colleague.Id;

    public string Name => Colleague.Name;

    public DateTimeZone Clock => Colleague.Clock;

    public ZonedDateTime Local => At.InZone(Clock);

    /// <summary>What their clock says, for example <c>09:30</c>.</summary>
    public string Time => Core.Time.Clock.Say(Local.TimeOfDay);

    public bool IsAsleep => Colleague.IsZoneKnown && !IsUp && Local.Hour is < NightEnds or >= NightBegins;

    /// <summary>What they are probably at, as a picture beside the words.</summary>
    public string Sign => !Colleague.IsZoneKnown ? "?" : IsUp ? "☀" : IsAsleep ? "☾" : "⌂";

    private bool IsUp => Colleague.Hours.At(At).IsWorking || Availability.Because.Because == Because.Active;

    /// <summary>Whether others may learn about them; they themselves always do.</summary>
    public bool IsShownTo(PersonId viewer) => Colleague.IsToldTo(viewer) && (IsKnown || Id == viewer);

    /// <summary>For example <c>at work until 17:00</c>, on their own clock.</summary>
    public Html State => Availability.Because switch
    {
        { Because: Because.Active } => $"active now",
        { Because: Because.Focus } focus => $"focusing{Until(focus.ExpiresAt)}",
        { Because: Because.DoNotDisturb } quiet => $"do not disturb{Until(quiet.ExpiresAt)}",
        { Because: Because.Away } away => $"away{Until(Availability.Back ?? away.ExpiresAt)}{Reason(away)}",
        { Because: Because.AtWork } work => $"{Perhaps}at work{Until(work.ExpiresAt)}",
        { Because: Because.Left } => $"has left",
        { Because: Because.NoZone } => $"time zone not known",
        var off => $"{Perhaps}off{Until(Availability.Back)}{Reason(off)}",
    };

    /// <summary>Hours that nobody said are only likely.</summary>
    private string Perhaps => Colleague.Hours.Assumed ? "probably " : "";

    private static Html Reason(Evidence fact) => fact.Detail is { Length: > 0 } detail ? $" ({HtmlRenderer.Own(detail)})" : Html.Empty;

    private string Until(Instant? end)
    {
        if (end is not { } at)
            return "";
        var (until, today) = (at.InZone(Clock), Local.Date);
        var time = Core.Time.Clock.Say(until.TimeOfDay);
        if (until.Date == today)
            return $" until {time}";
        if (until.Date < today.PlusDays(7))
            return $" until {until.ToString("ddd", CultureInfo.InvariantCulture)} {time}";
        return until.Year == today.Year
            ? $" until {until.ToString("ddd d MMM", CultureInfo.InvariantCulture)}, {time}"
            : $" until {Core.Time.Clock.Say(until.Date)}, {time}";
    }
}
