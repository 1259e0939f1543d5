using System.Text.RegularExpressions;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time;
using AsyncBot.Core.Time.When;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Reads a whole check-in out of one sentence: its name, where, when, for whom, what it asks, for how long, and how.</summary>
internal static partial class CheckInWords
{
    public const string Example =
        "checkin new Daily in #team at 9:30 on weekdays for everyone ask \"What is next?\" \"What blocks you?\" \"How are you? (scale)\"";

    private const RegexOptions Words = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    /// <summary>Where the next part of the sentence begins.</summary>
    private const string Ends = @"(?=\s+(?:in\s+\#|at\s|on\s|every\s|each\s|for\s|ask(?:s|ing)?\b|open\s"
        + @"|(?:by\s+)?dm\b|(?:in\s+(?:the\s+)?)?channel\b|(?:in\s+)?local\b)|\s*$)";

    /// <param name="text">With ids, as <see cref="Picked.Ids"/> gives them.</param>
    /// <param name="again">The same command with another text.</param>
    /// <param name="isChange">Whether it is about one that is there.</param>
    public static async Task<CheckInDraft> Read(Turn turn, string text, Func<string, ICommand> again, bool isChange = false)
    {
        var (name, rest) = NameOf(text.Trim(), turn);
        var draft = new CheckInDraft(turn, isChange ? Examples.OfChange(name) : await Examples.OfNew(turn)) { Name = name };
        var isNameless = name.Length == 0 && !Blank.Is(text) && !isChange;
        if (!isChange)
            draft.Take(isNameless ? Template.All[0] : Template.Named(name));
        rest = Questions(draft, rest);
        rest = Open(draft, rest);
        rest = await Channel(draft, rest);
        rest = await People(draft, rest, whom => again(text.Trim() + whom));
        rest = Asking(draft, rest);
        await Times(draft, Picked.Names(rest).Trim());
        if (isNameless)
            draft.Name = draft.UsualName;
        return draft;
    }

    /// <summary>The same with another name.</summary>
    public static string Renamed(string text, string name, Turn turn) => $"\"{name}\" {NameOf(text.Trim(), turn).Behind.TrimStart()}";

    private static (string Name, string Behind) NameOf(string text, Turn turn)
    {
        if (QuotedName().Match(text) is { Success: true } quoted)
            return (quoted.Groups["name"].Value.Trim(), " " + quoted.Groups["rest"].Value);
        var end = PlainName().Match(text);
        var isNone = OtherPart().IsMatch(text) || (Timed().IsMatch(end.Value) && IsTime(end.Value, turn));
        return isNone ? ("", " " + text) : (Picked.Names(end.Value).Trim(), text[end.Length..]);
    }

    /// <summary>What is a time is no name.</summary>
    private static bool IsTime(string words, Turn turn) =>
        Phrases(MondayToFriday().Replace(words, "weekdays")).Any(
            phrase => When.ReadWhole(phrase, new WhenContext(turn.Now, turn.Caller.Zone.Id)) is Once or Repeats);

    private static string Questions(CheckInDraft draft, string text)
    {
        if (Ask().Match(text) is not { Success: true } ask)
            return text;
        var behind = text[(ask.Index + ask.Length)..];
        var found = new List<(string Text, string Note)>();
        var end = 0;
        for (var next = Quoted().Match(behind); next.Success && next.Index == end; next = Quoted().Match(behind, end))
        {
            found.Add((next.Groups["text"].Value, next.Groups["note"].Value));
            end += next.Length;
        }

        if (found.Count == 0)
        {
            for (var next = Asked().Match(behind); next.Success && next.Index == end; next = Asked().Match(behind, end))
            {
                found.Add((next.Groups["text"].Value, next.Groups["note"].Value));
                end += next.Length;
            }
        }

        if (found.Count == 0)
            draft.Refuse(Part.Questions, $"The questions stand in quotes behind “ask”.");
        else
            draft.Ask(found.Select(each => (Picked.Names(each.Text), each.Note)));
        return $"{text[..ask.Index]} {behind[end..]}";
    }

    private static string Open(CheckInDraft draft, string text)
    {
        if (OpenFor().Match(text) is not { Success: true } open)
            return text;
        if (open.Groups["until"].Success)
            draft.OpenUntil(open.Groups["until"].Value.Trim());
        else
            draft.OpenFor(open.Groups["length"].Value.Trim());
        return text.Remove(open.Index, open.Length);
    }

    private static async Task<string> Channel(CheckInDraft draft, string text)
    {
        if (In().Match(text) is not { Success: true } named)
            return text;
        await draft.In(named.Groups["channel"].Value);
        return text.Remove(named.Index, named.Length);
    }

    private static async Task<string> People(CheckInDraft draft, string text, Func<string, ICommand> again)
    {
        if (For().Match(text) is not { Success: true } named)
            return text;
        await draft.For(named.Groups["whom"].Value.Trim(), again);
        return text.Remove(named.Index, named.Length);
    }

    private static string Asking(CheckInDraft draft, string text)
    {
        if (ByDm().Match(text) is { Success: true } dm)
        {
            draft.Asking = CheckIns.Asking.Dm;
            text = text.Remove(dm.Index, dm.Length);
        }
        else if (InChannel().Match(text) is { Success: true } channel)
        {
            draft.Asking = CheckIns.Asking.Channel;
            text = text.Remove(channel.Index, channel.Length);
        }

        if (Local().Match(text) is not { Success: true } local)
            return text;
        draft.IsLocal = true;
        return text.Remove(local.Index, local.Length);
    }

