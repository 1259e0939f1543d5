using AsyncBot.Core.Commands;
using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>Carries out what an event asks for; its answer is a message, committed with what was done.</summary>
public sealed class EventTurns(Dispatcher dispatcher, Answering answering)
{
    /// <summary>Slack delivers an event again until it is acknowledged, so it is when it is on disk.</summary>
    public async Task<Finished> Run(Inbound inbound)
    {
        var answer = await dispatcher.Dispatch(inbound, CancellationToken.None);
        return answer.IsUnsure ? Finished.Later : new Finished(SlackReply.Acknowledged, () => Tell(inbound, answer));
    }

    /// <summary>What could not be committed can't travel with a commit, and what could not be known at once is said later.</summary>
    private Task Tell(Inbound inbound, Answer answer) => !answer.IsPosted && answer.Reply.AsCard() is { } card
        ? answering.Tell(inbound, card, answer.Reply is Reply.Refused)
        : dispatcher.Better(inbound, answer, CancellationToken.None);
}
