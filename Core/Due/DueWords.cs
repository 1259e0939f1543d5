using System.Text.RegularExpressions;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time.When;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Reads a task out of a sentence: what, when, for whom, and how long before they want to be told.</summary>
/// <param name="Task">What is left, to the letter.</param>
/// <param name="When">A time, or how often.</param>
/// <param name="Leads">Null where nothing was said.</param>
/// <param name="Refusal">Null where it could be read.</param>
internal sealed partial record DueWords(
    string Task, WhenReading When, IReadOnlyList<Lead>? Leads, IReadOnlyList<PersonId> People, ChannelId? Channel, Reply? Refusal)
{
    public const string Example = "due add Send the deck by friday 5pm";

    /// <summary>A time is looked for this far into a long text, from either end.</summary>
    private const int Reach = 200;

    private const int MostLeads = 3;

    /// <summary>A picked or typed name, a channel, oneself, or an e-mail address.</summary>
    private const string Name = @"(?:[@#][^\s,;]+|me(?=$|[\s,;])|[^\s,;@]+@[^\s,;@]+\.[^\s,;@]+)";

    private static readonly NoTime Nothing = new("It does not say when.", "tomorrow at 9:30");

    /// <param name="text">With ids, as <see cref="Picked.Ids"/> gives them.</param>
    /// <param name="again">The same command with another text.</param>
    public static async Task<DueWords> Read(Turn turn, string text, Func<string, ICommand> again)
    {
        var me = await Colleagues.Find(turn, turn.Caller.Person);
        var context = ContextOf(turn, me);
        var rest = Politeness().Replace(text.Trim(), "");
        IReadOnlyList<Lead>? leads = null;
        var remind = Remind().Match(rest);
        if (remind.Success)
        {
            leads = LeadsIn(remind.Groups["leads"].Value, context, out var refused);
            if (leads is null)
                return Refused(Reply.Refuse($"{refused} Try: {new Typed(Example + " remind 3h before")}"));
            rest = Without(rest, remind);
        }

        var people = new List<PersonId>();
        ChannelId? channel = null;
        string? noChannel = null;
        if (turn.Caller.Conversation.Channel is { } here && ForAll().Match(rest) is { Success: true } everybody)
        {
            channel = here;
            rest = Without(rest, everybody);
        }

        if (For().Matches(rest) is { Count: > 0 } all && all[^1] is var named)
        {
            var whom = await Whom.Read(turn, named.Groups["names"].Value);
            if (whom.Unclear is { } unclear)
            {
                var (before, after) = (rest[..named.Groups["names"].Index], rest[(named.Groups["names"].Index + named.Groups["names"].Length)..]);
                return Refused(unclear.Ask(names => again(before + names + after + (remind.Success ? " " + remind.Value.Trim() : ""))));
            }

            // What is no channel here is a tag of the text.
            if (whom.Unknown is [var unknown, ..] && !unknown.StartsWith('#'))
                return Refused(Reply.Refuse($"I know nobody here by the name “{Excerpt.Word(unknown)}”. Try: {new Typed(Example + " for @Ben")}"));
            noChannel = whom.Unknown.Count > 0 ? whom.Unknown[0] : null;
            if (whom.Unknown.Count == 0)
            {
                if (whom.Channels.Count > 1 || (whom.Channels.Count == 1 && whom.People.Count > 0))
                    return Refused(Reply.Refuse($"That is for one channel or for people. Try: {new Typed(Example + " for #team")}"));
                people.AddRange(whom.People.Select(person => person.Id));
                channel = whom.Channels.Count == 1 ? whom.Channels[0].Id : null;
                rest = Without(rest, named);
            }
        }

        rest = Picked.Names(rest);
        var when = AtEndOfDay(ReadTime(rest, context), context);
        if (when is NoTime { IsWithoutTime: true } && noChannel is not null)
            return Refused(Reply.Refuse($"You are in no channel {Excerpt.Word(noChannel)} that I know. Try: {new Typed(Example + " for #team")}"));
        var refusal = when is NoTime wrong ? NoTimeIn(Picked.Names(text), rest, wrong, time => again($"{text.Trim()} {time}")) : null;
        return new DueWords(when is Repeats ? Behind().Replace(when.Text, "") : when.Text.Trim(), when, leads, people, channel, refusal);

        static DueWords Refused(Reply refusal) => new("", Nothing, null, [], null, refusal);
    }

    /// <summary>Reads a time alone, such as the one to which something is moved.</summary>
    public static async Task<WhenReading> ReadTime(Turn turn, string text)
    {
        var context = ContextOf(turn, await Colleagues.Find(turn, turn.Caller.Person));
        return AtEndOfDay(Time.When.When.ReadWhole(text, context), context);
    }

    /// <summary>Who says a time, and when their day ends.</summary>
    private static WhenContext ContextOf(Turn turn, Colleague me)
    {
        var ends = me.Hours.Week.Windows.Where(window => !window.IsOvernight).Select(window => window.To).ToList();
        var context = new WhenContext(turn.Now, turn.Caller.Zone.Id);
        return ends.Count == 0 ? context : context with { DayEnd = ends.Max() };
    }

    /// <summary>"By friday" leaves all of Friday's work for it.</summary>
    private static WhenReading AtEndOfDay(WhenReading when, WhenContext context)
    {
        if (when is not Once { IsBy: true, IsTimeAssumed: true } once)
            return when;
        var end = once.Local.Date + context.DayEnd;
        var at = DateTimeZoneProviders.Tzdb[once.ZoneId].AtLeniently(end).ToInstant();
        return at > context.Now ? once with { At = at, Local = end, Alternatives = [] } : when;
    }

    private static WhenReading ReadTime(string text, WhenContext context)
    {
        if (text.Length <= Reach * 2)
            return Time.When.When.Read(text, context);
        var cut = text.IndexOf(' ', text.Length - Reach) is >= 0 and var space ? space : text.Length - Reach;
        var tail = text[cut..];
        if (Time.When.When.Read(tail, context) is var atEnd and not NoTime && tail.TrimStart().StartsWith(atEnd.Text, StringComparison.Ordinal))
            return atEnd.Leaving((text[..cut] + tail[..(tail.Length - tail.TrimStart().Length + atEnd.Text.Length)]).Trim());
        cut = text.IndexOf(' ', 0, Reach) is >= 0 ? text.LastIndexOf(' ', Reach) : Reach;
        var head = text[..cut];
        return Time.When.When.Read(head, context) is var atStart and not NoTime && head.TrimEnd().EndsWith(atStart.Text, StringComparison.Ordinal)
            ? atStart.Leaving((atStart.Text + text[cut..]).Trim())
            : Nothing with { IsWithoutTime = true };
    }

    /// <param name="typed">All that was typed.</param>
    /// <param name="with">The same command with a time behind its text.</param>
    private static Reply NoTimeIn(string typed, string task, NoTime wrong, Func<string, ICommand> with)
    {
        var said = Excerpt.Plain(RemindMeTo().Replace(task, ""), 60);
        var correct = new Button("Correct it", OpenForm.For<AddDue>(typed));
        return wrong.IsWithoutTime
            ? Reply.Refuse($"It does not say when. Try: {new Typed($"due add {said} tomorrow at 9:30")}, or for a deadline: "
                + $"{new Typed($"due add {said} by friday 5pm")}",
                new Button("Tomorrow at 9:00", with("tomorrow at 9:00")),
                new Button("By friday 17:00", with("by friday 17:00")),
                correct)
            : Reply.Refuse($"{wrong.Problem} Try: {new Typed($"due add Send the deck {wrong.Example}")}", correct);
    }

    private static List<Lead>? LeadsIn(string text, WhenContext context, out string refused)
    {
        refused = "";
        var leads = new List<Lead>();
        foreach (var part in text.Split([" and ", ",", "&"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Time.When.When.ReadDuration(part, context, out var wrong) is not { } length)
            {
                refused = wrong!.Problem;
                return null;
            }

            leads.Add(length.Days > 0 && length == Duration.FromDays(length.Days) ? new Lead(length.Days, Duration.Zero) : new Lead(0, length));
        }

        leads = [.. leads.Distinct()];
        if (leads.Count > MostLeads)
            refused = $"I remind at most {MostLeads} times before.";
        return leads.Count > MostLeads ? null : leads;
    }

    private static string Without(string text, Match match) =>
        $"{text[..match.Index].TrimEnd()} {text[(match.Index + match.Length)..].TrimStart()}".Trim();

    /// <summary>In a channel that is the channel.</summary>
    [GeneratedRegex(@"(?:^|[\s,;])for\s+(?:everyone|everybody|all\s+of\s+us|us\s+all)(?=$|[\s,;.!])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForAll();

    [GeneratedRegex(@"^(?:please\s+)?remind\s+me\s+(?:to|about)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RemindMeTo();

    /// <summary>Words behind a time that are no part of the task.</summary>
    [GeneratedRegex(@"(?<=\S)[\s,]+(?:please|pls|thanks|thank you|thx)(?:\s*[.!🙏]+)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Politeness();

    /// <summary>A task may be due by every friday.</summary>
    [GeneratedRegex(@"\s+by\s*$|^\s+|\s+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex(
        @"[\s,;]+(?:and\s+)?remind(?:\s+(?:me|us|them|him|her))?\s+(?<leads>[0-9][^@#]{0,60}?)\s+(?:before(?:hand)?|ahead|earlier)(?=$|[\s,;.])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Remind();

    [GeneratedRegex(
        @"(?:^|[\s,;])for\s+(?<names>" + Name + @"(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+)" + Name + ")*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex For();
}
