namespace AsyncBot.Core.Time.When;

/// <summary>The words of a message and how far they are read.</summary>
internal sealed class WhenWords
{
    public const int MostCharacters = 500;
    public const int MostWords = 80;

    private Token[] _tokens;
    private readonly char[] _plain;
    private Token _end;

    public WhenWords(string text, Language language)
    {
        Text = text;
        _tokens = new Token[Math.Min(text.Length, 8 + text.Length / 4)];
        _plain = new char[text.Length + 1];
        Split(language);
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    public int Count { get; private set; }

    /// <summary>As people count them: what stands between spaces or commas, and each comma.</summary>
    public int Words { get; private set; }

    /// <summary>Where reading goes on.</summary>
    public int At
    {
        get;
        set
        {
            field = value;
            Furthest = Math.Max(Furthest, value);
        }
    }

    /// <summary>The first word that nothing made sense of.</summary>
    public int Furthest { get; private set; }

    /// <summary>How many words were looked at so far.</summary>
    public int Steps { get; private set; }

    public bool IsAtEnd => At >= Count;

    public ref readonly Token Peek(int ahead = 0)
    {
        Steps++;
        var at = At + ahead;
        if (at >= 0 && at < Count)
            return ref _tokens[at];
        return ref _end;
    }

    public ReadOnlySpan<char> PlainOf(in Token token) => _plain.AsSpan(token.From, token.Length);

    /// <summary>The plain text of some tokens with what is between them.</summary>
    public ReadOnlySpan<char> Plain(int first, int last) =>
        first >= last ? default : _plain.AsSpan(_tokens[first].From, _tokens[last - 1].To - _tokens[first].From);

    /// <summary>The tokens' text as it was written.</summary>
    public string Written(int first, int last) => first >= last ? "" : Text[_tokens[first].Start.._tokens[last - 1].End];

    public bool Is(SenseKind kind, int ahead = 0) => Is(kind, out _, ahead);

    public bool Is(SenseKind kind, out int value, int ahead = 0)
    {
        foreach (var sense in Peek(ahead).Senses)
        {
            if (sense.Kind == kind)
            {
                value = sense.Value;
                return true;
            }
        }

        value = 0;
        return false;
    }

    public bool Take(SenseKind kind) => Take(kind, out _);

    public bool Take(SenseKind kind, out int value)
    {
        if (!Is(kind, out value))
            return false;
        At++;
        return true;
    }

    public bool IsSymbol(char symbol, int ahead = 0) => Peek(ahead) is { Kind: TokenKind.Symbol } token && token.Symbol == symbol;

    public bool TakeSymbol(char symbol)
    {
        if (!IsSymbol(symbol))
            return false;
        At++;
        return true;
    }

    public bool IsNumber(int ahead = 0) => Peek(ahead).Kind == TokenKind.Number;

    public bool IsGlued(int ahead = 0) => Peek(ahead).IsGlued;

    /// <summary>Whether a quotation ends behind a token: what is quoted is text, and no time.</summary>
    public bool IsQuoteBehind(int at) =>
        at >= 0 && at < Count && Text.AsSpan(_tokens[at].End, (at + 1 < Count ? _tokens[at + 1].Start : Text.Length) - _tokens[at].End).ContainsAny("\"”»");

    /// <summary>No letter or digit hangs on the last one that was read.</summary>
    public bool IsBoundary()
    {
        if (IsAtEnd || !IsGlued())
            return true;
        var behind = SkipStops(At);
        return behind > At && (behind == Count || !_tokens[behind].IsGlued);
    }

    /// <summary>Skips what ends a sentence.</summary>
    public int SkipStops(int at)
    {
        while (at < Count && _tokens[at] is { Kind: TokenKind.Symbol, Symbol: ',' or '.' or ';' or ':' or '!' or '?' })
            at++;
        return at;
    }

    /// <summary>The whole run of tokens without a space that begins here.</summary>
    public int EndOfRun(int first)
    {
        var at = first + 1;
        while (at < Count && _tokens[at].IsGlued)
            at++;
        return at;
    }

    private void Split(Language language)
    {
        var (plain, isGlued, at) = (0, false, 0);
        _end = new Token(TokenKind.End, Text.Length, Text.Length, 0, 0, 0, '\0', false, Language.None);
        while (at < Text.Length)
        {
            var c = PlainLetter.At(Text, at, out var length);
            if (c == '\0' || c == ' ' || (c == '\'' && !IsInWord(at)))
            {
                if (c != '\0')
                    isGlued = false;
                at += length;
                continue;
            }

            if (!isGlued && plain > 0)
                _plain[plain++] = ' ';
            var (start, from) = (at, plain);
            var kind = KindOf(c);
            while (true)
            {
                if (c != '\0')
                    _plain[plain++] = c;
                at += length;
                if (at >= Text.Length || kind == TokenKind.Symbol)
                    break;
                c = PlainLetter.At(Text, at, out length);
                if (c != '\0' && KindOf(c) != kind && !(kind == TokenKind.Word && c == '\'' && IsInWord(at)))
                    break;
            }

            Add(kind, start, at, from, plain, isGlued, language);
            isGlued = true;
        }
    }

    private void Add(TokenKind kind, int start, int end, int from, int to, bool isGlued, Language language)
    {
        var plain = _plain.AsSpan(from, to - from);
        var isComma = plain is [','];
        if (!isGlued || isComma || _tokens[Count - 1].Symbol == ',')
            Words++;
        if (Count == _tokens.Length)
            Array.Resize(ref _tokens, 2 * Count);
        var senses = kind == TokenKind.Number ? Language.None : language.SensesOf(plain);
        var number = kind == TokenKind.Number ? ValueOf(plain) : 0;
        var symbol = kind == TokenKind.Symbol ? plain[0] : '\0';
        _tokens[Count++] = new Token(kind, start, end, from, to, number, symbol, isGlued, senses);
    }

    private bool IsInWord(int at) => at > 0 && at + 1 < Text.Length && char.IsLetter(Text[at - 1]) && char.IsLetter(Text[at + 1]);

    private static TokenKind KindOf(char c) => char.IsAsciiDigit(c) ? TokenKind.Number : char.IsLetter(c) ? TokenKind.Word : TokenKind.Symbol;

    private static int ValueOf(ReadOnlySpan<char> digits)
    {
        const int most = 9;
        if (digits.TrimStart('0').Length > most)
            return int.MaxValue;
        var value = 0;
        foreach (var digit in digits)
            value = value * 10 + (digit - '0');
        return value;
    }
}
