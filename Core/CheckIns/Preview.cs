using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time.Hours;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>What a check-in will ask whom and when, on each person's own clock, with what the clocks, absences and working hours do to it.</summary>
internal static class Preview
{
    public const int Runs = 5;

    /// <summary>Of more people than this, those on the same clock are counted.</summary>
    private const int MostNamed = 25;

    public static async Task<Card> Of(Turn turn, CheckIn checkIn, int runs)
    {
        var people = await Members(turn, checkIn);
        var blocks = new List<Block>
        {
            new Paragraph($"{HowOften(checkIn)}, for {For(checkIn)}, open for {Time.Clock.Length(checkIn.Times.Open)}, "
                + $"{(checkIn.Asking == Asking.Dm ? (Rich)$"by direct message; the answers are read in {checkIn.Home}" : $"by a message in {checkIn.Home}")}."),
            new Paragraph(Rich.Join("\n", checkIn.Questions.Select((question, at) => Line(question, at)))),
        };

        // Under a date it would show when that begins for them.
        var hidden = checkIn.Times.IsLocal ? people.Where(each => !each.Person.IsToldTo(turn.Caller.Person)).ToList() : [];
        var coming = Coming(turn, checkIn, [.. people.Except(hidden)], runs);
        foreach (var (date, windows) in coming)
            blocks.Add(new PeopleList(Time.Clock.Say(date), [.. Lines(turn, windows)]));
        if (hidden.Count > 0)
            blocks.Add(new Paragraph($"{RunText.Listed([.. hidden.Select(each => each.Person.Id)])}: at their own time; ask them"));
        if (!checkIn.IsActive)
            blocks.Add(new Note($"It is paused, so nothing of this is asked until {new Typed($"checkin resume {checkIn.Name}")}"));
        else if (coming.Count + hidden.Count == 0)
            blocks.Add(new Note($"Nothing is asked: {(checkIn.Members.Count == 0 ? "nobody is in it" : "the rule has ended")}."));
        return new Card($"{checkIn.Name} in {checkIn.Home}", blocks);
    }

    /// <summary>When the next is asked of those of whom the caller may know it; null where nobody is.</summary>
    public static async Task<Rich?> NextOf(Turn turn, CheckIn checkIn)
    {
        Instant? next = null;
        var isAnybody = false;
        foreach (var member in checkIn.Members)
        {
            if (checkIn.Times.Next(turn.Now, await Roster.ZoneOf(turn, member.Person)) is not { Opens: var opens })
                continue;
            isAnybody = true;
            if (!(next <= opens) && (!checkIn.Times.IsLocal || (await Profile.Of(turn, member.Person)).IsToldTo(turn.Caller.Person)))
                next = opens;
        }

        return next is { } at ? (Rich)$"{at}" : isAnybody ? (Rich)$"at their own time" : null;
    }

    /// <summary>How often, and on whose clock.</summary>
    public static Rich HowOften(CheckIn checkIn)
    {
        var (rule, zone) = (checkIn.Times.Rule.InWords(), $" {checkIn.Times.Rule.Zone}");
        return checkIn.Times.IsLocal ? $"{rule.Replace(zone, "", StringComparison.Ordinal)} on everybody’s own clock" : (Rich)$"{rule}";
    }

    /// <summary>A question with what it takes.</summary>
    /// <param name="nameless">How it is said that no name is kept with the answer.</param>
    public static Rich Line(Question question, int at, string nameless = "without names")
    {
        var kind = question.Kind switch
        {
            QuestionKind.YesNo => " (yes or no)",
            QuestionKind.Number => " (a number)",
            QuestionKind.Scale => question.IsAnonymous ? $" (1 to {Question.ScaleEnd}, {nameless})" : $" (1 to {Question.ScaleEnd})",
            QuestionKind.Choice => $" ({string.Join(", ", question.Choices)})",
            _ => "",
        };
        return $"{at + 1}. {question.Text}{kind}";
    }

    private static Rich For(CheckIn checkIn) => checkIn.IsForEveryone
        ? $"everyone in {checkIn.Home} ({checkIn.Members.Count})"
        : checkIn.Members.Count == 0 ? $"nobody yet" : RunText.Listed([.. checkIn.Members.Select(member => member.Person)]);

