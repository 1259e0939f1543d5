using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Slack.Api;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Ideas;

namespace AsyncBot.Bot.Slack.Setup;

/// <summary>
/// The app as Slack wants it described, to be pasted when the app is made: its commands are those of the catalogue, and it asks for
/// nothing that no code needs. <see href="https://docs.slack.dev/reference/app-manifest"/>.
/// </summary>
public static class Manifest
{
    private const string Name = "AsyncBot";
    private const string Everything = "async";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the app must be allowed, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Scopes { get; } =
        [.. SlackMethods.BotScopes.Concat(SlackEvents.All.SelectMany(each => each.Scopes)).Append("commands").Distinct().Order(StringComparer.Ordinal)];

    /// <param name="names">Commands of another name by noun; empty leaves one out.</param>
    /// <param name="publicUrl">Where Slack reaches the bot; null for Socket Mode.</param>
    /// <exception cref="ConfigurationException">Two commands have one name.</exception>
    public static string Write(CommandCatalog commands, IReadOnlyDictionary<string, string> names, Uri? publicUrl) => new JsonObject
    {
        ["display_information"] = Display(),
        ["features"] = new JsonObject
        {
            ["app_home"] = new JsonObject { ["home_tab_enabled"] = true, ["messages_tab_enabled"] = true, ["messages_tab_read_only_enabled"] = false },
            ["bot_user"] = new JsonObject { ["display_name"] = Name, ["always_online"] = true },
            ["shortcuts"] = Shortcuts(commands),
            ["slash_commands"] = SlashCommands(commands, names, publicUrl),
        },
        ["oauth_config"] = new JsonObject { ["scopes"] = new JsonObject { ["bot"] = ListOf(Scopes) } },
        ["settings"] = Settings(publicUrl),
    }.ToJsonString(Indented);

    private static JsonObject Display() => new()
    {
        ["name"] = Name,
        ["description"] = "For teams that work at different times: ideas are caught in two seconds and voted on in everybody's own morning.",
        ["background_color"] = "#4347b8",
        ["long_description"] =
            "On this team it is always 3 a.m. for somebody, and nobody minds. Save an idea with a command, with a light bulb on any message, or from "
            + "a message's menu; your teammates vote on it when they are awake. Every change can be undone for ten minutes, times are shown on each "
            + "reader's own clock, and nobody sees what belongs to a channel they are not in.\n\n"
            + "This app is hosted by your own team. Say help to it in a direct message to see everything that it can do.",
    };

    private static JsonArray Shortcuts(CommandCatalog commands) =>
    [
        .. commands.Shortcuts.Select(each => new JsonObject
        {
            ["name"] = each.Name,
            ["type"] = "message",
            ["callback_id"] = each.Id,
            ["description"] = each.Description,
        }),
        new JsonObject
        {
            ["name"] = "Save an idea",
            ["type"] = "global",
            ["callback_id"] = SlackShortcuts.FormOf(CommandShape.Of<AddIdea>().Name),
            ["description"] = "Save an idea from anywhere",
        },
    ];

    private static JsonArray SlashCommands(CommandCatalog commands, IReadOnlyDictionary<string, string> names, Uri? publicUrl) =>
        [.. new SlackCommandNames(names, commands).All.Select(each => SlashCommand(commands, each.Noun, each.Command, publicUrl))];

    private static JsonObject SlashCommand(CommandCatalog commands, string noun, string name, Uri? publicUrl)
    {
        var written = new JsonObject { ["command"] = name };
        if (publicUrl is not null)
            written["url"] = PublicUrl.Of(publicUrl, SlackAddresses.Commands);
        written["description"] = DescriptionOf(commands, noun);
        written["usage_hint"] = HintOf(commands, noun);
        written["should_escape"] = true;
        return written;
    }

    private static string DescriptionOf(CommandCatalog commands, string noun) =>
        commands.Announced.TryGetValue(noun, out var what) ? $"{what}: to come with a later version"
        : noun == Everything ? "Help, settings, and what I know of you"
        : commands.FirstOf(noun).Summary;

    /// <summary>The default verb as it is typed, then the other verbs.</summary>
    private static string HintOf(CommandCatalog commands, string noun)
    {
        if (commands.Announced.ContainsKey(noun))
            return "(later)";
        var first = commands.DefaultOf(noun);
        var verbs = commands.Of(noun).Where(shape => shape.Verb.Length > 0 && shape != first).Select(shape => shape.Verb);
        var needed = first?.Args.Where(arg => arg is { IsHidden: false, IsRequired: true }).Select(arg => arg.Usage) ?? [];
        var start = noun == Everything ? "help" : first is null ? null : $"[{first.Verb}] {string.Join(' ', needed)}";
        return string.Join(" | ", verbs.Prepend(start).OfType<string>());
    }

    private static JsonObject Settings(Uri? publicUrl)
    {
        var events = new JsonObject();
        var interactivity = new JsonObject { ["is_enabled"] = true };
        if (publicUrl is not null)
        {
            events["request_url"] = PublicUrl.Of(publicUrl, SlackAddresses.Events);
            interactivity["request_url"] = PublicUrl.Of(publicUrl, SlackAddresses.Interactions);
        }

        events["bot_events"] = ListOf(SlackEvents.All.Select(each => each.Name));
        return new JsonObject
        {
            ["event_subscriptions"] = events,
            ["interactivity"] = interactivity,
            ["org_deploy_enabled"] = false,
            ["socket_mode_enabled"] = publicUrl is null,
            ["token_rotation_enabled"] = false,
        };
    }

    private static JsonArray ListOf(IEnumerable<string> words) => [.. words.Select(word => JsonValue.Create(word))];
}
