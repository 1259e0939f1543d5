using System.Globalization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>
/// What was answered to one question without names: only how often each step was chosen. It is shown from four answers on, and then only when four more
/// came, so that nobody can tell from one state and the next what a single person said.
/// </summary>
/// <param name="Question">The text of the question, which may be asked at another place than before.</param>
/// <param name="Counts">How often each step was chosen, the lowest first.</param>
/// <param name="Shown">The counts that others see.</param>
public sealed record Tally(string Run, string Question, IReadOnlyList<int> Counts, IReadOnlyList<int> Shown)
{
    /// <summary>Fewer answers than this are not shown, and neither is the difference of fewer.</summary>
    public const int Least = 4;

    public static readonly DocumentType<Tally> Type = new(
        "checkin.tally",
        tally => IdOf(tally.Run, tally.Question),
        new DocumentIndex<Tally>("run", tally => tally.Run, tally => Digest.Of(tally.Question)));

    public static string IdOf(string run, string question) => $"{run} {Digest.Of(question)}";

    /// <summary>Counts the answers without names, each person's once.</summary>
    /// <returns>The answers that are kept with the name, and the questions that were answered without.</returns>
    public static async Task<(IReadOnlyList<string?> Named, IReadOnlyList<string> Tallied)> Take(Turn turn, Run run, Entry entry, IReadOnlyList<string?> texts)
    {
        var named = texts.ToArray();
        var tallied = entry.Tallied.ToList();
        foreach (var (at, question) in run.Questions.Index().Where(each => each.Item.IsAnonymous))
        {
            named[at] = null;
            if (tallied.Contains(question.Text) || texts[at] is not { } said)
                continue;
            tallied.Add(question.Text);
            var stored = await turn.Find(Type, IdOf(run.Id, question.Text));
            var tally = stored?.Value ?? new Tally(run.Id, question.Text, new int[CheckIns.Question.ScaleEnd], new int[CheckIns.Question.ScaleEnd]);
            turn.Batch.Put(Type, tally.With(int.Parse(said, CultureInfo.InvariantCulture)), stored?.Version ?? Batch.New);
        }

        return (named, tallied);
    }

    public Tally With(int step)
    {
        var counts = Counts.ToArray();
        counts[step - 1]++;
        return this with { Counts = counts, Shown = counts.Sum() - Shown.Sum() >= Least ? counts : Shown };
    }

    /// <summary>What others may see: the mean of at least four answers, or how many are missing.</summary>
    public static async Task<Rich> Shows(Turn turn, Run run, Question question)
    {
        var shown = (await turn.Find(Type, IdOf(run.Id, question.Text)))?.Value.Shown ?? [];
        if (shown.Sum() == 0)
            return $"shown from {Least} answers on";
        var mean = shown.Index().Sum(step => (step.Index + 1) * step.Item) / (double)shown.Sum();
        return $"{mean.ToString("0.0", CultureInfo.InvariantCulture)} of {CheckIns.Question.ScaleEnd} ({shown.Sum()} answers)";
    }
}
