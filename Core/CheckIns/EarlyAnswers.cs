using AsyncBot.Core.Messages;

namespace AsyncBot.Core.CheckIns;

/// <summary>What was answered before a run began, where its questions changed after that.</summary>
internal static class EarlyAnswers
{
    /// <summary>The same with its answers to the questions that are asked; without, where one of these is still to be answered.</summary>
    public static Entry Fitted(Run run, Entry entry, Instant now)
    {
        if (run.Before is not { } before || entry.Answers is not { } answers || answers.At > run.BegunAt)
            return entry;
        var texts = run.Questions.Select(question => TextOf(question)).ToList();
        var isWhole = run.Questions.Zip(texts).All(each => each.Second is not null || !AnswerForm.IsRequired(each.First));
        var fitted = entry with { Tallied = [.. entry.Tallied.Select(AtNow).Where(at => at >= 0)], Earlier = [] };
        return isWhole
            ? fitted with { Answers = answers with { Texts = texts } }
            : fitted.After(new Happening(now, Deed.QuestionsChanged, PersonId.Bot)) with { Answers = null, Draft = texts };

        string? TextOf(Question question) => IndexIn(before, question) is >= 0 and var at ? answers.Texts[at] : null;
        int AtNow(int at) => IndexIn(run.Questions, before[at]);
    }

    private static int IndexIn(IReadOnlyList<Question> questions, Question question) =>
        questions.Index().Where(each => each.Item.Equals(question)).Select(each => each.Index).DefaultIfEmpty(-1).First();
}
