namespace AsyncBot.Core.CheckIns;

/// <summary>What was answered before a run began, whose questions may have changed since.</summary>
internal static class EarlyAnswers
{
    /// <summary>The same with its answers to the questions that are asked now; without, where one of these is still to be answered.</summary>
    public static Entry In(Run run, Entry entry)
    {
        if (entry.Answers is not { Questions: not null } early)
            return entry;
        return Fitted(run, early) is { } answers
            ? entry with { Answers = answers, Earlier = [.. entry.Earlier.Select(each => Fitted(run, each)).OfType<Answers>()] }
            : entry with { Answers = null, Earlier = [], Draft = early.To(run) };
    }

    private static Answers? Fitted(Run run, Answers answers)
    {
        var texts = answers.To(run);
        var isWhole = run.Questions.Zip(texts).All(each => each.Second is not null || !AnswerForm.IsRequired(each.First));
        return isWhole ? answers with { Texts = texts, Questions = run.HasBegun ? null : run.Questions } : null;
    }
}
