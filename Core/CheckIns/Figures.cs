using System.Globalization;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Sums up what was answered to questions that take a number or a choice.</summary>
internal static class Figures
{
    public static async Task<IReadOnlyList<Fact>> Of(Turn turn, Run run, IReadOnlyList<Entry> entries)
    {
        var facts = new List<Fact>();
        foreach (var (at, question) in run.Questions.Index())
        {
            if (question.IsAnonymous)
            {
                facts.Add(new Fact(question.Text, await Tally.Shows(turn, run, question)));
                continue;
            }

            var said = entries.Select(entry => entry.Answers?.To(run)[at]).OfType<string>().ToList();
            if (said.Count > 0 && Sum(question, said) is { } sum)
                facts.Add(new Fact(question.Text, sum));
        }

        return facts;
    }

    /// <param name="said">Readable answers, at least one.</param>
    private static Rich? Sum(Question question, List<string> said)
    {
        var answers = Counted.Of(said.Count, "answer", "answers");
        return question.Kind switch
        {
            QuestionKind.Scale => $"{Mean(said)} of {Question.ScaleEnd} ({answers})",
            QuestionKind.Number => $"{Mean(said)} on average ({answers})",
            QuestionKind.YesNo or QuestionKind.Choice => Rich.Join(
                ", ", question.Options.Where(said.Contains).Select(option => (Rich)$"{option} {said.Count(each => each == option)}")),
            _ => null,
        };
    }

    private static string Mean(List<string> said) =>
        said.Average(each => decimal.Parse(each, CultureInfo.InvariantCulture)).ToString("0.#", CultureInfo.InvariantCulture);
}
