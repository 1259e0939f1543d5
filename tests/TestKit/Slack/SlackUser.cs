using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>Somebody in the fake workspace; <c>slack.Change("ana", ana => ana with { IsDeleted = true })</c> changes them.</summary>
public sealed record SlackUser(string Id, string Name, string? Zone)
{
    public bool IsAdmin { get; init; }

    /// <summary>A multi-channel guest.</summary>
    public bool IsGuest { get; init; }

    /// <summary>A single-channel guest.</summary>
    public bool IsUltraGuest { get; init; }

    /// <summary>Of another workspace, in a shared channel.</summary>
    public bool IsStranger { get; init; }

    public bool IsBot { get; init; }

    public bool IsDeleted { get; init; }

    public string? DisplayName { get; init; }

    public string? Email { get; init; }

    public string Locale { get; init; } = "en-US";

    /// <summary><c>active</c> or <c>away</c>.</summary>
    public string Presence { get; init; } = "active";

    public bool DndEnabled { get; init; }

    public long DndStart { get; init; }

    public long DndEnd { get; init; }

    public string StatusText { get; init; } = "";

    public string StatusEmoji { get; init; } = "";

    public long StatusExpiration { get; init; }

    public static string IdOf(string name) =>
        name.StartsWith("U0", StringComparison.Ordinal) || name.StartsWith('W') || name == "USLACKBOT" ? name : "U0" + name.ToUpperInvariant();

    /// <summary>As users.info shows them.</summary>
    internal JsonObject Json(string team, Instant now, bool withLocale)
    {
        var shown = char.ToUpperInvariant(Name[0]) + Name[1..];
        var profile = new JsonObject
        {
            ["real_name"] = shown,
            ["real_name_normalized"] = shown,
            ["display_name"] = DisplayName ?? Name,
            ["display_name_normalized"] = DisplayName ?? Name,
            ["status_text"] = StatusText,
            ["status_emoji"] = StatusEmoji,
            ["status_expiration"] = StatusExpiration,
            ["team"] = team,
        };
        if (Email is not null)
            profile["email"] = Email;
        var user = new JsonObject
        {
            ["id"] = Id,
            ["team_id"] = team,
            ["name"] = Name,
            ["deleted"] = IsDeleted,
            ["profile"] = profile,
            ["is_bot"] = IsBot,
            ["is_app_user"] = false,
            ["updated"] = 1_772_000_000,
        };
        if (IsStranger)
            user["is_stranger"] = true;
        if (IsDeleted)
            return user; // Slack leaves out the rest, roles and zone with it
        user["real_name"] = shown;
        user["is_admin"] = IsAdmin;
        user["is_owner"] = false;
        user["is_primary_owner"] = false;
        user["is_restricted"] = IsGuest || IsUltraGuest;
        user["is_ultra_restricted"] = IsUltraGuest;
        if (Zone is not null)
        {
            user["tz"] = Zone;
            user["tz_label"] = Zone;
            user["tz_offset"] = DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone)?.GetUtcOffset(now).Seconds ?? 0;
        }

        if (withLocale)
            user["locale"] = Locale;
        return user;
    }
}
