using AsyncBot.Bot.Playground.Api;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>
/// Answers the page's calls with 200 even where the API would say 400 or 422: browsers write those into their console as errors, and a
/// field that was left empty is none.
/// </summary>
public sealed class QuietAnswers : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var isRefusal = answer is IStatusCodeHttpResult
        {
            StatusCode: StatusCodes.Status400BadRequest or StatusCodes.Status422UnprocessableEntity,
        };
        return isRefusal && answer is IValueHttpResult { Value: { } said } ? ApiJson.Answer(said) : answer;
    }
}
