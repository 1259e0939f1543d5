using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>
/// Something that was said in the thread of a run without naming the bot: an answer, where it can hardly be anything else, and otherwise talk among
/// people, on which the bot does not comment.
/// </summary>
[Command("checkin heard", "Notice an answer in a run’s thread", Hidden = true)]
public sealed record HearReply([Arg("The text", Rest = true, Max = Question.LongestAnswer)] string Text) : ICommand
{
    public sealed class Handler : ICommandHandler<HearReply>
    {
        public async Task<Reply> Handle(HearReply command, Turn turn)
        {
            if (Blank.Is(command.Text) || await CheckInBook.RunOfThread(turn) is not { } run || await Target.Of(turn, run.Id) is not { } asked)
                return Reply.Nothing;
            var isMeant = asked.IsWaiting(turn.Now) && run.Asking == Asking.Channel;
            var fits = run.Questions.Count > 1 && Split.Into(run.Questions.Count, command.Text) is not null;
            return isMeant || (fits && asked.IsUnanswered)
                ? await new AnswerCheckIn.Handler().Handle(new AnswerCheckIn(command.Text, run.Id), turn)
                : Reply.Nothing;
        }
    }
}
