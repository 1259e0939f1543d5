using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>Somebody's own time as others see it, with what they may want to say next.</summary>
public sealed class PeopleOnHome : IHomeSection
{
    private const int Most = 5;

    public async Task<IReadOnlyList<Block>> Of(Turn turn, PersonId person)
    {
        var me = await Colleagues.Find(turn, person);
        var now = me.At(turn.Now);
        var blocks = new List<Block>
        {
            new Paragraph($"🕘 My time"),
            new Facts([
                new Fact("Others see", Seen(me, now)),
                new Fact("Hours", Hours(me)),
                new Fact("Zone", Zone(me)),
            ]),
        };
        var coming = me.Said.Coming(turn.Now).ToList();
        blocks.AddRange(coming.Take(Most).Select(each => new Section(
            $"Away: {AbsenceText.Line(each, person, me.Zone)}", new Button("Take out", new DropAbsence(each.Key)))));
        if (coming.Count > Most)
            blocks.Add(new Note($"And {coming.Count - Most} more: {new Typed("online away")}"));
        if (coming.Count == 0)
            blocks.Add(new Note($"No absence to come. To say one: {new Typed("online away until friday")}"));

        var buttons = new List<Button>();
        if (me.Hours.Assumed)
            buttons.Add(new Button("Confirm hours", SetHours.Confirm(me.Hours.Week).Command, ButtonStyle.Primary));
        buttons.Add(coming.Any(each => each.IsAt(turn.Now)) ? new Button("I am back", new ComeBack()) : FocusFor.Hour);
        blocks.Add(new Buttons(buttons));
        return blocks;
    }

    private static Rich Hours(Colleague me)
    {
        var week = me.Hours.Week.ToString();
        return me.HoursSaidAt is not null ? $"{week}"
            : me.Hours.Assumed ? (Rich)$"{week}, assumed because nobody said them"
            : $"{week}, as the platform says";
    }

    private static Rich Zone(Colleague me) =>
        me.Said.Zone is not null ? $"{me.Zone}, as I said"
        : me.IsZoneKnown ? (Rich)$"{me.Zone}"
        : $"{me.Zone}, assumed. Say yours: {new Typed("online zone Europe/Lisbon")}";

    private static Rich Seen(Colleague me, Availability now)
    {
        if (!me.IsShared)
            return $"that they should ask me";
        Rich back = now.Back is { } at ? $", back {at}" : Rich.Empty;
        return now.Because.Because switch
        {
            Because.Away => $"away{AbsenceText.Because(now.Because.Detail ?? "")}{back}",
            Because.Focus => $"focusing{back}",
            Because.DoNotDisturb => $"do not disturb{back}",
            Because.Active or Because.AtWork => now.Because.ExpiresAt is { } end ? $"at work until {end}" : (Rich)$"at work",
            Because.Holiday => now.Because.Detail is { } name ? $"a day off, “{name}”{back}" : (Rich)$"a day off{back}",
            Because.DayOff => $"no working day{back}",
            Because.OutsideHours => $"outside working hours{back}",
            _ => $"that nobody knows, because I don’t know my zone",
        };
    }
}
