namespace AsyncBot.Core.Time.Hours;

/// <summary>Reads days of the week as people write them: mondays, mon and thu, mon-fri, weekdays.</summary>
internal static class DayWords
{
    private static readonly Dictionary<string, IsoDayOfWeek> Names = NamesOfDays();

    private static bool IsDay(string word) => Names.ContainsKey(word);

    private static bool TryTakeOne(PhraseWords words, out IsoDayOfWeek day)
    {
        if (!Names.TryGetValue(words.Next, out day))
            return false;
        words.Skip();
        return true;
    }

    /// <summary>Takes the whole list, or nothing. An "and" with no day behind it is left for others to make sense of.</summary>
    public static bool TryTake(PhraseWords words, List<IsoDayOfWeek> days)
    {
        if (!TryTakeItem(words, days))
            return false;
        bool isMore;
        do
        {
            var joints = 0;
            while (words.Peek(joints) is "," or "and")
                joints++;
            isMore = IsItem(words.Peek(joints));
            if (isMore)
            {
                words.Skip(joints);
                TryTakeItem(words, days);
            }
        }
        while (isMore);
        return true;
    }

    private static bool IsItem(string word) => IsDay(word) || Group(word).Count > 0 || TrySplit(word, out _, out _);

    private static bool TryTakeItem(PhraseWords words, List<IsoDayOfWeek> days)
    {
        if (Group(words.Next) is { Count: > 0 } group)
        {
            days.AddRange(group);
            words.Skip();
        }
        else if (TrySplit(words.Next, out var first, out var last))
        {
            days.AddRange(WeekDays.Between(first, last));
            words.Skip();
        }
        else if (TryTakeOne(words, out first))
        {
            if (words.Next is "-" or "to" or "through" && Names.TryGetValue(words.Peek(1), out last))
                words.Skip(2);
            else
                last = first;
            days.AddRange(WeekDays.Between(first, last));
        }
        else
            return false;

        return true;
    }

    private static IReadOnlyList<IsoDayOfWeek> Group(string word) => word switch
    {
        "weekday" or "weekdays" => WeekDays.Work,
        "weekend" or "weekends" => WeekDays.Weekend,
        _ => [],
    };

    private static bool TrySplit(string word, out IsoDayOfWeek first, out IsoDayOfWeek last)
    {
        var dash = word.IndexOf('-', StringComparison.Ordinal);
        first = last = default;
        return dash > 0 && Names.TryGetValue(word[..dash], out first) && Names.TryGetValue(word[(dash + 1)..], out last);
    }

    private static Dictionary<string, IsoDayOfWeek> NamesOfDays()
    {
        var names = new Dictionary<string, IsoDayOfWeek>(StringComparer.Ordinal)
        {
            ["tues"] = IsoDayOfWeek.Tuesday,
            ["weds"] = IsoDayOfWeek.Wednesday,
            ["thur"] = IsoDayOfWeek.Thursday,
            ["thurs"] = IsoDayOfWeek.Thursday,
        };
        for (var day = IsoDayOfWeek.Monday; day <= IsoDayOfWeek.Sunday; day++)
        {
            var name = day.ToString().ToLowerInvariant();
            names[name] = names[name + "s"] = names[name[..3]] = day;
        }

        return names;
    }
}
