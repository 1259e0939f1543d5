using AsyncBot.Core.Documents;

namespace AsyncBot.Bot.Hosting;

/// <summary>What a supervisor asks: whether to restart the process, and whether to send it work.</summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz/live", () => Results.Text("alive"));
        app.MapGet("/healthz/ready", async (IStore store, CancellationToken ct) =>
        {
            try
            {
                await store.NextDue(Core.Turns.Queues.Outbox, ct);
                return Results.Text("ready");
            }
            catch (StoreFailedException)
            {
                return Results.Text("the store failed", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
