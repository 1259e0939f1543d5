namespace AsyncBot.Bot.Slack;

/// <summary>
/// Every length and count beyond which Slack refuses a message, a view or a manifest. Lengths are code points for Slack and UTF-16 units
/// here, which are never fewer.
/// </summary>
public static class SlackLimits
{
    // Messages: https://docs.slack.dev/reference/methods/chat.postMessage
    /// <summary>More is not refused, but the method's page asks to stay below.</summary>
    public const int Text = 4_000;
    public const int MessageBlocks = 50;

    /// <summary>
    /// Over all blocks. Slack answers msg_blocks_too_long from about 13,200 on, and says so nowhere:
    /// https://github.com/slackapi/bolt-js/issues/2509.
    /// </summary>
    public const int MessageText = 12_000;

    // Files: https://docs.slack.dev/reference/methods/files.getUploadURLExternal (alt_txt_too_large)
    public const int AltText = 1_000;

    // Blocks: https://docs.slack.dev/reference/block-kit/blocks and …/block-elements, …/composition-objects
    public const int TextObject = 3_000;
    public const int Actions = 25;
    public const int ButtonText = 75;
    public const int ButtonValue = 2_000;
    public const int InputLabel = 2_000;
    public const int InputLength = 3_000;
    public const int Options = 100;
    public const int OptionText = 75;
    public const int OptionValue = 150;

    // Views: https://docs.slack.dev/reference/views
    public const int ViewBlocks = 100;
    public const int ViewTitle = 24;
    public const int PrivateMetadata = 3_000;
    public const int CallbackId = 255;

    /// <summary>Ours: a view may have 250 kB, and what a home says in 40,000 characters is below that in any script.</summary>
    public const int ViewText = 40_000;

    // The manifest: https://github.com/slackapi/manifest-schema (schemas/manifest.schema.2.0.0.json)
    public const int AppName = 35;
    public const int AppDescription = 140;
    public const int LeastAppLongDescription = 175;
    public const int AppLongDescription = 4_000;
    public const int Command = 32;
    public const int CommandDescription = 2_000;
    public const int CommandHint = 1_000;
    public const int ShortcutName = 24;
    public const int ShortcutDescription = 150;
    public const int BotName = 80;
    public const int BotEvents = 100;
    public const int NameOfScope = 50;
}