    public static async Task Times(CheckInDraft draft, string text)
    {
        var me = await Colleagues.Find(draft.Turn, draft.Turn.Caller.Person);
        (text, var zone) = ZoneIn(draft.Turn, MondayToFriday().Replace(text, "weekdays"));
        if (zone is not null)
            draft.Zone = zone;
        if (text.Length == 0)
            return;
        var context = new WhenContext(draft.Turn.Now, zone ?? me.Zone);
        foreach (var phrase in Phrases(text))
        {
            switch (When.ReadWhole(phrase, context))
            {
                case Repeats repeats:
                    draft.Every(repeats.Recurrence);
                    return;
                case Once { IsDateAssumed: true, IsTimeAssumed: false } once:
                    draft.At(once.Local.TimeOfDay);
                    return;
            }
        }

        var problem = When.ReadWhole(text, context) is NoTime wrong ? wrong.Problem : $"{Quote.Of(text)} is a single time.";
        draft.Refuse(Part.When, $"{problem} A check-in comes round.");
    }

    /// <summary>The same as people say it, and as they could have said it.</summary>
    private static IEnumerable<string> Phrases(string text)
    {
        yield return text;
        if (AtOn().Match(text) is { Success: true } atOn)
            yield return $"every {atOn.Groups["days"].Value} at {atOn.Groups["time"].Value}";
        if (OnAt().Match(text) is { Success: true } onAt)
            yield return $"every {onAt.Groups["days"].Value} at {onAt.Groups["time"].Value}";
    }

    /// <summary>Takes a zone out of the words about time, wherever in them it stands.</summary>
    private static (string Text, string? Zone) ZoneIn(Turn turn, string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var length = Math.Min(3, words.Length); length > 0; length--)
        {
            for (var first = words.Length - length; first >= 0; first--)
            {
                var said = string.Join(' ', words[first..(first + length)]);
                if (said.Any(char.IsDigit) || !char.IsUpper(said[0]) || Zones.Read(said, turn.Caller.Zone.Id, turn.Now).Id is not { } zone)
                    continue;
                var before = first > 0 && words[first - 1].Equals("in", StringComparison.OrdinalIgnoreCase) ? first - 1 : first;
                var rest = words[..before].Concat(words[(first + length)..]).Where(word => !word.Equals("time", StringComparison.OrdinalIgnoreCase));
                return (string.Join(' ', rest), zone);
            }
        }

        return (string.Join(' ', words), null);
    }

    [GeneratedRegex(@"^[""“„«](?<name>[^""”“»]+)[""”“»](?:\s+(?<rest>.*))?$", Words)]
    private static partial Regex QuotedName();

    /// <summary>Another part of the sentence than its name.</summary>
    [GeneratedRegex(
        @"^(?:in\s+\#|ask(?:s|ing)?\s*:?\s*[""“„«'‘]|open\s+(?:for|until)\s+\S*\d|for\s+(?:[@\#]|(?:everyone|everybody|all|me|us)\b))", Words)]
    private static partial Regex OtherPart();

    [GeneratedRegex(@"^(?:at|on|every|each)\s", Words)]
    private static partial Regex Timed();

    [GeneratedRegex("^.*?" + Ends, Words | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex PlainName();

    [GeneratedRegex(@"\s+ask(?:s|ing)?\b\s*:?\s*", Words)]
    private static partial Regex Ask();

    [GeneratedRegex(
        @"\s*(?:,|;|and\b)?\s*(?:[""“„«](?<text>[^""”“»]+)[""”“»]|['‘](?<text>.+?)['’](?=[\s,;(]|$))\s*(?:\((?<note>[^()]*)\))?", Words)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s*(?:,|;|and\b)?\s*(?<text>[^?""“”]+\?)\s*(?:\((?<note>[^()]*)\))?", Words)]
    private static partial Regex Asked();

    [GeneratedRegex(
        @"\s+open\s+(?:until\s+(?<until>\S+(?:\s*[ap]\.?m\.?)?)"
        + @"|(?:for\s+)?(?<length>\S+(?:\s+(?:hours?|hrs?|h|minutes?|mins?|m|days?|d)\b)?))", Words)]
    private static partial Regex OpenFor();

    [GeneratedRegex(@"\s+in\s+(?<channel>\#\S+)", Words)]
    private static partial Regex In();

    [GeneratedRegex(@"\s+for\s+(?<whom>.+?)" + Ends, Words | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex For();

    [GeneratedRegex(@"\s+(?:by\s+)?(?:dm|direct\s+messages?)\b", Words)]
    private static partial Regex ByDm();

    [GeneratedRegex(@"\s+(?:in\s+(?:the\s+)?)?channel\b", Words)]
    private static partial Regex InChannel();

    [GeneratedRegex(@"\s+(?:in\s+)?(?:their\s+own\s+)?local(?:\s+times?)?\b", Words)]
    private static partial Regex Local();

    [GeneratedRegex(@"\bmon(?:day)?s?\s*(?:-|–|to|through|till|until)\s*fri(?:day)?s?\b", Words)]
    private static partial Regex MondayToFriday();

    [GeneratedRegex(@"^(?:at\s+)?(?<time>\S+(?:\s*[ap]\.?m\.?)?)\s+(?:on\s+|every\s+)?(?<days>\D+)$", Words)]
    private static partial Regex AtOn();

    [GeneratedRegex(@"^on\s+(?<days>\D+?)\s+(?:at\s+)?(?<time>\d.*)$", Words)]
    private static partial Regex OnAt();
}
