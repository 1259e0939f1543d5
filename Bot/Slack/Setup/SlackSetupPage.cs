using System.Text;
using System.Text.Encodings.Web;
using AsyncBot.Bot.Hosting;
using AsyncBot.Core.Commands;

namespace AsyncBot.Bot.Slack.Setup;

/// <summary>
/// <c>/setup/slack</c>: the few steps from nothing to a bot in Slack, with the manifest to paste. It answers this machine only, and also before
/// Slack is configured, because that is when it is needed.
/// </summary>
public static class SlackSetupPage
{
    public const string Path = "/setup/slack";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <exception cref="ConfigurationException">The names of the commands can't be used.</exception>
    public static void MapSlackSetup(this WebApplication app)
    {
        var names = SlackOptions.CommandNamesOf(app.Configuration);
        _ = Manifest.Write(app.Services.GetRequiredService<CommandCatalog>(), names, null);
        var pages = app.MapGroup(Path).AddEndpointFilter(OnThisMachine);
        pages.MapGet("", (HttpRequest request, CommandCatalog commands) =>
            Results.Text(Render(request.Query["public_url"].ToString().Trim(), commands, names), "text/html", Encoding.UTF8));
        pages.MapGet("/setup.css", () => Results.Bytes(Style, "text/css; charset=utf-8"));
        pages.MapGet("/setup.js", () => Results.Bytes(Script, "text/javascript; charset=utf-8"));
    }

    private static byte[] Style { get; } = Embedded.Style("setup.css");

    private static byte[] Script { get; } = Embedded.File("setup.js");

    private static ValueTask<object?> OnThisMachine(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!Listening.IsLoopback(http.Request.Host.Host))
            return new(Results.NotFound());
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        http.Response.Headers.CacheControl = "no-cache";
        return next(context);
    }

    private static string Render(string typed, CommandCatalog commands, IReadOnlyDictionary<string, string> names)
    {
        var publicUrl = PublicUrl.Read(typed);
        var error = typed.Length > 0 && publicUrl is null ? $"That is no https address that Slack could call, such as {PublicUrl.Example}." : "";
        var invalid = error.Length > 0 ? " aria-invalid=\"true\"" : "";
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>AsyncBot in Slack</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{Path}/setup.css">
            <script src="{Path}/setup.js" defer></script>
            </head>
            <body>
            <main>
            <h1>AsyncBot in Slack</h1>
            <p>Six steps, about five minutes. You need to be allowed to install apps in your workspace.</p>
            <nav aria-label="How Slack reaches the bot">
            {Choice("Socket Mode", "The bot calls Slack. No public address, no open port.", publicUrl is null)}
            {Choice("Public address", "Slack calls the bot by https.", publicUrl is not null)}
            </nav>
            <form method="get" action="{Path}">
            <label for="public_url">Public address, if Slack shall call the bot</label>
            <div class="row"><input id="public_url" name="public_url" type="url" inputmode="url" autocomplete="off" spellcheck="false"
            placeholder="{PublicUrl.Example}" value="{Encoded(typed)}" aria-describedby="public_url_error"{invalid}>
            <button>Use it</button></div>
            <p class="error" id="public_url_error">{Encoded(error)}</p>
            </form>
            <ol>
            <li><p>Open <a href="https://api.slack.com/apps?new_app=1" rel="noopener noreferrer">api.slack.com/apps</a>, choose
            <b>From a manifest</b>, and pick your workspace.</p></li>
            <li><p>Choose <b>JSON</b>, paste this in place of what is there, then press <b>Next</b> and <b>Create</b>.</p>
            <div class="box"><textarea id="manifest" readonly rows="12" spellcheck="false" wrap="off" aria-label="Manifest">
            {Encoded(Manifest.Write(commands, names, publicUrl))}</textarea>
            <p class="row"><button type="button" id="copy" class="primary" hidden>Copy</button> <span id="copied" role="status"></span></p></div></li>
            <li><p>Under <b>Install App</b>, install it to your workspace and copy the <b>Bot User OAuth Token</b>.
            It is the bot’s <code>Slack__BotToken</code>.</p></li>
            {(publicUrl is null ? SocketSteps : HttpSteps)}
            <li><p>In Slack, type <code>/invite @AsyncBot</code> in a channel, then
            <code>{Encoded(IdeaCommand(names))} add Rotate the demo host</code>.</p></li>
            </ol>
            <p class="note">Tokens and secrets belong in the environment or in files (<code>Slack__BotToken_FILE</code>), never in a repository.
            This page shows none of them.</p>
            </main>
            </body>
            </html>

            """;
    }

    private const string SocketSteps = """
        <li><p>Under <b>Basic Information</b>, <b>App-Level Tokens</b>, generate one with the scope <code>connections:write</code>.
        It is <code>Slack__AppToken</code>.</p></li>
        <li><p>Start the bot with both set, and have it look whether all is well:</p><pre>dotnet run --project Bot -- slack check</pre></li>
        """;

    private const string HttpSteps = """
        <li><p>Under <b>Basic Information</b>, copy the <b>Signing Secret</b>. It is <code>Slack__SigningSecret</code>.</p></li>
        <li><p>Start the bot with both set and have it look whether all is well; then press <b>Retry</b> under <b>Event Subscriptions</b>,
        so that Slack sees it answer.</p><pre>dotnet run --project Bot -- slack check</pre></li>
        """;

    private static string IdeaCommand(IReadOnlyDictionary<string, string> names) =>
        names.GetValueOrDefault("idea", "/idea") is { Length: > 0 } command ? command : "@AsyncBot idea";

    private static string Choice(string name, string what, bool isChosen) =>
        $"""<a href="{(name == "Socket Mode" ? Path : "#public_url")}"{(isChosen ? " aria-current=\"true\"" : "")}><b>{name}</b> <span>{what}</span></a>""";

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
