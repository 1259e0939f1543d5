using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Hosting;

/// <summary>
/// Asks the bot a few questions before anybody else does, so that the first person does not wait for code to be compiled. They are asked
/// in a workspace where nobody is, and change nothing.
/// </summary>
public sealed class WarmUp(IServiceProvider services, Storage.Json.DocumentJson json, IClock clock) : IHostedService
{
    private static readonly WorkspaceId Nowhere = new("warm-up");

    private static readonly string[] Questions = ["help", "idea list", "idea show 1", "idea vote 1", "idea search demo", "idea vote twelve"];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var dispatcher = ActivatorUtilities.CreateInstance<Dispatcher>(services, new Silence());
        var reader = new Reader(DateTimeZone.Utc, clock.GetCurrentInstant(), person => person.Value, channel => channel.Value);
        foreach (var question in Questions)
        {
            var inbound = new Inbound(Nowhere, PersonId.Bot, ConversationId.Of(PersonId.Bot), null, null, new InboundContent.Text(question));
            var answer = await dispatcher.Dispatch(inbound, cancellationToken);
            json.Read<Reply>(json.Write(answer.Reply, typeof(Reply)));
            if (answer.Reply is Reply.Said { Card: var card })
                PlainText.Render(card, reader);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private sealed class Silence : ITurnLog, IDisposable
    {
        public IDisposable Begin(string turn) => this;

        public void Ended(string what, string outcome, TimeSpan took, bool changed = true)
        {
        }

        public void Failed(string what, Exception error)
        {
        }

        public void Dispose()
        {
        }
    }
}
