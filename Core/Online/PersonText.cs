using System.Globalization;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Online;

/// <summary>Says in a line where somebody is, why, and until when, on their clock and on the reader's.</summary>
/// <param name="caller">Who reads it.</param>
public sealed class PersonText(Caller caller, Instant now, Seen seen)
{
    /// <summary>For example "@Dana, 19:00 Asia/Kolkata: off until Tue 10 Mar, 10:00 their time, which is …".</summary>
    public Rich Line(Colleague person)
    {
        if (IsHidden(person))
            return $"{person.Id}: ask them";
        var where = person.IsZoneKnown ? $", {Clock.Say(now.InZone(person.Clock).TimeOfDay)} {person.Zone}" : "";
        return $"{person.Id}{where}: {State(person)}";
    }

    /// <summary>Whether the reader gets to know nothing of somebody.</summary>
    public bool IsHidden(Colleague person) => !person.IsToldTo(caller.Person);

    /// <summary>What their platform sees of somebody, if it said.</summary>
    public Presence? Sight(Colleague person) => seen.Presences.GetValueOrDefault(person.Id);

    public Availability Now(Colleague person) => seen.States[person.Id];

    private Rich State(Colleague person)
    {
        var state = Now(person);
        var why = state.Because;
        return why.Because switch
        {
            Because.Left => $"has left",
            Because.Away => $"away{Reason(why)}{Return(person, state)}{Age(why, "said")}",
            Because.Focus => $"focusing{Until(person, why.ExpiresAt)}{Back(person, state)}{Age(why, "said")}",
            Because.DoNotDisturb => $"do not disturb{Until(person, why.ExpiresAt)}{Back(person, state)}{Age(why, "seen")}",
            Because.Active => $"active now{Work(person)}{Age(why, "seen")}",
            Because.AtWork => $"at work{Until(person, why.ExpiresAt)}{Signal(person)}{Hours(person, why)}",
            Because.NoZone => $"I don’t know their time zone",
            _ => $"off{Name(why)}{Until(person, state.Back)}{Hours(person, why)}",
        };
    }

    private Rich Until(Colleague person, Instant? end) => end is { } at ? $" until {Both(person, at)}" : Rich.Empty;

    /// <summary>An instant on somebody's clock and on the reader's; once, where they are the same.</summary>
    public Rich Both(Colleague person, Instant at) =>
        person.Zone == caller.Zone.Id ? (Rich)$"{at}" : $"{OnTheirs(person, at)} their time, which is {at}";

    /// <summary>A stretch of a day on somebody's clock, and when it begins or ends for the reader.</summary>
    public Rich Span(Colleague person, Interval when) => when.Start <= now ? (Rich)$"now, until {Both(person, when.End)}"
        : person.Zone == caller.Zone.Id ? (Rich)$"from {when.Start}, until {EndOn(person, when)}"
        : $"{OnTheirs(person, when.Start)} to {EndOn(person, when)} their time, from {when.Start}";

    private string EndOn(Colleague person, Interval when) => when.End.InZone(person.Clock) is var end && end.Date == when.Start.InZone(person.Clock).Date
        ? Clock.Say(end.TimeOfDay)
        : OnTheirs(person, when.End);

    private string OnTheirs(Colleague person, Instant at)
    {
        var (local, today) = (at.InZone(person.Clock), now.InZone(person.Clock).Date);
        return local.Date == today
            ? Clock.Say(local.TimeOfDay)
            : $"{local.Date.ToString("ddd d MMM", CultureInfo.InvariantCulture)}, {Clock.Say(local.TimeOfDay)}";
    }

    private static Rich Reason(Evidence why) => why.Detail is { Length: > 0 } reason ? $" ({reason})" : Rich.Empty;

    private static Rich Name(Evidence why) => why.Because == Because.Holiday ? why.Detail is { } name ? $" for {name}" : (Rich)$" for a holiday" : Rich.Empty;

    /// <summary>An absence that ends amid their work ends then; any other, when they work again.</summary>
    private Rich Return(Colleague person, Availability state) => state.Because.ExpiresAt is { } end && person.Hours.At(end).IsWorking
        ? $"{Until(person, end)}{Back(person, state)}"
        : Until(person, state.Back ?? state.Because.ExpiresAt);

    /// <summary>Where somebody is back later than what keeps them now ends.</summary>
    private Rich Back(Colleague person, Availability state) =>
        state.Back is { } back && back != state.Because.ExpiresAt ? $"; back {Both(person, back)}" : Rich.Empty;

    private Rich Work(Colleague person) => person.FactsAt(now).FirstOrDefault(fact => fact.Because >= Because.AtWork) switch
    {
        { Because: Because.AtWork } work => $", at work{Until(person, work.ExpiresAt)}",
        { Because: Because.NoZone } or null => Rich.Empty,
        _ => $", outside their hours",
    };

    /// <summary>Away in the chat within working hours is no sign of being away.</summary>
    private Rich Signal(Colleague person) => Colleague.IsQuiet(Sight(person), now) ? (Rich)$", no signal" : Rich.Empty;

    private static Rich Hours(Colleague person, Evidence why) =>
        person.Hours.Assumed ? $" (hours assumed)"
        : why.ObservedAt is { } said ? (Rich)$" (hours set {said:age})"
        : Rich.Empty;

    private static Rich Age(Evidence why, string verb) => why.ObservedAt is { } at ? $" ({verb} {at:age})" : Rich.Empty;
}
