using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>A day on which some people, or all, do not work: each on that date of their own calendar.</summary>
/// <param name="Channel">Whoever is in it; null where it is for <paramref name="People"/>, or for everybody if there are none.</param>
public sealed record DayOff(string Id, LocalDate Date, string Name, ChannelId? Channel, IReadOnlyList<PersonId> People, PersonId By)
{
    private const int MostShown = 200;

    public static readonly DocumentType<DayOff> Type = new("holiday", day => day.Id, new DocumentIndex<DayOff>("date", _ => "", day => Clock.Iso(day.Date)));

    public static readonly UndoRules<DayOff> Undo = new(
        day => $"the holiday on {Clock.Say(day.Date)}",
        _ => "online holiday list",
        IsAbout: (day, person) => day.By == person || day.People.Contains(person));

    public bool IsForAll => Channel is null && People.Count == 0;

    /// <summary>Those from a date on, the earliest first.</summary>
    public static Slice From(LocalDate date) => new("date", "", Clock.Iso(date), Take: MostShown);

    public static Slice Between(LocalDate from, LocalDate to) => new("date", "", Clock.Iso(from), Clock.Iso(to), Take: 1_000);

    /// <summary>Whether it is a day off for somebody.</summary>
    public async ValueTask<bool> IsFor(Turn turn, PersonId person) =>
        IsForAll || People.Contains(person) || (Channel is { } channel && await turn.Sees(person, ConversationId.Of(channel)));

    /// <summary>Whether the caller may read its name: what lives in a channel is for those in it.</summary>
    public async ValueTask<bool> IsSeen(Turn turn) => Channel is not { } channel || await turn.Sees(ConversationId.Of(channel));
}