    private static async Task<IReadOnlyList<(Colleague Person, string Zone)>> Members(Turn turn, CheckIn checkIn)
    {
        var people = new List<Person>();
        foreach (var member in checkIn.Members)
            people.Add(await turn.Find(member.Person) ?? new Person(member.Person, member.Person.Value, null));
        var colleagues = await Colleagues.Of(turn, people);
        return [.. colleagues.Select(colleague => (colleague, colleague.Zone))];
    }

    private static SortedDictionary<LocalDate, List<Planned>> Coming(
        Turn turn, CheckIn checkIn, IReadOnlyList<(Colleague Person, string Zone)> people, int runs)
    {
        var byZone = new Dictionary<string, IReadOnlyList<PersonalWindow>>();
        foreach (var zone in people.Select(each => each.Zone).Distinct())
        {
            var windows = new List<PersonalWindow>();
            for (var next = checkIn.Times.Next(turn.Now, zone); next is { } window && windows.Count < runs; next = checkIn.Times.Next(window.Opens, zone))
                windows.Add(window);
            byZone[zone] = windows;
        }

        var dates = byZone.Values.SelectMany(windows => windows.Select(window => window.Date)).Distinct().Order().Take(runs).ToHashSet();
        var coming = new SortedDictionary<LocalDate, List<Planned>>();
        foreach (var (person, zone) in people)
        {
            foreach (var (at, window) in byZone[zone].Index().Where(each => dates.Contains(each.Item.Date)))
            {
                var before = at == 0 ? turn.Now : byZone[zone][at - 1].Opens;
                if (!coming.TryGetValue(window.Date, out var planned))
                    coming[window.Date] = planned = [];
                planned.Add(new Planned(person, window, before));
            }
        }

        return coming;
    }

    private static IEnumerable<Rich> Lines(Turn turn, List<Planned> windows)
    {
        var told = windows.Where(each => each.Person.IsToldTo(turn.Caller.Person)).ToList();
        foreach (var same in told.GroupBy(each => (each.Local, each.Note(turn.Caller.Person))).OrderBy(each => each.First().Window.Opens))
        {
            var first = same.First();
            Rich who = windows.Count > MostNamed && same.Count() > 3 ? $"{same.Count()} people" : RunText.Listed([.. same.Select(each => each.Person.Id)]);
            Rich mine = first.Person.Zone == turn.Caller.Zone.Id ? Rich.Empty : $", which is {first.Window.Opens}";
            Rich note = same.Key.Item2 is { Length: > 0 } said ? (Rich)$" — {said}" : Rich.Empty;
            yield return $"{who}: {first.Local}{mine}{note}";
        }

        if (windows.Count > told.Count)
            yield return $"{RunText.Listed([.. windows.Except(told).Select(each => each.Person.Id)])}: {windows[0].Window.Opens}";
    }

    /// <param name="Before">The time before it, or now: between the two the clocks may change.</param>
    private sealed record Planned(Colleague Person, PersonalWindow Window, Instant Before)
    {
        /// <summary>On their own clock.</summary>
        public string Local { get; } = LocalOf(Window, Person);

        public string Note(PersonId reader)
        {
            var notes = new List<string>();
            var zone = Person.Clock;
            if (Window.Shift != Duration.Zero)
                notes.Add($"the clocks skip {Time.Clock.Length(Window.Shift)} then, so it comes that much later");
            else if (zone.GetUtcOffset(Before) != zone.GetUtcOffset(Window.Opens))
                notes.Add("the first after the clocks change");
            var work = Person.Hours.At(Window.Opens);
            notes.AddRange(work.Reason switch
            {
                _ when Person.IsGone => ["left, not asked"],
                WorkReason.Absent => ["away, not asked"],
                WorkReason.Holiday => ["a day off, not asked"],
                WorkReason.DayOff or WorkReason.OutsideHours => [Person.Id == reader ? "outside your hours" : "outside their hours"],
                _ => Array.Empty<string>(),
            });
            return string.Join(", ", notes);
        }

        private static string LocalOf(PersonalWindow window, Colleague person)
        {
            var local = window.Opens.InZone(person.Clock).LocalDateTime;
            var (time, zone) = (Time.Clock.Say(local.TimeOfDay), person.Zone);
            return local.Date == window.Date ? $"{time} {zone}" : $"{Time.Clock.Say(local.Date)}, {time} {zone}";
        }
    }
}
