using System.Text.Json;
using AsyncBot.Bot.Hosting;
using AsyncBot.Core.Documents;
using Microsoft.Net.Http.Headers;

namespace AsyncBot.Bot.Playground.Api;

/// <summary>Lets only this machine's own programs in, takes only well-formed JSON, and answers what is wrong with a sentence.</summary>
public sealed class ApiGuard(bool allowsRemote) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!allowsRemote && !Listening.IsLoopback(request.Host.Host))
            return Wrong("the playground answers on this machine only; open it as http://localhost", StatusCodes.Status403Forbidden);
        if (HttpMethods.IsPost(request.Method) && !IsJson(request))
            return Wrong("the body must be application/json", StatusCodes.Status415UnsupportedMediaType);
        try
        {
            return await next(context);
        }
        catch (PlaygroundException wrong)
        {
            return Wrong(wrong.Message, wrong.Status);
        }
        catch (JsonException wrong)
        {
            var place = wrong.Path is { Length: > 0 } path ? $" (at {path})" : "";
            return Wrong("the body is not the JSON that this call takes" + place, StatusCodes.Status400BadRequest);
        }
        catch (StoreFailedException)
        {
            return Wrong(
                "I can’t reach my notes right now; what I confirmed before is safe. Please try again in a minute.",
                StatusCodes.Status503ServiceUnavailable);
        }
        catch (BadHttpRequestException wrong)
        {
            var isLarge = wrong.StatusCode == StatusCodes.Status413PayloadTooLarge;
            return Wrong(isLarge ? "the body is larger than 256 KB" : "the request is malformed", wrong.StatusCode);
        }
    }

    /// <summary>Reads the body of a call.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static async Task<T> Body<T>(HttpRequest request, CancellationToken ct) where T : class
    {
        // Read whole, because reading from a stream passes over a byte order mark, which JSON does not begin with.
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ct);
        return JsonSerializer.Deserialize<T>(body.GetBuffer().AsSpan(0, (int)body.Length), ApiJson.Options) ?? throw new JsonException();
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static IResult Wrong(string error, int status) => ApiJson.Answer(new ErrorAnswer(error), status);
}
