using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AsyncBot.TestKit.Slack;

/// <summary>The arguments of a call, read as Slack reads them.</summary>
internal sealed class SlackRequest(SlackCall call)
{
    public string? this[string name] => call[name] is { Length: > 0 } value ? value : null;

    public string Needs(string name) => this[name] ?? throw new SlackRefusal("invalid_arguments", $"[ERROR] missing required field: {name}");

    public bool Flag(string name) => this[name] is "true" or "1" or "True";

    public JsonNode? Json(string name, string error)
    {
        try
        {
            return this[name] is { } text ? JsonNode.Parse(text) : null;
        }
        catch (JsonException)
        {
            throw new SlackRefusal(error);
        }
    }

    /// <summary>One page, and the cursor of the next; an empty cursor is the end.</summary>
    public (List<T> Page, string Next) Page<T>(IEnumerable<T> all, int most, int usual)
    {
        var limit = this["limit"] is { } text ? int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0 ? Math.Min(number, most) : throw new SlackRefusal("invalid_limit") : usual;
        var from = this["cursor"] is { } cursor ? From(cursor) : 0;
        var items = all.Skip(from).Take(limit + 1).ToList();
        return items.Count > limit ? (items[..limit], Convert.ToBase64String(Encoding.ASCII.GetBytes($"next:{from + limit}"))) : (items, "");
    }

    private static int From(string cursor)
    {
        try
        {
            var text = Encoding.ASCII.GetString(Convert.FromBase64String(cursor));
            return text.StartsWith("next:", StringComparison.Ordinal) ? int.Parse(text[5..], CultureInfo.InvariantCulture) : throw new SlackRefusal("invalid_cursor");
        }
        catch (FormatException)
        {
            throw new SlackRefusal("invalid_cursor");
        }
    }
}
