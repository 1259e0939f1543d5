using System.Globalization;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Commands;

/// <summary>
/// Turns the words or the form fields of one command into its record. It knows nothing of nouns and verbs (see <see cref="LineReader"/>);
/// what is wrong it says in a sentence, and nothing gets past it half read.
/// </summary>
public static class Binder
{
    /// <summary>Reads the words of a line from <paramref name="first"/> on.</summary>
    /// <param name="asItStands">Whether words such as <c>in #team</c> at its end belong to the text.</param>
    public static async Task<Binding> ReadWords(CommandShape shape, Line line, int first, BindContext context, bool asItStands = false)
    {
        var values = new object?[shape.Args.Count];
        var end = line.Words.Count;
        if (!asItStands)
        {
            (end, var unread) = await ReadTrailing(shape, line, first, values, context);
            if (unread is not null)
                return unread;
        }

        var at = first;
        for (var arg = 0; arg < shape.Args.Count; arg++)
        {
            var declared = shape.Args[arg];
            if (declared.IsHidden || declared.IsTrailing)
                continue;
            if (declared.After is { } keyword && at < end && line.Words[at].Is(keyword))
                at++;
            else if (declared.After is not null)
            {
                if (declared.IsRequired)
                    return new Binding.Wrong($"“{declared.After}” is missing.");
                continue;
            }

            if (declared.IsRest)
            {
                var rest = declared.TakesIds ? line.IdsBetween(at, end) : line.Between(at, end);
                values[arg] = Blank.Is(rest) ? null : rest;
                at = end;
                continue;
            }

            if (at < end)
            {
                var reading = await declared.Kind.Read(line.Words[at].Text, context);
                if (reading is ArgReading.Several several)
                    return new Binding.Ambiguous(at, several.Options);
                if (reading is ArgReading.Value value)
                {
                    values[arg] = value.Read;
                    at++;
                    continue;
                }

                if (FromThread(shape, declared, context) is { } subject)
                    values[arg] = subject;
                else if (declared.IsRequired || declared.After is not null || declared.Kind.Claims(line.Words[at].Text))
                    return new Binding.Wrong($"“{Excerpt.Plain(line.Words[at].Text, Excerpt.LongestWord)}” should be {((ArgReading.Wrong)reading).Expected}.");
                continue;
            }

            values[arg] = FromThread(shape, declared, context);
            if (values[arg] is null && declared.After is not null)
                return new Binding.Wrong(Missing(declared));
        }

        if (at < end && await ReadLeftover(shape, line, at, end, values, context) is { } wrong)
            return wrong;
        return Complete(shape, values);
    }

    /// <summary>Reads the values of a form or a button.</summary>
    public static async Task<(ICommand? Command, IReadOnlyDictionary<string, string> Errors)> ReadValues(
        CommandShape shape, IReadOnlyDictionary<string, string> given, BindContext context)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var values = new object?[shape.Args.Count];
        for (var arg = 0; arg < shape.Args.Count; arg++)
        {
            var declared = shape.Args[arg];
            if (!given.TryGetValue(declared.Name, out var word) || Blank.Is(word))
            {
                if (declared.IsRequired)
                    errors[declared.Name] = Missing(declared);
                continue;
            }

            switch (await declared.Kind.Read(declared.IsRest ? word : word.Trim(), context))
            {
                case ArgReading.Value { Read: string text } when TooLong(declared, text) is { } tooLong:
                    errors[declared.Name] = tooLong;
                    break;
                case ArgReading.Value value:
                    values[arg] = value.Read;
                    break;
                case ArgReading.Wrong wrong:
                    errors[declared.Name] = $"This should be {wrong.Expected}.";
                    break;
                case ArgReading.Several several:
                    errors[declared.Name] = "This could be " + string.Join(" or ", several.Options.Select(option => option.Word)) + ".";
                    break;
            }
        }

