using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time.When;

namespace AsyncBot.Core.Online;

/// <summary>What was asked about common hours, with each word either understood or refused.</summary>
/// <param name="Who">The words that name people and channels.</param>
/// <param name="LengthWords">As they were typed, <c>for</c> included; empty where nothing was said.</param>
/// <param name="DayWords">As they were typed; empty where nothing was said.</param>
/// <param name="IsThisWeek">Also where no days were said.</param>
internal sealed record OverlapWords(string Who, LocalDate First, LocalDate Last, bool IsThisWeek, Duration Length, string LengthWords, string DayWords)
{
    private const int MostWordsOfDays = 7;
    private const int MostWordsOfLength = 4;

    private static readonly Duration Shortest = Duration.FromMinutes(5);
    private static readonly Duration Longest = Duration.FromHours(12);

    private static readonly char[] Separators = [' ', '\t', '\r', '\n', ',', ';'];
    private static readonly string[] Noise = ["with", "between"];

    /// <summary>What nobody is called: words that begin a phrase about time, be it one that means no day.</summary>
    private static readonly HashSet<string> Beginnings =
    [
        "this", "next", "in", "on", "today", "tomorrow", "tonight", "week", "the", "at", "from", "until", "till", "by", "before", "after", "every",
        "during", "any", "anytime", "morning", "afternoon", "evening", "noon", "weekend",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ];

