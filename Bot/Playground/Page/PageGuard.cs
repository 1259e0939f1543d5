using AsyncBot.Bot.Hosting;
using AsyncBot.Core.Documents;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>Shows the page to this machine only, and forbids it everything that it does not need.</summary>
public sealed class PageGuard(bool allowsRemote) : IEndpointFilter
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!allowsRemote && !Listening.IsLoopback(context.HttpContext.Request.Host.Host))
            return Results.Text("The playground answers on this machine only; open it as http://localhost.", statusCode: StatusCodes.Status403Forbidden);
        try
        {
            return await next(context);
        }
        catch (PlaygroundException wrong)
        {
            return Results.Text($"{wrong.Message}.", statusCode: wrong.Status);
        }
        catch (StoreFailedException)
        {
            return Results.Text(
                "I can’t reach my notes right now. What I confirmed before is safe; please try again in a minute.",
                statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
