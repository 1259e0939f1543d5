using System.Globalization;
using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>files.*: an upload URL, the bytes, and then where the file is shown.</summary>
internal static class FileMethods
{
    public static IReadOnlyList<SlackMethod> All { get; } =
        [new("files.getUploadURLExternal", Begin, "files:write"), new("files.completeUploadExternal", Complete, "files:write")];

    private static JsonObject Begin(FakeSlack slack, SlackRequest request)
    {
        var name = request.Needs("filename");
        if (!long.TryParse(request.Needs("length"), CultureInfo.InvariantCulture, out var length) || length <= 0)
            throw new SlackRefusal("invalid_arguments", "[ERROR] must be greater than 0 [json-pointer:/length]");
        if (request["alt_txt"] is { Length: > 1_000 })
            throw new SlackRefusal("alt_txt_too_large");
        var file = new SlackFile(slack.State.NextId("F"), name, length) { AltText = request["alt_txt"] };
        slack.State.Files[file.Id] = file;
        return new JsonObject { ["upload_url"] = new Uri(slack.Address, "upload/" + file.Id).AbsoluteUri, ["file_id"] = file.Id };
    }

    private static JsonObject Complete(FakeSlack slack, SlackRequest request)
    {
        var state = slack.State;
        var files = (request.Json("files", "invalid_arguments") as JsonArray)?.OfType<JsonObject>().ToList() ?? [];
        if (files.Count == 0 || files.Any(file => (string?)file["id"] is null))
            throw new SlackRefusal("invalid_arguments", "[ERROR] missing required field: files");
        var channel = request["channel_id"] is { } id ? Places.Of(state, id) : null;
        if (channel is not null)
            Places.Writable(channel);
        if (files.Any(file => !state.Files.TryGetValue((string)file["id"]!, out var known) || known.Content is null || known.Content.Length != known.Length))
            throw new SlackRefusal("file_not_found");
        foreach (var file in files)
        {
            var known = state.Files[(string)file["id"]!];
            state.Files[known.Id] = known with { Title = (string?)file["title"] ?? known.Name, SharedIn = channel?.Id };
        }

        var blocks = BlockRules.Message(request.Json("blocks", "invalid_blocks_format"));
        if (channel is not null)
            state.Messages.Add(new SlackMessage(channel.Id, state.NextTs(), FakeSlack.BotUser)
            {
                Text = request["initial_comment"] ?? "",
                BlocksJson = blocks is null ? "[]" : SlackElement.Named(blocks, () => state.NextId("b")),
                ThreadTs = request["thread_ts"],
                Files = [.. files.Select(file => (string)file["id"]!)],
            });
        return new JsonObject { ["files"] = new JsonArray([.. files.Select(file => new JsonObject { ["id"] = (string?)file["id"], ["title"] = state.Files[(string)file["id"]!].Title })]) };
    }
}
