using AsyncBot.Bot.Slack.Api;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Lookups;

/// <summary>Somebody with all the names by which teammates may call them.</summary>
internal sealed record SlackPerson(Person Person, IReadOnlyList<string> Names, string? Email, bool IsBot)
{
    /// <summary>Slack's own bot, which does not say that it is one.</summary>
    private const string Slackbot = "USLACKBOT";

    /// <summary>Whether somebody can mean them, and they can act.</summary>
    public bool IsSomebody => !IsBot && !Person.IsGone;

    public static SlackPerson? Of(UserObject user)
    {
        if (string.IsNullOrEmpty(user.Id))
            return null;
        var said = new[] { user.Profile?.DisplayName, user.Profile?.RealName ?? user.RealName, user.RealName, user.Name };
        string[] names = [.. said.OfType<string>().Select(name => name.Trim()).Where(name => name.Length > 0)];
        var zone = user.Tz is { } tz && DateTimeZoneProviders.Tzdb.GetZoneOrNull(tz) is not null ? tz : null;
        var person = new Person(
            new PersonId(user.Id), names.FirstOrDefault() ?? user.Id, zone, user.IsAdmin is true || user.IsOwner is true,
            user.IsRestricted is true || user.IsUltraRestricted is true, user.Deleted is true)
        {
            Handle = user.Name is { Length: > 0 } handle ? handle : user.Id,
        };
        return new SlackPerson(person, names, user.Profile?.Email, user.IsBot is true || user.Id == Slackbot);
    }

    public bool IsCalled(string name) => Names.Any(mine => mine.Equals(name, StringComparison.OrdinalIgnoreCase));

    public bool IsCalledLike(string start) => Names.Any(mine => mine.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
