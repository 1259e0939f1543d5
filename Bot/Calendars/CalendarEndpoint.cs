using System.Globalization;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using AsyncBot.Core.Documents;
using AsyncBot.Core.OnCall;
using Microsoft.Net.Http.Headers;

namespace AsyncBot.Bot.Calendars;

/// <summary>Shifts for calendar apps, which can't log in: the address is the permission, so it is shown, cached and logged nowhere else.</summary>
public static class CalendarEndpoint
{
    public const string Path = "/ical/";
    public const string Ending = ".ics";

    private const string Pace = "calendars";

    /// <summary>Apps look every few minutes at most; behind one address may be a whole office.</summary>
    private const int AtOnce = 120;
    private const int PerSecond = 5;

    public static IServiceCollection AddCalendars(this IServiceCollection services, Uri? publicUrl)
    {
        services.AddSingleton<ICalendarHost>(provider => ActivatorUtilities.CreateInstance<CalendarHost>(provider, new PublicAddress(publicUrl)));
        return services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limits.AddPolicy(Pace, context => RateLimitPartition.GetTokenBucketLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new()
            {
                TokenLimit = AtOnce,
                TokensPerPeriod = PerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }));
        });
    }

    public static void MapCalendars(this WebApplication app)
    {
        app.UseRateLimiter();
        app.MapMethods(Path + "{token}" + Ending, [HttpMethods.Get, HttpMethods.Head], Read).RequireRateLimiting(Pace);
    }

    private static async Task<IResult> Read(string token, HttpContext context, FeedReader feeds, CancellationToken ct)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["X-Robots-Tag"] = "noindex";
        try
        {
            if (await feeds.Find(token, ct) is not { } calendar)
            {
                headers.CacheControl = "no-store";
                return Results.Text("There is no such calendar. Its owner gets a new address with: oncall calendar", statusCode: StatusCodes.Status404NotFound);
            }

            headers.CacheControl = "private, max-age=300";
            var content = CalendarText.Write(calendar);
            var version = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"");
            headers.ContentDisposition = "inline; filename=\"on-call.ics\"";
            return Results.Bytes(content, "text/calendar; charset=utf-8", entityTag: version);
        }
        catch (Exception error) when (error is StoreFailedException or Core.Messages.DirectoryUnavailableException)
        {
            headers.RetryAfter = "60";
            return Results.Text("I can’t reach my notes right now. Please try again in a minute.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
