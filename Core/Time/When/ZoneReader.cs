using System.Globalization;

namespace AsyncBot.Core.Time.When;

/// <summary>Reads a time zone: Europe/Lisbon, Tokyo, UTC+5:30, +02:00, PT.</summary>
internal static class ZoneReader
{
    public static bool TryTake(WhenWords words, PhraseDraft draft, WhenContext context)
    {
        var first = words.At;
        var isIn = words.Take(SenseKind.In);
        if (!isIn && words.Is(SenseKind.Mine) && words.Is(SenseKind.Time, 1))
        {
            words.At += 2;
            draft.Zone = context.ZoneId;
            return true;
        }

        if (TryTakeOffset(words, draft) || TryTakeId(words, draft) || TryTakeAbbreviation(words, draft, context) || TryTakeCity(words, draft))
        {
            words.Take(SenseKind.Time);
            return true;
        }

        words.At = first;
        return false;
    }

    public static bool IsAbbreviation(WhenWords words)
    {
        var token = words.Peek();
        return token.Kind == TokenKind.Word && ZoneAbbreviations.Contains(words.PlainOf(token)) && IsCapitals(words, token);
    }

    private static bool TryTakeId(WhenWords words, PhraseDraft draft)
    {
        if (words.Peek().Kind != TokenKind.Word || words.IsGlued())
            return false;
        var end = words.EndOfRun(words.At);
        while (end > words.At + 1 && words.Plain(end - 1, end) is ['.'] or [','] or [';'] or [':'] or ['!'] or ['?'])
            end--;
        var run = words.Plain(words.At, end);
        if (ZoneNames.TryId(run, out var id))
        {
            draft.Zone = id;
            words.At = end;
            return true;
        }

        return false;
    }

    private static bool TryTakeOffset(WhenWords words, PhraseDraft draft)
    {
        var first = words.At;
        var isNamed = words.PlainOf(words.Peek()) is "utc" or "gmt";
        words.At += isNamed ? 1 : 0;
        var isNegative = words.IsSymbol('-');
        var isSigned = isNegative || words.IsSymbol('+');
        var isDash = isNegative && !isNamed && !words.IsGlued();
        if (isNegative && !isNamed && !isDash && IsRange(words, draft))
            return RefuseRange(words, draft);
        if (!isSigned || isDash || words.Peek(1) is not { Kind: TokenKind.Number, IsGlued: true } hours)
        {
            words.At = first;
            return false;
        }

        words.At += 2;
        var (hour, minute) = (hours.Number, 0);
        var isLong = hours.Length == 4;
        if (isLong)
            (hour, minute) = (hours.Number / 100, hours.Number % 100);
        else if (words.IsSymbol(':') && words.IsGlued() && words.Peek(1) is { Kind: TokenKind.Number, IsGlued: true, Length: 2 } minutes)
        {
            (isLong, minute) = (true, minutes.Number);
            words.At += 2;
        }

        if ((!isNamed && !(isLong || draft.Day is ExactDay)) || hours.Length is 3 or > 4)
        {
            words.At = first;
            return false;
        }

        if (hour > 14 || minute > 59 || hour * 60 + minute > 14 * 60)
            draft.Refuse($"{Quote.Of(words.Written(first, words.At))} is no offset: they go from -14:00 to +14:00.", "tomorrow at 9:30 UTC+5:30");
        else
            draft.Zone = Utc(isNegative ? '-' : '+', hour, minute);
        return true;
    }

    /// <summary>"9:00-10:00" goes from one hour to a later one; only behind an ISO date it is an offset.</summary>
    private static bool IsRange(WhenWords words, PhraseDraft draft) =>
        draft.Day is not ExactDay && draft.Clock is { } from && words.IsNumber(1) && words.Peek(1).Number > from.Time.Hour;

    private static bool RefuseRange(WhenWords words, PhraseDraft draft)
    {
        words.At += words.IsSymbol(':', 2) && words.IsNumber(3) ? 4 : 2;
        draft.Refuse($"{Quote.Of(words.Written(draft.ClockText.First, words.At))} is a span of time; say when it begins.", "tomorrow at 14:00");
        return true;
    }

    private static string Utc(char sign, int hour, int minute)
    {
        if (hour + minute == 0)
            return "UTC";
        var minutes = minute == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{minute:00}");
        return string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{hour:00}{minutes}");
    }

    private static bool TryTakeAbbreviation(WhenWords words, PhraseDraft draft, WhenContext context)
    {
        var token = words.Peek();
        if (token.Kind != TokenKind.Word || token.Length > 5)
            return false;
        var word = words.PlainOf(token);
        if (!ZoneAbbreviations.Contains(word) || (ZoneAbbreviations.IsAlsoWord(word) && !IsCapitals(words, token) && !token.IsGlued))
            return false;
        var regions = ZoneAbbreviations.Of(word, context.ZoneId, context.Now);
        var written = words.Written(words.At, words.At + 1);
        words.At++;
        if (regions.Count == 1)
            draft.Zone = regions[0];
        else
            draft.Refuse($"{Quote.Of(written)} is the time of {string.Join(" or ", regions)}.", $"tomorrow at 9:30 {regions[0]}", [.. regions]);
        return true;
    }

    private static bool TryTakeCity(WhenWords words, PhraseDraft draft)
    {
        if (words.Peek().Kind != TokenKind.Word || words.IsGlued() || !ZoneNames.MayBegin(words.PlainOf(words.Peek())))
            return false;
        for (var end = Math.Min(words.Count, words.At + 2 * ZoneNames.LongestCityWords); end > words.At; end--)
        {
            if (!ZoneNames.TryCity(words.Plain(words.At, end), out var id))
                continue;
            (draft.Zone, draft.IsZoneCity, words.At) = (id, true, end);
            return true;
        }

        return false;
    }

    private static bool IsCapitals(WhenWords words, in Token token)
    {
        for (var i = token.Start; i < token.End; i++)
        {
            if (!char.IsUpper(words.Text[i]))
                return false;
        }

        return true;
    }
}
