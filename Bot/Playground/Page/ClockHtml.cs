using AsyncBot.Core.Time;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>What time it is in the playground, and the ways to make it later.</summary>
public sealed class ClockHtml(PlaygroundClock clock)
{
    private const string Live = "The clock runs on from where it stands, at real speed. Reset brings it back to today.";

    public Html Render(PersonNow person)
    {
        var local = person.Local;
        var iso = local.ToString("uuuu'-'MM'-'dd'T'HH':'mmo<+HH:mm>", System.Globalization.CultureInfo.InvariantCulture);
        return $"""
            <section class="clock" aria-label="The clock">
            <p id="now"><time datetime="{iso}"><b>{Clock.Say(local.Date)}, {HourOf(local)}</b>
            <span class="for">for {HtmlRenderer.Own(person.Name)}</span>
            <span class="utc">{HourOf(person.At.InUtc())} UTC</span></time>
            <span class="state {(clock.IsLive ? "live" : "still")}">{(clock.IsLive ? "▶ live" : "■ standing still")}</span></p>
            <div class="buttons">
            {Html.If(clock.IsMovable, $"""
            <button type="button" data-advance="PT1H" title="Everything that falls due in the next hour happens now">+1 h</button>
            <button type="button" data-advance="P1D" title="Everything that falls due in the next day happens now">+1 day</button>
            <button type="button" data-next title="To the moment when the bot next says something by itself">Until something happens</button>
            """)}
            {Html.If(!clock.IsLive, $"""<button type="button" id="live" data-live title="{Live}">Back to live</button>""")}
            <button type="button" class="danger" data-open="reset">Reset…</button>
            </div>
            {Html.If(!clock.IsLive, $"""<p class="note" id="live-note">Time waits for you. Back to live lets it run on from here, at real speed.</p>""")}
            </section>
            """;
    }

    private static string HourOf(ZonedDateTime time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
