using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time.Hours;

namespace AsyncBot.Core.Online;

/// <summary>One or a few people in detail: their hours, what is coming, and when both can talk.</summary>
public static class PersonCard
{
    private const int MostAbsences = 3;

    private static readonly Duration Ahead = Duration.FromDays(14);

    /// <param name="self">Who asks.</param>
    public static Card Of(IReadOnlyList<Colleague> people, Colleague self, Instant now, PersonText text)
    {
        var card = new Card(null, []);
        foreach (var person in people)
        {
            if (card.Blocks.Count > 0)
                card = card.With(new Divider());
            card = card.With(new Paragraph(text.Line(person)), new Facts([.. FactsOf(person, self, now, text)]));
        }

        return card;
    }

    private static IEnumerable<Fact> FactsOf(Colleague person, Colleague self, Instant now, PersonText text)
    {
        if (person.IsZoneKnown)
            yield return new Fact("Hours", HoursOf(person));
        var alsoTrue = person.FactsAt(now, text.Sight(person)).Skip(1);
        foreach (var also in alsoTrue.Where(fact => fact.Because is Because.Active or Because.DoNotDisturb or Because.Focus))
        {
            yield return new Fact("Also", also.Because switch
            {
                Because.Active => $"active in the chat {also.ObservedAt!.Value:age}",
                Because.Focus => (Rich)$"focusing until {text.Both(person, also.ExpiresAt!.Value)}",
                _ => $"do not disturb",
            });
        }
        var coming = person.Hours.Absences.Where(absence => absence.From > now && absence.From < now + Ahead).OrderBy(absence => absence.From).ToList();
        foreach (var away in coming.Take(MostAbsences))
        {
            var reason = away.Reason.Length > 0 ? $" ({away.Reason})" : "";
            yield return new Fact("Away", $"from {text.Both(person, away.From)}, until {text.Both(person, away.To)}{reason}");
        }
        if (coming.Count > MostAbsences)
            yield return new Fact("Away", $"and {coming.Count - MostAbsences} more times within two weeks");
        if (person.Id != self.Id && person.IsZoneKnown && self.IsZoneKnown)
            yield return new Fact("Both at work", Shared(person, self, now, text));
    }

    private static Rich HoursOf(Colleague person)
    {
        var hours = $"{person.Hours.Week} {person.Zone}";
        return person.Hours.Assumed ? $"{hours}, assumed: they never said"
            : person.HoursSaidAt is { } said ? (Rich)$"{hours}, set {said:age}"
            : $"{hours}";
    }

    /// <summary>The next time that both of them work, at least a quarter of an hour of it.</summary>
    private static Rich Shared(Colleague person, Colleague self, Instant now, PersonText text)
    {
        var shared = SharedHours.Of([person.Hours, self.Hours], now, now + Ahead, 2).FirstOrDefault(both => both.When.Duration >= Duration.FromMinutes(15));
        return shared is null
            ? $"not within two weeks; a message waits for them"
            : text.Span(person, shared.When);
    }
}
