using System.Globalization;
using System.Text;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Commands;

/// <summary>A kind of word that commands take: how it is read, written, and asked for.</summary>
public abstract class ArgKind
{
    private static readonly Dictionary<Type, ArgKind> Known = new()
    {
        [typeof(string)] = new TextKind(),
        [typeof(int)] = new NumberKind(),
        [typeof(Tag)] = new TagKind(),
        [typeof(PersonId)] = new PersonKind(),
        [typeof(ChannelId)] = new ChannelKind(),
        [typeof(MessageId)] = new MessageKind(),
        [typeof(Fields)] = new FieldsKind(),
    };

    /// <summary>The words to choose from; empty where any will do.</summary>
    public virtual IReadOnlyList<string> Choices => [];

    /// <summary>How a form asks for it.</summary>
    public virtual InputKind Input => InputKind.Text;

    public static ArgKind Of(Type type) => Known.TryGetValue(type, out var kind) ? kind
        : type.IsEnum ? new ChoiceKind(type)
        : throw new InvalidOperationException($"No command can take a {type.Name}; add its kind to {nameof(ArgKind)}.");

    /// <summary>Reads one word, or says in a clause what it should have been.</summary>
    public abstract ValueTask<ArgReading> Read(string word, BindContext context);

    /// <summary>Reads what several inputs of a form fill together; null where none of them is there, or where one input fills this kind.</summary>
    public virtual ArgReading? ReadFields(IReadOnlyDictionary<string, string> given, string name) => null;

    /// <summary>Whether a word at the end of a text was surely meant as this kind, even if it can't be read.</summary>
    public virtual bool Claims(string word) => false;

    public abstract string Write(object value);

    /// <summary>Reads back what <see cref="Write"/> wrote, without asking anybody; null if it can't be.</summary>
    public abstract object? Restore(string written);

    /// <summary>How usage shows it.</summary>
    public virtual string Usage(string name) => name;

    private sealed class TextKind : ArgKind
    {
        public override ValueTask<ArgReading> Read(string word, BindContext context) => new(new ArgReading.Value(word));

        public override string Write(object value) => (string)value;

        public override object? Restore(string written) => written;
    }

    private sealed class NumberKind : ArgKind
    {
        private const int FullWidthHash = 0xFF03;

        public override ValueTask<ArgReading> Read(string word, BindContext context)
        {
            var plain = Plain(word);
            var digits = plain.StartsWith('#') ? plain.AsSpan(1) : plain;
            return new(int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                ? new ArgReading.Value(number)
                : new ArgReading.Wrong(digits is "0" ? "at least 1" : "a number such as 12"));
        }

        public override bool Claims(string word) => Plain(word).All(char.IsAsciiDigit);

        public override string Write(object value) => ((int)value).ToString(CultureInfo.InvariantCulture);

        public override object? Restore(string written) =>
            int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

        /// <summary>Digits as other keyboards type them, such as <c>３</c> or <c>٣</c>, as the plain ones.</summary>
        private static string Plain(string word)
        {
            var plain = new StringBuilder(word.Length);
            foreach (var rune in word.EnumerateRunes())
                plain.Append(Plain(rune));
            return plain.ToString();
        }

