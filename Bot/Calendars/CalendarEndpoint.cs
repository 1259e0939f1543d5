using System.Security.Cryptography;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.OnCall;
using Microsoft.Net.Http.Headers;

namespace AsyncBot.Bot.Calendars;

/// <summary>Shifts for calendar apps, which can't log in: the address is the permission, so it is shown, cached and logged nowhere else.</summary>
public static class CalendarEndpoint
{
    public const string Path = "/ical/";
    public const string Ending = ".ics";

    /// <summary>Apps look every few minutes at most; behind one address may be a whole office.</summary>
    private const int AtOnce = 120;
    private const int PerMinute = 300;

    public static void AddCalendars(this IServiceCollection services, Uri? publicUrl) =>
        services.AddSingleton<ICalendarHost>(provider => ActivatorUtilities.CreateInstance<CalendarHost>(provider, new PublicAddress(publicUrl)));

    public static void MapCalendars(this WebApplication app)
    {
        var allowances = new Allowances<string>(AtOnce, PerMinute, TimeProvider.System);
        app.MapMethods(Path + "{token}" + Ending, [HttpMethods.Get, HttpMethods.Head], Read).AddEndpointFilter(async (called, next) =>
        {
            if (allowances.Allows(called.HttpContext.Connection.RemoteIpAddress?.ToString() ?? ""))
                return await next(called);
            called.HttpContext.Response.Headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        });
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
