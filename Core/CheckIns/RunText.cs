using AsyncBot.Core.Messages;

namespace AsyncBot.Core.CheckIns;

/// <summary>How a run looks in its channel.</summary>
public static class RunText
{
    /// <summary>As many names stand in a line; the rest is counted.</summary>
    private const int MostNames = 25;

    private const int MostBlockers = 10;

    /// <summary>Before anything is known of it.</summary>
    public static Card Beginning(Run run) => new Card(Prompt.TitleOf(run), [Questions(run)]).With(AnswerButton(run));

    /// <summary>As it stands.</summary>
    public static Card Live(Run run, RunState state)
    {
        var blocks = new List<Block> { Questions(run) };
        var facts = new List<Fact> { new("Answered", $"{state.Answered.Count} of {state.Asked}{Names(state.Answered)}") };
        Add("Still open", [.. state.Waiting.Where(IsShared)]);
        if (run.IsOpen)
            Add("Later", [.. state.Coming.Where(IsShared)]);
        Add("No answer", run.IsOpen ? [.. state.Silent.Where(IsShared)] : state.Silent);
        Add("Could not answer", run.IsOpen ? [.. state.Hindered.Where(IsShared)] : state.Hindered);
        Add("Skipped", state.Skipped);
        Add("Away", [.. state.Away.Where(IsShared)]);
        Add("Not asked", state.NotAsked);
        Add("Late", state.Late);
        facts.AddRange(state.Figures);
        blocks.Add(new Facts(facts));
        blocks.AddRange(Blockers(state));
        if (!run.IsOpen)
            blocks.Add(new Note($"Closed. The answers are in the thread; a late one is added there."));
        return new Card(Prompt.TitleOf(run), blocks).With(AnswerButton(run));

        bool IsShared(PersonId person) => !state.Hidden.Contains(person);

        void Add(string label, IReadOnlyList<PersonId> people)
        {
            if (people.Count > 0)
                facts.Add(new Fact(label, Listed(people)));
        }
    }

    /// <summary>Why a run that is over asked nobody, where it did not.</summary>
    public static IEnumerable<Block> NobodyAsked(Run run, RunState state, DateTimeZone zone)
    {
        if (run.IsOpen || state.Asked > 0 || state.Entries.Count == 0)
            yield break;
        if (state.Hindered.Count > 0)
        {
            yield return new Note($"Nobody could answer, because {NotRunning(run, state, zone)}.");
            yield break;
        }

        yield return new Note(state.Missed > 0 ? (Rich)$"Nobody was asked, because I was not running." : $"Nobody was asked.");
    }

    /// <summary>The one line that ends a run in its thread.</summary>
    /// <param name="quoted">The entries whose text it may show.</param>
    /// <param name="zone">On whose clock it says from when until when the bot was down.</param>
    public static Card Closing(Run run, RunState state, IReadOnlyList<string> quoted, DateTimeZone zone)
    {
        var shown = state.Blockers.Where(blocker => quoted.Contains(blocker.Entry)).Take(MostBlockers).ToList();
        Rich end = state switch
        {
            { Asked: > 0 } => $"Closed: {state.Answered.Count} of {state.Asked} answered.{Because(run, state, zone)}",
            { Hindered.Count: > 0 } => $"Closed: nobody could answer. {NotRunning(run, state, zone)}.",
            { Missed: > 0 } => $"Closed: nobody was asked, because I was not running.",
            _ => (Rich)$"Closed: nobody was asked.",
        };
        Rich blockers = shown.Count == 0 ? Rich.Empty : $" {(shown.Count == 1 ? "Blocker" : "Blockers")}: {Rich.Join("; ", shown.Select(Blocker))}.";
        Rich silent = state.Silent.Count == 0 ? Rich.Empty : (Rich)$" No answer: {Listed(state.Silent)}.";
        return Card.Of($"{end}{blockers}{silent}");
    }

    private static Rich NotRunning(Run run, RunState state, DateTimeZone zone) =>
        state.Down is { } down ? (Rich)$"I was not running {Downtimes.InWords(down, zone, run.Date)} {zone.Id}" : $"I was not running for most of the time";

    /// <summary>Why it is of no more people that it is told whether they answered.</summary>
    private static Rich Because(Run run, RunState state, DateTimeZone zone)
    {
        var missed = state.Missed == 1 ? "one was not asked" : $"{state.Missed} were not asked";
        var unable = state.Hindered.Count == 1 ? "one could not" : $"{state.Hindered.Count} could not";
        return (state.Hindered.Count, state.Missed) switch
        {
            (0, 0) => Rich.Empty,
            (0, _) => $" I was not running for a while, so {missed}.",
            (_, 0) => $" {NotRunning(run, state, zone)}, so {unable}.",
            _ => $" {NotRunning(run, state, zone)}, so {unable} and {missed}.",
        };
    }

    /// <summary>The entries whose text that line shows.</summary>
    public static IReadOnlyList<string> Quoted(RunState state) => [.. state.Blockers.Take(MostBlockers).Select(blocker => blocker.Entry).Distinct()];

    /// <summary>What that line becomes where somebody may answer all the same.</summary>
    public static Card OpenAgain() => Card.Of($"It was closed, and is open again.");

    public static Rich Listed(IReadOnlyList<PersonId> people)
    {
        var named = people.Take(MostNames).Select(person => (Rich)$"{person}");
        return people.Count <= MostNames ? Rich.Join(", ", named) : $"{Rich.Join(", ", named)} and {people.Count - MostNames} more";
    }

    private static Rich Names(IReadOnlyList<PersonId> people) => people.Count == 0 ? Rich.Empty : (Rich)$": {Listed(people)}";

    private static Paragraph Questions(Run run) => new(Rich.Join("\n", run.Questions.Select((question, at) => Preview.Line(question, at))));

    private static IEnumerable<Block> Blockers(RunState state)
    {
        if (state.Blockers.Count == 0)
            yield break;
        yield return new PeopleList("Blockers", [.. state.Blockers.Take(MostBlockers).Select(Blocker)]);
        if (state.Blockers.Count > MostBlockers)
            yield return new Note($"And {state.Blockers.Count - MostBlockers} more, in the thread.");
    }

    private static Rich Blocker(InTheWay blocker) => $"{blocker.Person}: {Excerpt.Plain(blocker.Text, Excerpt.Longest)}";

    private static Button AnswerButton(Run run) => new("Answer", AnswerCheckIn.To(run), ButtonStyle.Primary);
}
