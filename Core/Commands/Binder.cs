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
    public static Task<Binding> ReadWords(CommandShape shape, Line line, int first, BindContext context, bool asItStands = false) =>
        new WordBinder(shape, line, first, context).Read(asItStands);

    /// <summary>Reads the values of a form or a button.</summary>
    public static async Task<(ICommand? Command, IReadOnlyDictionary<string, string> Errors)> ReadValues(
        CommandShape shape, IReadOnlyDictionary<string, string> given, BindContext context)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var values = new object?[shape.Args.Count];
        for (var arg = 0; arg < shape.Args.Count; arg++)
        {
            var declared = shape.Args[arg];
            if (declared.Kind.ReadFields(given, declared.Name) is ArgReading.Value { Read: var fields })
            {
                values[arg] = fields;
                continue;
            }

            if (!given.TryGetValue(declared.Name, out var word) || Blank.Is(word))
            {
                if (declared.IsRequired)
                    errors[declared.Name] = declared.Missing;
                continue;
            }

            switch (await declared.Kind.Read(declared.IsRest ? word : word.Trim(), context))
            {
                case ArgReading.Value { Read: string text } when declared.TooLong(text) is { } tooLong:
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
}
