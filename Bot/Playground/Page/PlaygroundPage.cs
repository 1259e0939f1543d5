namespace AsyncBot.Bot.Playground.Page;

/// <summary>The first page that a newcomer sees: a small workspace where nobody needs an account to try anything.</summary>
public sealed class PlaygroundPage(RollCall rollCall, Conversations conversations, ConversationHtml panes, PeopleHtml people, ClockHtml clock, HintsHtml hints)
{
    public async Task<Html> Render(PageQuery query, CancellationToken ct)
    {
        var everybody = await rollCall.Of(query.As, ct);
        var own = await conversations.Read(query.As, query.Place, query.Show, ct);
        var beside = query.Beside is { } other ? await conversations.Read(other, query.Place, query.Show, ct) : null;
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{NameOf(query.Place)} as {query.As.Name} · AsyncBot playground</title>
            <link rel="icon" type="image/svg+xml" href="{PageFiles.UrlOf("favicon.svg")}">
            <link rel="stylesheet" href="{PageFiles.UrlOf("page.css")}">
            <script src="{PageFiles.UrlOf("composer.js")}" defer></script>
            <script src="{PageFiles.UrlOf("page.js")}" defer></script>
            </head>
            <body data-as="{query.As.Id}" data-in="{query.Place}"{Html.If(beside is not null, $" class=\"two\"")}>
            <a class="skip" href="#line">Skip to where you type</a>
            <header class="top">
            <div class="hello">{Icons.Face}<div><h1><a href="{query.Url}">AsyncBot</a> <small>playground</small></h1>
            <p>On this team it is always 3 a.m. for somebody, and nobody minds. <span class="begin">Start with
            <button type="button" class="chip" data-fill="/idea add Rotate the demo host">/idea add Rotate the demo host</button></span></p></div></div>
            {clock.Render(everybody.Viewer)}
            </header>
            <aside class="side">
            {people.Render(query, everybody)}
            </aside>
            <main class="panes" id="panes">
            {HoursStrip.Render(everybody.Viewer.Colleague, everybody.At, everybody.Known)}
            {panes.Render(own, everybody, "", people.Watch(query), query.CanShowMore ? query.UrlEarlier : "")}
            {(beside is null ? Html.Empty : panes.Render(beside, everybody, "beside-", Html.Empty, ""))}
            <div class="composer" id="composer-box">
            {hints.Render(query.As)}
            <p id="answering" data-keep hidden>Answering <b></b> in a thread. <button type="button" data-stop-answering>Stop</button></p>
            {(own.IsArchived ? (Html)$"""<p id="closed" class="note">Nobody can write here any more.</p>""" : Composer(query))}
            <p id="status" role="status" data-keep></p>
            <noscript><p class="note">Reading works without a script; typing and pressing buttons needs the one of this page.</p></noscript>
            </div>
            </main>
            <dialog id="reset" data-keep aria-labelledby="reset-title"><form method="dialog"><h2 id="reset-title">Start all over?</h2>
            <p>Everything that was said, saved and planned in the playground goes, and the clock shows today again.</p>
            <div class="buttons"><button value="">Keep it</button>
            <button type="button" class="danger" data-reset>Reset everything</button></div></form></dialog>
            </body>
            </html>

            """;
    }

    private static Html Composer(PageQuery query) => $"""
        <form id="composer" data-keep><label class="aside" for="line">Your message in {NameOf(query.Place)}</label>
        <textarea id="line" rows="1" dir="auto" maxlength="40000" autocomplete="off" aria-autocomplete="list" aria-controls="hints"
        aria-describedby="keys" placeholder="{Placeholder(query.Place)}"></textarea>
        <button type="button" class="peek" id="peek" data-peek aria-controls="hints"
        title="Show what I can type"><span aria-hidden="true">/</span><span class="aside">Show what I can type</span></button>
        <button class="primary" id="send">Send</button>
        <span class="aside" id="keys">Enter sends, Shift and Enter begins a new line, arrow keys choose a command, Escape closes the list.</span></form>
        """;

    private static string Placeholder(string place) =>
        place == PageQuery.Direct ? "Tell AsyncBot, or type /" : $"Message {place}, or type /";
    private static string NameOf(string place) => place == PageQuery.Direct ? "Direct messages" : place;
}
