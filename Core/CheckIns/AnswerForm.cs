using System.Globalization;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>The form in which a check-in is answered: an input for each question, and what one should remember beside it.</summary>
internal static class AnswerForm
{
    private static readonly string Argument = nameof(AnswerCheckIn.Answers).ToLowerInvariant();

    /// <summary>Comes with the form, so that one that was sent empty is told from one that is asked for.</summary>
    private const string Sent = "sent";

    /// <summary>The answers as they are kept, or by input what is wrong.</summary>
    public sealed record Reading(IReadOnlyList<string?> Texts, IReadOnlyDictionary<string, string> Wrong);

    /// <param name="text">What was typed and does not fit the questions; it stands in the first field that takes text.</param>
    public static async Task<Form> Of(Turn turn, Asked asked, string? text)
    {
        var run = asked.Run;
        var entry = asked.Entry?.Value;
        var last = entry?.Answers is null && text is null ? await LastTime.Of(turn, run, turn.Caller.Person) : [];
        var typed = text;
        var placed = text is null ? null : Split.Placed(run.Questions, text);
        var done = run.Questions.Count(question => question.Role == QuestionRole.Done) == 1;
        var inputs = new List<Input>();
        foreach (var (at, question) in run.Questions.Index())
        {
            if (question.IsAnonymous && entry?.Tallied.Contains(question.Text) == true)
                continue;
            var value = entry?.Answers is { } answers ? answers.To(run)[at] : entry?.Draft?[at];
            if (value is null && done && question.Role == QuestionRole.Done && last is [{ Answer: var planned }, ..])
                value = planned;
            if (placed is not null)
                value = placed[at] ?? value;
            else if (text is not null && question.Kind == QuestionKind.Text)
                (value, text) = (text, null);
            inputs.Add(new Input(
                Fields.NameOf(Argument, FieldOf(at)), question.Label, IsRequired(question), question.Kind == QuestionKind.Text ? Question.LongestAnswer : 200,
                question.Kind == QuestionKind.Text, question.Options, value));
        }

        var beside = new List<Rich>();
        if (typed is not null)
            beside.Add($"That is {Counted.Of(Split.Count(typed), "part", "parts")}, and there are {run.Questions.Count} questions. What goes where?");
        if (text is not null && placed is null)
            beside.Add($"You wrote: {Excerpt.Plain(text, Excerpt.Longest)}");
        beside.AddRange(last.Select(each => (Rich)$"Last time you said to “{each.Question}”: {Excerpt.Of(each.Answer, $"checkin report {run.Name}", 500)}"));
        beside.AddRange(await Beside.Of(turn));
        return new Form(
            $"{run.Name}, {run.Day}", CommandShape.Of<AnswerCheckIn>().Name, inputs,
            new Dictionary<string, string> { ["run"] = run.Id, [Fields.NameOf(Argument, Sent)] = Sent }, beside, new AnswerCheckIn(typed, run.Id));
    }

    public static bool IsEmpty(Run run, Fields fields) => run.Questions.Index().All(question => fields[FieldOf(question.Index)] is null);

    public static string FieldOf(int question) => (question + 1).ToString(CultureInfo.InvariantCulture);

    public static Reading Read(Run run, Fields fields)
    {
        var texts = new string?[run.Questions.Count];
        var wrong = new Dictionary<string, string>();
        foreach (var (at, question) in run.Questions.Index())
        {
            if (fields[FieldOf(at)] is not { } said)
            {
                if (IsRequired(question))
                    wrong[Fields.NameOf(Argument, FieldOf(at))] = $"“{question.Text}” is still to be answered.";
                continue;
            }

            (texts[at], var problem) = question.Read(said);
            if (problem is not null)
                wrong[Fields.NameOf(Argument, FieldOf(at))] = problem;
        }

        return new Reading(texts, wrong);
    }

    /// <summary>Nobody has to have a blocker, nor to say how they feel.</summary>
    public static bool IsRequired(Question question) => question is { Role: not QuestionRole.Blocker, IsAnonymous: false };
}
