using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>What somebody said the time before that they would do.</summary>
public sealed record LastTime(string Question, string Answer)
{
    /// <summary>As many runs back is looked for an answer.</summary>
    private const int Runs = 6;

    /// <summary>The runs before one, the newest first.</summary>
    public static async Task<IReadOnlyList<Run>> Before(Turn turn, Run run)
    {
        var runs = await turn.Once((typeof(LastTime), run.CheckIn), () => CheckInBook.RunsOf(turn, run.CheckIn, Runs));
        return [.. runs.Select(stored => stored.Value).Where(each => each.Date < run.Date || (each.Date == run.Date && each.OpenedAt < run.OpenedAt))];
    }

    /// <summary>The plans of the latest run that they answered, before this one.</summary>
    public static async Task<IReadOnlyList<LastTime>> Of(Turn turn, Run run, PersonId person)
    {
        if (run.Questions.All(question => question.Role != QuestionRole.Plan))
            return [];
        foreach (var earlier in await Before(turn, run))
        {
            if (await turn.Find(Entry.Type, Entry.IdOf(earlier.Id, person)) is not { Value.Answers: { } answers })
                continue;
            return
            [
                .. earlier.Questions.Zip(answers.To(earlier))
                    .Where(each => each.First.Role == QuestionRole.Plan && each.Second is not null)
                    .Select(each => new LastTime(each.First.Text, each.Second!)),
            ];
        }

        return [];
    }
}
