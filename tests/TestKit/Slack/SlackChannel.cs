using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>A channel, private channel or direct conversation of the fake workspace.</summary>
public sealed record SlackChannel(string Id, string Name)
{
    public bool IsPrivate { get; init; }

    public bool IsArchived { get; init; }

    /// <summary>The only other side of a direct conversation with the bot.</summary>
    public string? DirectWith { get; init; }

    public bool IsGroupDirect { get; init; }

    /// <summary>User ids; the bot is one when it was invited.</summary>
    public ImmutableSortedSet<string> Members { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public string Type => DirectWith is not null ? "im" : IsGroupDirect ? "mpim" : IsPrivate ? "private_channel" : "public_channel";

    public static string IdOf(string name)
    {
        var plain = name.TrimStart('#');
        return plain.Length > 1 && plain[1] == '0' ? plain : (plain == "oncall" ? "G0" : "C0") + plain.ToUpperInvariant();
    }

    internal JsonObject Json(bool withCount)
    {
        if (DirectWith is not null)
            return new JsonObject { ["id"] = Id, ["is_im"] = true, ["is_archived"] = false, ["user"] = DirectWith, ["is_user_deleted"] = false };
        var channel = new JsonObject
        {
            ["id"] = Id,
            ["name"] = Name,
            ["name_normalized"] = Name,
            ["is_channel"] = !IsPrivate,
            ["is_group"] = IsPrivate && !IsGroupDirect,
            ["is_im"] = false,
            ["is_mpim"] = IsGroupDirect,
            ["is_private"] = IsPrivate,
            ["is_archived"] = IsArchived,
            ["is_general"] = Name == "general",
            ["is_member"] = Members.Contains(FakeSlack.BotUser),
            ["creator"] = "U0SAM",
        };
        if (withCount)
            channel["num_members"] = Members.Count;
        return channel;
    }
}
