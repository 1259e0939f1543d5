using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Online;

/// <summary>
/// Finds the hours in which people on different clocks all work, so that nobody has to get up at night to meet; or else the ones that hurt least.
/// </summary>
[Command("online overlap", "Find the hours that people have in common", Example = "online overlap @ana @ben", Question = true)]
public sealed record FindOverlap(
    [Arg("The people", Name = "@p … [for 45m] [next week|on tuesday]", Rest = true, Ids = true, Max = 2_000)] string? Words = null) : ICommand
{
    private const int MostPeople = 40;

    private static readonly Typed Example = new("online overlap @ana @ben for 45m next week");

    public sealed class Handler : ICommandHandler<FindOverlap>
    {
        public async Task<Reply> Handle(FindOverlap command, Turn turn)
        {
            var zone = turn.Caller.Zone;
            var (words, problem, choices) = OverlapWords.Read(command.Words ?? "", turn.Now, zone);
            if (words is null)
                return Reply.Refuse($"{problem} Try: {Example}", [.. choices.Select(choice => new Button(choice.Days, new FindOverlap(choice.Question)))]);
            var whom = await Whom.Read(turn, words.Who);
            if (whom.IsNobody)
                return Reply.Refuse($"Say whose hours: people, or a channel. Try: {Example}");
            if (whom.Unclear is { } unclear)
                return unclear.Ask(who => new FindOverlap(words.Again(who: who)));
            var inChannels = await Together.InChannels(turn, whom);
            if (Together.Count(turn, whom, inChannels) is > MostPeople and var count)
                return Reply.Refuse($"{count} people are more than the {MostPeople} whose hours I compare. Try: {Example}");
            var together = await Together.Of(turn, whom, inChannels);
            if (together.NoName is { } word)
                return Reply.Refuse($"I can’t read “{Excerpt.Word(word)}” as a person, a day or a length. Try: {Example}");
            if (together.People.Count < 2)
            {
                Rich untold = together.Untold.Count > 0 ? $"{NotTold.Of(together.Untold)} " : Rich.Empty;
                return Reply.Refuse($"{untold}It takes two people whose hours I know. Try: {Example}");
            }
            return Reply.Say(Answer(turn, words, together));
        }

        private static Card Answer(Turn turn, OverlapWords words, Together together)
        {
            var hours = together.People.Select(person => person.Hours);
            var question = new OverlapQuestion([.. hours], turn.Caller.Zone, words.First, words.Last, words.Length, turn.Now);
            var overlap = Overlap.Of(question);
            var isOver = overlap.Windows.Count == 0 && IsOver(words, question);
            if (isOver)
            {
                question = question with { First = question.First.PlusWeeks(1), Last = question.Last.PlusWeeks(1) };
                overlap = Overlap.Of(question);
            }

            return new OverlapCard(question, overlap, together, words, isOver).ToCard();
        }

        /// <summary>Whether a week has only its weekend left, or this week or weekday had common hours that are past.</summary>
        private static bool IsOver(OverlapWords words, OverlapQuestion question)
        {
            var today = question.DayOf(question.Now);
            return (words.IsThisWeek || (words.IsWeekday && question.First == today))
                && ((words.IsThisWeek && today.DayOfWeek >= IsoDayOfWeek.Saturday) || CommonHours.Of(question with { Now = Instant.MinValue }).Count > 0);
        }
    }
}
