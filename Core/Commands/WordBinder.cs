using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Commands;

/// <summary>Reads the words behind a verb, from both ends: what stands last is taken off first, and what is left over may be in any order.</summary>
internal sealed class WordBinder(CommandShape shape, Line line, int first, BindContext context)
{
    private readonly object?[] _values = new object?[shape.Args.Count];
    private int _at = first;
    private int _end = line.Words.Count;

    public async Task<Binding> Read(bool asItStands)
    {
        if (!asItStands && await ReadTrailing() is { } unread)
            return unread;
        for (var arg = 0; arg < shape.Args.Count; arg++)
        {
            var declared = shape.Args[arg];
            if (!declared.IsHidden && !declared.IsTrailing && await ReadInPlace(arg, declared) is { } wrong)
                return wrong;
        }

        return await ReadLeftover() ?? Complete();
    }

    /// <summary>
    /// Takes pairs such as <c>in #team</c> off the end, as long as a text is left before them where there must be one.
    /// A channel that the caller is not in is wrong rather than text, so that nothing meant for it is said to others.
    /// </summary>
    private async Task<Binding?> ReadTrailing()
    {
        var least = shape.Args.Any(arg => arg is { IsRequired: true, IsTrailing: false, IsHidden: false }) ? 3 : 2;
        for (var found = true; found && _end - _at >= least;)
        {
            found = false;
            Binding.Wrong? unread = null;
            for (var arg = 0; arg < shape.Args.Count && !found; arg++)
            {
                var declared = shape.Args[arg];
                if (!declared.IsTrailing || _values[arg] is not null || !line.Words[_end - 2].Is(declared.After!) || line.Words[_end - 1].IsQuoted)
                    continue;
                var word = line.Words[_end - 1].Text;
                var reading = await declared.Kind.Read(word, context);
                if (reading is ArgReading.Value value)
                    (_values[arg], found, _end) = (value.Read, true, _end - 2);
                else if (reading is ArgReading.Wrong wrong && declared.Kind.Claims(word))
                    unread = ShouldBe(word, wrong) with { IsTrailing = true };
            }

            if (!found && unread is not null)
                return unread;
        }

        return null;
    }

    /// <summary>Reads the argument that comes next.</summary>
    /// <returns>What is wrong; null where it was read, or left out and may be.</returns>
    private async Task<Binding?> ReadInPlace(int arg, ArgShape declared)
    {
        if (declared.After is { } keyword)
        {
            if (_at >= _end || !line.Words[_at].Is(keyword))
                return declared.IsRequired ? new Binding.Wrong($"“{keyword}” is missing.") : null;
            _at++;
        }

        if (declared.IsRest)
        {
            var rest = declared.TakesIds ? line.IdsBetween(_at, _end) : line.Between(_at, _end);
            _values[arg] = Blank.Is(rest) ? null : rest;
            _at = _end;
            return null;
        }

        if (_at < _end)
            return await ReadWord(arg, declared);
        _values[arg] = FromThread(declared);
        return _values[arg] is null && declared.After is not null ? new Binding.Wrong(declared.Missing) : null;
    }

    private async Task<Binding?> ReadWord(int arg, ArgShape declared)
    {
        var word = line.Words[_at].Text;
        switch (await declared.Kind.Read(word, context))
        {
            case ArgReading.Several several:
                return new Binding.Ambiguous(_at, several.Options);
            case ArgReading.Value value:
                _values[arg] = value.Read;
                _at++;
                return null;
            case ArgReading.Wrong wrong:
                _values[arg] = FromThread(declared);
                var mustBe = declared.IsRequired || declared.After is not null || declared.Kind.Claims(word);
                return _values[arg] is null && mustBe ? ShouldBe(word, wrong) : null;
            default:
                throw new InvalidOperationException("A reading of an unknown kind.");
        }
    }

    /// <summary>Optional words may come in any order.</summary>
    private async Task<Binding?> ReadLeftover()
    {
        for (; _at < _end; _at++)
        {
            if (!await IsTaken(line.Words[_at].Text))
                return new Binding.Wrong($"“{Excerpt.Word(line.Words[_at].Text)}” is more than I understand here.");
        }

        return null;
    }

    private async Task<bool> IsTaken(string word)
    {
        for (var arg = 0; arg < shape.Args.Count; arg++)
        {
            var isOpen = _values[arg] is null && shape.Args[arg] is { IsHidden: false, IsTrailing: false, IsRequired: false, After: null };
            if (isOpen && await shape.Args[arg].Kind.Read(word, context) is ArgReading.Value value)
            {
                _values[arg] = value.Read;
                return true;
            }
        }

        return false;
    }

    private Binding Complete()
    {
        for (var arg = 0; arg < shape.Args.Count; arg++)
        {
            var declared = shape.Args[arg];
            if (_values[arg] is null && declared.IsRequired)
                return new Binding.Wrong(declared.Missing);
            if (_values[arg] is string text && declared.TooLong(text) is { } tooLong)
                return new Binding.Wrong(tooLong, TooLong: true);
        }

        return new Binding.Bound(shape.Create(_values));
    }

    /// <summary>The number of the item in whose thread this is said.</summary>
    private object? FromThread(ArgShape arg) =>
        arg.IsSubject && context.Subject?.Split(' ') is [var noun, var number] && noun == shape.Noun ? arg.Kind.Restore(number) : null;

    private static Binding.Wrong ShouldBe(string word, ArgReading.Wrong wrong) =>
        new($"“{Excerpt.Word(word)}” should be {wrong.Expected}.");
}