        return (errors.Count > 0 ? null : shape.Create(values), errors);
    }

    /// <summary>Reads back what <see cref="CommandJson"/> wrote; null if the command has changed since.</summary>
    public static ICommand? Restore(CommandShape shape, IReadOnlyDictionary<string, string> given)
    {
        var values = new object?[shape.Args.Count];
        for (var arg = 0; arg < shape.Args.Count; arg++)
        {
            if (given.TryGetValue(shape.Args[arg].Name, out var word))
                values[arg] = shape.Args[arg].Kind.Restore(word);
            if (values[arg] is null && shape.Args[arg].IsRequired)
                return null;
        }

        return shape.Create(values);
    }

    private static Binding Complete(CommandShape shape, object?[] values)
    {
        for (var arg = 0; arg < shape.Args.Count; arg++)
        {
            var declared = shape.Args[arg];
            if (values[arg] is null && declared.IsRequired)
                return new Binding.Wrong(Missing(declared));
            if (values[arg] is string text && TooLong(declared, text) is { } tooLong)
                return new Binding.Wrong(tooLong, TooLong: true);
        }

        return new Binding.Bound(shape.Create(values));
    }

    /// <summary>Optional words may come in any order.</summary>
    private static async Task<Binding?> ReadLeftover(CommandShape shape, Line line, int at, int end, object?[] values, BindContext context)
    {
        for (; at < end; at++)
        {
            var taken = false;
            for (var arg = 0; arg < shape.Args.Count && !taken; arg++)
            {
                var declared = shape.Args[arg];
                if (values[arg] is not null || declared.IsHidden || declared.IsTrailing || declared.IsRequired || declared.After is not null)
                    continue;
                if (await declared.Kind.Read(line.Words[at].Text, context) is ArgReading.Value value)
                    (values[arg], taken) = (value.Read, true);
            }

            if (!taken)
                return new Binding.Wrong($"“{Excerpt.Plain(line.Words[at].Text, Excerpt.LongestWord)}” is more than I understand here.");
        }

        return null;
    }

    /// <summary>
    /// Takes pairs such as <c>in #team</c> off the end, as long as a text is left before them where there must be one.
    /// A channel that the caller is not in is wrong rather than text, so that nothing meant for it is said to others.
    /// </summary>
    private static async Task<(int End, Binding.Wrong? Unread)> ReadTrailing(CommandShape shape, Line line, int first, object?[] values, BindContext context)
    {
        var end = line.Words.Count;
        var least = shape.Args.Any(arg => arg is { IsRequired: true, IsTrailing: false, IsHidden: false }) ? 3 : 2;
        for (var found = true; found && end - first >= least;)
        {
            found = false;
            Binding.Wrong? unread = null;
            for (var arg = 0; arg < shape.Args.Count && !found; arg++)
            {
                var declared = shape.Args[arg];
                if (!declared.IsTrailing || values[arg] is not null || !line.Words[end - 2].Is(declared.After!) || line.Words[end - 1].IsQuoted)
                    continue;
                var word = line.Words[end - 1].Text;
                var reading = await declared.Kind.Read(word, context);
                if (reading is ArgReading.Value value)
                    (values[arg], found, end) = (value.Read, true, end - 2);
                else if (reading is ArgReading.Wrong wrong && declared.Kind.Claims(word))
                    unread = new Binding.Wrong($"“{Excerpt.Plain(word, Excerpt.LongestWord)}” should be {wrong.Expected}.", IsTrailing: true);
            }

            if (!found && unread is not null)
                return (end, unread);
        }

        return (end, null);
    }

    /// <summary>The number of the item in whose thread this is said.</summary>
    private static object? FromThread(CommandShape shape, ArgShape arg, BindContext context) =>
        arg.IsSubject && context.Subject?.Split(' ') is [var noun, var number] && noun == shape.Noun ? arg.Kind.Restore(number) : null;

    private static string? TooLong(ArgShape arg, string text) => text.EnumerateRunes().Count() is var length && length > arg.Max
        ? string.Create(CultureInfo.InvariantCulture, $"{arg.Label} can have at most {arg.Max:N0} characters, and this has {length:N0}.")
        : null;

    private static string Missing(ArgShape arg) => $"{arg.Label} is missing.";
}

/// <summary>What reading the arguments of a command gave.</summary>
public abstract record Binding
{
    /// <summary>Everything was read, and the command can be carried out.</summary>
    public sealed record Bound(ICommand Command) : Binding;

    /// <summary>Something can't be read or is missing; nothing is done, and the sentence says what to mend.</summary>
    /// <param name="What">A whole sentence. It quotes what was typed, so it is shown as somebody's text.</param>
    /// <param name="IsTrailing">Whether it stands at the end of a text and could be part of it.</param>
    public sealed record Wrong(string What, bool TooLong = false, bool IsTrailing = false) : Binding;

    /// <summary>A word can mean several people, so that the one who typed it is asked rather than guessed for.</summary>
    /// <param name="At">The word of the line that can mean several.</param>
    public sealed record Ambiguous(int At, IReadOnlyList<(string Label, string Word)> Options) : Binding;
}
