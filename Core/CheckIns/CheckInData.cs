using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>What check-ins know of a person: which ask them, which they keep, and all that they answered. Answers without names are nobody's.</summary>
public sealed class CheckInData : IPersonalData
{
    private const int AtOnce = 100;

    public string Name => "checkins";

    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Export(Turn turn, PersonId person)
    {
        var told = new List<IReadOnlyDictionary<string, object?>>();
        foreach (var checkIn in (await Concerning(turn, person)).Select(stored => stored.Value))
        {
            told.Add(new Dictionary<string, object?>
            {
                ["check-in"] = checkIn.Name,
                ["keeps it"] = checkIn.Owner == person,
                ["is asked"] = checkIn.Asks(person),
                ["left it"] = checkIn.Left.Contains(person),
                ["questions"] = checkIn.Owner == person ? checkIn.Questions.Select(question => question.Text).ToList() : null,
            });
        }

        for (string? from = null; ;)
        {
            var part = await turn.Query(Entry.Type, new Slice("person", person.Value, From: from, Take: AtOnce));
            foreach (var entry in part.Select(stored => stored.Value))
                told.Add(EntryOf(entry, (await turn.Find(Run.Type, entry.Run))?.Value));
            if (part.Count < AtOnce)
                return told;
            from = $"{Clock.Iso(part[^1].Value.Date)} {part[^1].Value.Run}\u0002";
        }
    }

    /// <summary>
    /// Whoever left what is for everyone stays out of it, because nobody who is forgotten may be asked again for that.
    /// Entries are renamed and so leave the index, a part at a time; the check-ins come last.
    /// </summary>
    public async Task<int?> Forget(Turn turn, PersonId person, int from)
    {
        var part = await turn.Query(Entry.Type, new Slice("person", person.Value, Take: AtOnce));
        foreach (var stored in part)
        {
            turn.Delete(Entry.Type, stored);
            var isOpen = (await turn.Find(Run.Type, stored.Value.Run))?.Value.IsOpen == true;
            turn.Batch.Put(Entry.Type, Nameless(stored.Value, $"former {Guid.NewGuid():N}", isOpen), Batch.New);
        }

        if (part.Count == AtOnce)
            return from + AtOnce;
        foreach (var stored in await Concerning(turn, person))
        {
            turn.Change(CheckIn.Type, stored, stored.Value with
            {
                Owner = stored.Value.Owner == person ? null : stored.Value.Owner,
                Members = [.. stored.Value.Members.Where(member => member.Person != person)],
            });
        }

        foreach (var stored in await CheckInBook.All(turn))
            await CheckInPlan.Forget(turn, stored.Value.Number, person);
        return null;
    }

    private static async Task<IReadOnlyList<Stored<CheckIn>>> Concerning(Turn turn, PersonId person) =>
        [.. (await CheckInBook.All(turn)).Where(each => each.Value.Owner == person || each.Value.Asks(person) || each.Value.Left.Contains(person))];

    private static Dictionary<string, object?> EntryOf(Entry entry, Run? run) => new()
    {
        ["check-in"] = run?.Name, ["date"] = Clock.Iso(entry.Date), ["run"] = Run.WhichOf(entry.Run),
        ["state"] = entry.Answers is not null ? entry.Answers.Timeliness.ToString() : entry.State.ToString(),
        ["answers"] = entry.Answers?.Texts, ["answered"] = entry.Answers?.At.ToString(), ["before"] = entry.Earlier.Select(each => each.Texts).ToList(),
        ["draft"] = entry.Draft,
        ["record"] = entry.Ledger
            .Select(happened => new { at = happened.At.ToString(), what = happened.What.ToString(), until = happened.Until?.ToString() }).ToList(),
    };

    /// <summary>Counts stay, texts go, and nobody is waited for.</summary>
    private static Entry Nameless(Entry entry, string slot, bool isOpen) => entry with
    {
        State = isOpen && entry.IsWaiting ? EntryState.Gone : entry.State,
        Person = PersonId.Former,
        Slot = slot,
        Zone = "UTC",
        Ledger = [],
        Answers = entry.Answers is { } answers ? answers with { Texts = [.. answers.Texts.Select(_ => (string?)null)] } : null,
        Earlier = [],
        Prompt = null,
        Post = null,
        SnoozedUntil = null,
        RemindAt = null,
        Draft = null,
    };
}
