using System.Text;
using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>
/// Slack's way of writing a text, with its escapes and its <c>&lt;…&gt;</c> for whatever was picked or linked, as people see it.
/// See <see href="https://docs.slack.dev/messaging/formatting-message-text"/>.
/// </summary>
public sealed class SlackText(SlackDirectory directory)
{
    /// <summary>What Slack puts before an address that was typed without it.</summary>
    private static readonly string[] Schemes = ["http://", "https://", "mailto:"];

    /// <summary>As a line of a command: who was picked from a list stays exactly that one.</summary>
    public async ValueTask<string> Line(WorkspaceId workspace, string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
            return Picked.Clean(text);
        var line = new StringBuilder(text.Length);
        var lastEnd = text.LastIndexOf('>');
        for (var at = 0; at < text.Length;)
        {
            var end = text[at] == '<' && at < lastEnd ? text.IndexOf('>', at) : -1;
            if (end < 0)
            {
                var next = text.IndexOf('<', at + 1) is > 0 and var found ? found : text.Length;
                line.Append(Unescaped(text[at..next]));
                at = next;
                continue;
            }

            line.Append(await Shown(workspace, text[(at + 1)..end]));
            at = end + 1;
        }

        return line.ToString();
    }

    /// <summary>As a text that is kept: with names.</summary>
    public async ValueTask<string> Plain(WorkspaceId workspace, string text) => Picked.Plain(await Line(workspace, text));

    private async ValueTask<string> Shown(WorkspaceId workspace, string inside)
    {
        var bar = inside.IndexOf('|', StringComparison.Ordinal);
        var (what, label) = bar < 0 ? (inside, "") : (inside[..bar], inside[(bar + 1)..]);
        label = Unescaped(label);
        switch (what)
        {
            case ['@', .. var id]:
                var person = new PersonId(id);
                return Picked.Of(person, (await directory.Find(workspace, person, CancellationToken.None))?.Name ?? (label.Length > 0 ? label : id));
            case ['#', .. var id]:
                var channel = new ChannelId(id);
                // Others may read this who are not in it.
                var name = label.Length > 0 ? label : await directory.PublicNameOf(workspace, channel, CancellationToken.None);
                return Picked.Of(channel, name);
            case ['!', 's', 'u', 'b', 't', 'e', 'a', 'm', '^', .. var group]:
                return label.Length > 0 ? label : "@" + Picked.Clean(group);
            case ['!', .. var special]:
                return label.Length > 0 ? label : "@" + Picked.Clean(special.Split('^')[0]);
            default:
                var address = Unescaped(what);
                return label.Length == 0 || label == address ? address
                    : Schemes.Any(scheme => address == scheme + label) ? label
                    : $"{label} ({address})";
        }
    }

    private static string Unescaped(string text)
    {
        text = Picked.Clean(text);
        return text.Contains('&')
            ? text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal)
            : text;
    }
}
