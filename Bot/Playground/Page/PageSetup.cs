using System.Text;
using AsyncBot.Bot.Playground.Api;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>The page's services and addresses. What changes something goes through the API, which no other web site can call.</summary>
public static class PageSetup
{
    public const string Path = "/playground/page";

    public static IServiceCollection AddPlaygroundPage(this IServiceCollection services) => services
        .AddSingleton<Conversations>()
        .AddSingleton<ConversationHtml>()
        .AddSingleton<RollCall>()
        .AddSingleton<PeopleHtml>()
        .AddSingleton<ClockHtml>()
        .AddSingleton<HintsHtml>()
        .AddSingleton<PlaygroundPage>();

    public static void MapPlaygroundPage(this WebApplication app, bool allowsRemote)
    {
        var pages = app.MapGroup("").AddEndpointFilter(new PageGuard(allowsRemote));
        pages.MapGet("/", Show);
        pages.MapGet(Path + "/file", Save);
        pages.MapGet(Path + "/{name}", File);
        var calls = app.MapGroup(Path).AddEndpointFilter<RouteGroupBuilder, QuietAnswers>().AddEndpointFilter(new ApiGuard(allowsRemote));
        calls.MapActions();
        calls.MapPost("next", (ResetBody body, ClockApi clock, CancellationToken ct) => clock.ToNext(ct));
    }

    public static string FileUrl(string person, string message) => $"{Path}/file?as={Uri.EscapeDataString(person)}&message={Uri.EscapeDataString(message)}";

    /// <summary>The page as it is now; nothing but 304 where the visitor has it already, so looking every few seconds costs little.</summary>
    private static async Task<IResult> Show(HttpContext context, PlaygroundPage page, PlaygroundDirectory directory, CancellationToken ct)
    {
        var content = Encoding.UTF8.GetBytes((await page.Render(PageQuery.Read(context.Request.Query, directory), ct)).ToString());
        var tag = $"\"{PageFiles.VersionOf(content)}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        return context.Request.Headers.IfNoneMatch == tag
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(content, "text/html; charset=utf-8");
    }

    private static IResult File(string name, HttpContext context)
    {
        if (PageFiles.Find(name) is not { } file)
            return Results.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(file.Content, file.MediaType);
    }

    /// <summary>A file that the bot sent, for whoever sees its message.</summary>
    private static async Task<IResult> Save(string @as, string message, Access access, PlaygroundChat chat, CancellationToken ct)
    {
        var visible = await access.Visible(@as, message, ct);
        if (visible.File is { } file)
            return Results.File(Encoding.UTF8.GetBytes(file.Content), "application/octet-stream", file.Name);
        return await chat.Png(visible, @as, ct) is { } png ? Results.File(png, "image/png", visible.Picture!.FileName) : Results.NotFound();
    }
}