        private static string Plain(Rune rune) =>
            rune.Value == FullWidthHash ? "#"
            : Rune.IsDigit(rune) ? ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture)
            : rune.ToString();
    }

    private sealed class TagKind : ArgKind
    {
        public override ValueTask<ArgReading> Read(string word, BindContext context) =>
            new(Tag.TryRead(word, out var tag) ? new ArgReading.Value(tag) : new ArgReading.Wrong("a tag such as #demo"));

        public override string Write(object value) => ((Tag)value).ToString();

        public override object? Restore(string written) => Tag.TryRead(written, out var tag) ? tag : null;

        public override string Usage(string name) => "#" + name;
    }

    private sealed class PersonKind : ArgKind
    {
        public override InputKind Input => InputKind.Person;

        public override async ValueTask<ArgReading> Read(string word, BindContext context)
        {
            var found = Namesakes.Meant(word, await context.Directory.Named(context.Caller.Workspace, word.TrimStart('@'), context.Cancellation));
            return found switch
            {
                [] => new ArgReading.Wrong("the name of somebody here, such as @ana"),
                [var only] => new ArgReading.Value(only.Id),
                _ => new ArgReading.Several([.. found.Select(person => (person.Name, "@" + person.Id.Value))]),
            };
        }

        public override string Write(object value) => "@" + ((PersonId)value).Value;

        public override object? Restore(string written) => new PersonId(written.TrimStart('@'));

        public override string Usage(string name) => "@" + name;
    }

    private sealed class ChannelKind : ArgKind
    {
        public override InputKind Input => InputKind.Channel;

        public override async ValueTask<ArgReading> Read(string word, BindContext context)
        {
            var found = word.StartsWith('#')
                ? await context.Directory.Named(context.Caller.Workspace, word[1..], context.Caller.Person, context.Cancellation)
                : null;
            return found is null ? new ArgReading.Wrong("a channel that you are in, such as #team") : new ArgReading.Value(found.Id);
        }

        public override bool Claims(string word) => word.Length > 1 && word[0] == '#';

        public override string Write(object value) => "#" + ((ChannelId)value).Value;

        public override object? Restore(string written) => new ChannelId(written.TrimStart('#'));

        public override string Usage(string name) => "#" + name;
    }

    private sealed class MessageKind : ArgKind
    {
        public override ValueTask<ArgReading> Read(string word, BindContext context) => new(new ArgReading.Value(new MessageId(word)));

        public override string Write(object value) => ((MessageId)value).Value;

        public override object? Restore(string written) => new MessageId(written);
    }

    private sealed class FieldsKind : ArgKind
    {
        public override ValueTask<ArgReading> Read(string word, BindContext context) =>
            new(Fields.Restore(word) is { } fields ? new ArgReading.Value(fields) : new ArgReading.Wrong("filled into a form"));

        public override ArgReading? ReadFields(IReadOnlyDictionary<string, string> given, string name) =>
            Fields.In(given, name) is { } fields ? new ArgReading.Value(fields) : null;

        public override string Write(object value) => ((Fields)value).Write();

        public override object? Restore(string written) => Fields.Restore(written);
    }

    private sealed class ChoiceKind(Type type) : ArgKind
    {
        public override IReadOnlyList<string> Choices { get; } = [.. Enum.GetNames(type).Select(name => name.ToLowerInvariant())];

        public override ValueTask<ArgReading> Read(string word, BindContext context)
        {
            var at = Choices.ToList().FindIndex(choice => choice.Equals(word, StringComparison.OrdinalIgnoreCase));
            return new(at >= 0
                ? new ArgReading.Value(Enum.GetValues(type).GetValue(at)!)
                : new ArgReading.Wrong(Choices is [var only] ? only : "one of " + string.Join(", ", Choices)));
        }

        public override string Write(object value) => value.ToString()!.ToLowerInvariant();

        public override object? Restore(string written) => Enum.TryParse(type, written, ignoreCase: true, out var choice) ? choice : null;

        public override string Usage(string name) => string.Join('|', Choices);
    }
}

/// <summary>What reading one word gave.</summary>
public abstract record ArgReading
{
    /// <summary>The word was understood.</summary>
    public sealed record Value(object Read) : ArgReading;

    /// <summary>The word is none of this kind, and whoever typed it is told what would be.</summary>
    /// <param name="Expected">Completes "… should be".</param>
    public sealed record Wrong(string Expected) : ArgReading;

    /// <summary>The word fits several, among which whoever typed it chooses.</summary>
    /// <param name="Options">What to show on a button, and the word that means it surely.</param>
    public sealed record Several(IReadOnlyList<(string Label, string Word)> Options) : ArgReading;
}
