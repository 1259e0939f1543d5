using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;

namespace AsyncBot.Bot.Slack.Rendering;

/// <summary>
/// Any text of the bot as Slack's mrkdwn: people and channels become mentions, times each reader's own, and what somebody typed stays text
/// that can't ping a channel, hide an address or change how the rest looks.
/// </summary>
public static class Mrkdwn
{
    /// <summary>A link that is longer once written becomes text, so that it never has to be cut.</summary>
    private const int LongestLink = SlackLimits.TextObject - 100;

    public static string Write(Rich text, SlackReader reader)
    {
        var written = new MrkdwnText();
        Append(written, text, reader);
        return written.Written.ToString();
    }

    internal static void Append(MrkdwnText to, Rich text, SlackReader reader)
    {
        foreach (var part in text.Parts)
            Append(to, part, reader);
    }

    private static void Append(MrkdwnText to, RichPart part, SlackReader reader)
    {
        switch (part)
        {
            case Words words:
                to.Words(words.Text);
                break;
            case Said said:
                to.Words(Bidi.Close(said.Text));
                break;
            case Mention mention:
                AppendPerson(to, mention.Person, reader);
                break;
            case ChannelName { Channel.Value: var id } when SlackIds.IsChannel(id):
                AppendToken(to, "<#", id);
                break;
            case ChannelName channel:
                to.Words("#" + Bidi.Close(channel.Channel.Value));
                break;
            case Moment moment:
                AppendMoment(to, moment, reader);
                break;
            case Typed typed:
                AppendCode(to, reader.Spoken(typed.Text));
                break;
            case Link link:
                AppendLink(to, link);
                break;
            default:
                throw new InvalidOperationException($"No mrkdwn for {part.GetType().Name}");
        }
    }

    private static void AppendPerson(MrkdwnText to, PersonId person, SlackReader reader)
    {
        if (person == PersonId.Former)
            to.Markup("a former member");
        else if (person == PersonId.Bot && reader.BotUserId is null)
            to.Markup("AsyncBot");
        else if ((person == PersonId.Bot ? reader.BotUserId! : person.Value) is var id && SlackIds.IsPerson(id))
            AppendToken(to, "<@", id);
        else
            to.Words("@" + Bidi.Close(id));
        if (reader.HandleOf(person) is { } handle)
            to.Words($" (@{Bidi.Close(handle)})");
    }

    private static void AppendToken(MrkdwnText to, string opening, string id)
    {
        to.Markup(opening);
        to.Markup(id);
        to.Markup('>');
    }

    private static void AppendMoment(MrkdwnText to, Moment moment, SlackReader reader)
    {
        to.Markup("<!date^");
        to.Number(moment.At.ToUnixTimeSeconds());
        to.Markup(moment.AgeOnly ? "^{ago}|" : "^{date_long_pretty} at {time} ({ago})|");
        var otherwise = moment.AgeOnly ? Clock.Age(moment.At, reader.Now) : Clock.Say(moment.At, reader.Zone, reader.Now);
        foreach (var c in otherwise)
            to.Markup(c is '|' or '<' or '>' or '^' or '&' ? ' ' : c);
        to.Markup('>');
    }

    /// <summary>Code can't hold a backtick or a line break, and nothing can be escaped in it.</summary>
    private static void AppendCode(MrkdwnText to, string code)
    {
        if (code.Length == 0)
            return;
        to.Markup('`');
        to.Escaped(Bidi.Close(code).Replace('`', 'ˋ').Replace('\r', ' ').Replace('\n', ' '));
        to.Markup('`');
    }

    private static void AppendLink(MrkdwnText to, Link link)
    {
        if (UrlOf(link) is not { } url)
        {
            to.Words(Bidi.Close(link.Text));
            return;
        }

        to.Markup('<');
        to.Escaped(url);
        if (!Blank.Is(link.Text))
        {
            to.Markup('|');
            to.Words(Bidi.Close(link.Text).Replace('\r', ' ').Replace('\n', ' '));
        }

        to.Markup('>');
    }

    private static string? UrlOf(Link link)
    {
        if (WrittenLength(link.Url) + WrittenLength(link.Text) > LongestLink || link.Url.Any(char.IsControl))
            return null;
        if (!Uri.TryCreate(link.Url, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            return null;
        return link.Url
            .Replace("|", "%7C", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal)
            .Replace(" ", "%20", StringComparison.Ordinal);
    }

    /// <summary>At most, with every escape.</summary>
    private static int WrittenLength(string text) => text.Sum(letter => letter switch
    {
        '&' => "&amp;".Length,
        '<' or '>' => "&lt;".Length,
        '|' or ' ' or '*' or '_' or '~' or '`' or '@' => 3,
        _ => 1,
    });
}
