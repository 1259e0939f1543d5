using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>How somebody's answers look to the others.</summary>
public static class AnswerText
{
    /// <summary>As many characters of an answer are shown; the report has all of it.</summary>
    private const int Shown = 1_500;

    /// <summary>Shows the answers in the thread of the run.</summary>
    public static PostId Post(Turn turn, Run run, Entry entry) => turn.Post(
        run.Home, Of(run, entry), subject: run.Subject, zone: DateTimeZoneProviders.Tzdb[entry.Zone], quotes: [entry.Subject], threadOf: run.Root);

    /// <param name="most">As many characters of an answer are shown.</param>
    public static Card Of(Run run, Entry entry, int most = Shown)
    {
        var answers = entry.Answers!;
        var facts = run.Questions.Zip(answers.To(run))
            .Where(each => each.Second is not null)
            .Select(each => new Fact(each.First.Text, Whole(run, each.Second!, most)))
            .ToList();
        Rich late = answers.Timeliness switch
        {
            Timeliness.Late => $" (late)",
            Timeliness.Early => $" (early)",
            _ => Rich.Empty,
        };
        Rich edited = entry.Earlier.Count > 0 ? (Rich)$", edited" : Rich.Empty;
        var heading = new Paragraph($"{entry.Person}{late}{edited}");
        if (facts.Count > 0)
            return new Card(null, [heading, new Facts(facts)]);
        var isForgotten = entry.Person == PersonId.Former;
        return new Card(null, [heading, new Note(isForgotten ? (Rich)$"What they answered is forgotten." : $"Answered without a name only.")]);
    }

    /// <summary>With its lines as they are, as far as it is not too long.</summary>
    private static Rich Whole(Run run, string text, int most) =>
        text.Length <= most ? (Rich)$"{text}" : Excerpt.Of(text, $"checkin export {run.Name}", most);

    public static Card TakenBack(Entry entry) => Card.Of($"{entry.Person} took their answer back.");

    /// <summary>What is left where it stood before its thread was there.</summary>
    public static Card Moved(Run run, Entry entry) => Card.Of($"What {entry.Person} answered is in the thread of {Prompt.TitleOf(run)} now.");

    /// <summary>Of whoever never answered there was only a question.</summary>
    public static Card Removed(Entry entry) =>
        Card.Of(entry.Answers is null && entry.Earlier.Count == 0 ? (Rich)$"What was here was removed." : $"An answer was removed.");
}
