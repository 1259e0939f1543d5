using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>What somebody has or asked for on the clock of a zone, for when they move to another.</summary>
public sealed class DueInZone : IZoneBound
{
    public async Task<IReadOnlyList<Rich>> On(Turn turn, PersonId person, string zone) =>
        [.. (await Of(turn, person, zone)).Select(item => (Rich)$"{DueText.Named(item.Value)} — {DueText.When(item.Value)}")];

    public async Task Move(Turn turn, PersonId person, string from, string to)
    {
        foreach (var stored in await Of(turn, person, from))
        {
            var item = stored.Value;
            if (item.Once is { } at && (at with { Zone = to }).At <= turn.Now)
                continue;
            await DueBook.Change(turn, stored, item.After(new DueEvent(turn.Now, person, DueDeed.Moved)) with
            {
                Once = item.Once is { } once ? once with { Zone = to } : null,
                Every = item.Every is { } every ? every with { Zone = to } : null,
                LastAt = Later(item.LastAt, from, to),
                SetAt = turn.Now,
            });
        }
    }

    /// <summary>What was told at a wall time is not told again at the same wall time of another zone that day.</summary>
    private static Instant? Later(Instant? told, string from, string to) => told is not { } at ? null
        : Instant.Max(at, DateTimeZoneProviders.Tzdb[to].AtLeniently(at.InZone(DateTimeZoneProviders.Tzdb[from]).LocalDateTime).ToInstant());

    /// <summary>Their own, and what comes round that they set up for a channel; a deadline that others agreed on stays where it is.</summary>
    private static async Task<IReadOnlyList<Stored<DueItem>>> Of(Turn turn, PersonId person, string zone) =>
    [
        .. (await DueList.OpenOf(turn, ConversationId.Of(person)))
            .Concat(await DueList.Read(turn, DueList.KeyOfGiven(person, DueList.Open), DueItem.MostOpen))
            .Where(item => item.Value.Asker == person && (item.Value.Assignee == person || item.Value.Every is not null)
                && (item.Value.Every?.Zone ?? item.Value.Once!.Zone) == zone
                && (item.Value.Every is not null || item.Value.Once!.At > turn.Now))
            .DistinctBy(item => item.Value.Number),
    ];
}
