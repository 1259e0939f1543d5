namespace AsyncBot.Core.Time.When;

internal enum TokenKind
{
    End,
    Word,
    Number,
    Symbol,
}

/// <summary>A run of letters, a run of digits, or one sign, and where it stands in the text as it was written.</summary>
/// <param name="Start">In the text as it was written.</param>
/// <param name="From">In the plain text: lower case, one kind of dash, one space.</param>
/// <param name="Number">Too many digits read as <see cref="int.MaxValue"/>, which every limit refuses.</param>
/// <param name="IsGlued">No space lies between this and the token before.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, int From, int To, int Number, char Symbol, bool IsGlued, Sense[] Senses)
{
    public int Length => To - From;
}