    /// <summary>What makes a sentence of a question, which is more than is understood.</summary>
    private static readonly HashSet<string> Sentences = new(
        [
            "is", "are", "there", "when", "who", "what", "both", "people", "team", "everyone", "everybody", "we", "us", "meet", "meeting", "free",
            "please",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>A weekday alone, which may be today's or the next.</summary>
    public bool IsWeekday => DayWords.Split(' ') is [.. { Length: <= 1 } before, { Length: > 0 } day]
        && before.All(word => Is(word, "on"))
        && char.IsAsciiLetter(day[0])
        && Enum.TryParse<IsoDayOfWeek>(day, ignoreCase: true, out _);

    /// <summary>The same question about other people, or other days.</summary>
    public string Again(string? who = null, string? days = null) =>
        string.Join(' ', new[] { who ?? Who, LengthWords, days ?? DayWords }.Where(part => part.Length > 0));

    /// <summary>The same as one would type it: with names, where people were picked from a list.</summary>
    public string Typed(string days) => Picked.Names(Again(days: days));

    /// <summary>Whether a word that means nobody is no name, either.</summary>
    public static bool IsNoName(string word) => word.EndsWith('?') || Sentences.Contains(word);

    /// <returns>The problem is a sentence; the choices are what may have been meant, each with the whole question.</returns>
    public static (OverlapWords? Read, string Problem, IReadOnlyList<(string Days, string Question)> Choices) Read(string text, Instant now, DateTimeZone zone)
    {
        var words = text.TrimEnd(' ', '?', '!', '.').Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var today = now.InZone(zone).Date;
        var monday = MondayOf(today);
        var read = new OverlapWords("", monday, monday.PlusDays(6), IsThisWeek: true, Duration.FromMinutes(30), "", "");
        var who = new List<string>();
        for (var at = 0; at < words.Length;)
        {
            if (Is(words[at], "for"))
            {
                var (taken, length) = LengthAt(words, at + 1, now, zone);
                if (taken == 0 || length < Shortest || length > Longest)
                    return Wrong($"{Quoted(words, at, Math.Max(taken, 1) + 1)} is no length from 5 minutes to 12 hours.");
                if (read.LengthWords.Length > 0)
                    return Wrong("Two lengths are named; say one.");
                read = read with { Length = length, LengthWords = string.Join(' ', words[at..(at + 1 + taken)]) };
                at += 1 + taken;
            }
            else if (IsBeginning(words, at))
            {
                var (taken, days, refused) = DaysAt(words, at, now, zone);
                if (taken == 0 && refused is { } unclear)
                    return (null, unclear.No.Problem, Choices(words, at, unclear.Taken, unclear.No));
                if (taken == 0)
                    return Wrong($"I can’t read {Quoted(words, at, MostWordsOfDays)} as a day or a week.");
                if (read.DayWords.Length > 0)
                    return Wrong("Days are named twice; say one day or one week.");
                read = read with
                {
                    First = days.First,
                    Last = days.Last,
                    IsThisWeek = days.First == monday && days.Last != monday,
                    DayWords = string.Join(' ', words[at..(at + taken)]),
                };
                at += taken;
            }
            else
            {
                if (!Noise.Contains(words[at], StringComparer.OrdinalIgnoreCase))
                    who.Add(words[at]);
                at++;
            }
        }

        return (read with { Who = string.Join(' ', who) }, "", []);
    }

    /// <summary>The Monday of the week in which a day lies.</summary>
    private static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    private static (OverlapWords?, string, IReadOnlyList<(string, string)>) Wrong(string problem) => (null, problem, []);

    private static IReadOnlyList<(string, string)> Choices(string[] words, int at, int taken, NoTime no) =>
        [.. no.Choices.Select(choice => (choice, string.Join(' ', [.. words[..at], $"on {choice}", .. words[(at + taken)..]])))];

    private static bool IsBeginning(string[] words, int at) => char.IsAsciiDigit(words[at][0])
        || Beginnings.Contains(words[at].ToLowerInvariant())
        || (Months.Contains(words[at], StringComparer.OrdinalIgnoreCase) && at + 1 < words.Length && char.IsAsciiDigit(words[at + 1][0]));

    /// <summary>The longest run of words that is a length.</summary>
    private static (int Taken, Duration Length) LengthAt(string[] words, int first, Instant now, DateTimeZone zone)
    {
        for (var taken = Math.Min(MostWordsOfLength, words.Length - first); taken > 0; taken--)
        {
            if (When.ReadDuration(string.Join(' ', words[first..(first + taken)]), new WhenContext(now, zone.Id), out _) is { } length)
                return (taken, length);
        }

        return default;
    }

    /// <summary>The longest run of words that is a day or a week; the refusal is of the shortest that could be one of several days.</summary>
    private static (int Taken, (LocalDate First, LocalDate Last) Days, (int Taken, NoTime No)? Refused) DaysAt(
        string[] words, int first, Instant now, DateTimeZone zone)
    {
        (int, NoTime)? refused = null;
        for (var taken = Math.Min(MostWordsOfDays, words.Length - first); taken > 0; taken--)
        {
            if (words[first + taken - 1][0] is '@' or '#')
                continue;
            if (DaysOf(string.Join(' ', words[first..(first + taken)]).ToLowerInvariant(), now, zone, out var no) is { } days)
                return (taken, days, null);
            refused = no is { Choices.Count: > 0 } ? (taken, no) : refused;
        }

        return (0, default, refused);
    }

    private static (LocalDate First, LocalDate Last)? DaysOf(string phrase, Instant now, DateTimeZone zone, out NoTime? refused)
    {
        refused = null;
        var today = now.InZone(zone).Date;
        var monday = MondayOf(today);
        if (phrase.StartsWith("the ", StringComparison.Ordinal) && phrase.Contains("week", StringComparison.Ordinal))
            phrase = phrase[4..];
        switch (phrase)
        {
            case "this week":
                return Week(monday);
            case "next week":
                return Week(monday.PlusWeeks(1));
            case "today":
                return (today, today);
            case "tomorrow":
                return (today.PlusDays(1), today.PlusDays(1));
        }

        if (phrase.StartsWith("week of ", StringComparison.Ordinal))
            return DayOf(phrase[8..], monday, zone, out refused) is { } within ? Week(MondayOf(within)) : null;
        if (phrase.StartsWith("in ", StringComparison.Ordinal))
        {
            if (When.ReadDuration(phrase, new WhenContext(now, zone.Id), out _) is not { } ahead || !IsWholeDays(ahead))
                return null;
            return phrase.Contains('w') ? Week(monday.PlusDays(ahead.Days)) : (today.PlusDays(ahead.Days), today.PlusDays(ahead.Days));
        }

        return DayOf(phrase, today, zone, out refused) is { } day ? (day, day) : null;
    }

    private static bool IsWholeDays(Duration length) => length.Hours + length.Minutes + length.Seconds == 0 && length.Days >= 1;

    private static (LocalDate First, LocalDate Last) Week(LocalDate monday) => (MondayOf(monday), MondayOf(monday).PlusDays(6));

    /// <summary>A day, and nothing that names a time, a zone or a longer period.</summary>
    /// <param name="from">The first day that may be meant.</param>
    private static LocalDate? DayOf(string phrase, LocalDate from, DateTimeZone zone, out NoTime? refused)
    {
        refused = null;
        if (IsPeriod(phrase))
            return null;
        var reading = When.ReadWhole(phrase, new WhenContext(zone.AtStartOfDay(from).ToInstant() - Duration.Epsilon, zone.Id));
        refused = reading as NoTime;
        return reading is Once { IsTimeAssumed: true, IsZoneNamed: false, IsBy: false } once ? once.Local.Date : null;
    }

    private static bool IsPeriod(string phrase) =>
        phrase.Split(' ') is ["this" or "next", "month" or "quarter" or "year" or "weekend" or "day", ..]
        || phrase.Contains("end of", StringComparison.Ordinal)
        || phrase.Contains("start of", StringComparison.Ordinal);

    private static bool Is(string word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string Quoted(string[] words, int first, int most)
    {
        var said = words.Skip(first).TakeWhile((word, at) => at == 0 || word[0] is not ('@' or '#')).Take(most);
        return $"“{Excerpt.Word(string.Join(' ', said))}”";
    }
}
