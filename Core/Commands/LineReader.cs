using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>
/// Finds out what a typed line means: noun, verb, or a text for the noun's default verb. Whatever it can't read it gives back
/// with a way on, so nothing typed is lost.
/// </summary>
public sealed class LineReader(CommandCatalog catalog)
{
    /// <summary>The noun of help and administration, which may stand before any other.</summary>
    private const string Prefix = "async";
    private const string Help = "help";

    /// <summary>Reads a line without the bot's name before it.</summary>
    public async Task<Reading> Read(string text, BindContext context)
    {
        var slash = text.StartsWith('/');
        if (!slash && catalog.ReplyTo(context.Subject) is { } reply && new Line(text) is var said && !IsCommand(said))
            return await Named(reply, said, 0, context);
        var line = new Line(slash ? text[1..] : text);
        if (line.Words.Count > 1 && line.Words[0].Is(Prefix) && catalog.Nouns.Concat(catalog.Announced.Keys).Any(line.Words[1].Is))
            line = new Line(line.Text[line.Words[1].Start..]);
        line = catalog.Meant(line);
        if (line.Words.Count == 0 || Blank.Is(text))
            return await Alone(Help, context);

        var noun = catalog.Nouns.FirstOrDefault(line.Words[0].Is);
        if (noun is null)
            return UnknownNoun(line, context, slash);
        if (line.Words.Count == 1)
            return await Alone(noun == Prefix ? Help : noun, context);
        if (line.Words.Count == 2 && (line.Words[1].Is(Help) || line.Words[1].Is("?")) && catalog.Find(Help) is { } help)
            return await Named(help, new Line(noun), 0, context);
        if (catalog.Of(noun).FirstOrDefault(shape => line.Words[1].Is(shape.Verb)) is { } named)
            return await Named(named, line, 2, context);
        return await Unnamed(noun, line, context);
    }

    /// <summary>Whether a line surely means a command, wherever it is said.</summary>
    private bool IsCommand(Line line) => line.Words.Count switch
    {
        0 => false,
        1 => line.Words[0].Is(Help) || line.Words[0].Is("?") || line.Words[0].Is(Prefix),
        _ => catalog.Nouns.FirstOrDefault(line.Words[0].Is) is { } noun && catalog.Of(noun).Any(shape => shape.Verb.Length > 0 && line.Words[1].Is(shape.Verb)),
    };

    private async Task<Reading> Alone(string noun, BindContext context)
    {
        var shapes = catalog.Of(noun).ToList();
        var shape = shapes.Find(shape => shape.IsAlone) ?? shapes.Find(shape => shape.Verb.Length == 0) ?? catalog.DefaultOf(noun);
        return shape is null
            ? new Reading.Unread(Reply.Refuse($"{Spelling.Capital(noun)} can do: {VerbsOf(shapes)}. Try: {new Typed(shapes[0].Example)}"))
            : await Named(shape, new Line(""), 0, context);
    }

    /// <summary>The verb is clear; its arguments may be wrong.</summary>
    private async Task<Reading> Named(CommandShape shape, Line line, int first, BindContext context)
    {
        switch (await Binder.ReadWords(shape, line, first, context))
        {
            case Binding.Bound bound:
                return new Reading.Command(bound.Command);
            case Binding.Ambiguous ambiguous:
                return new Reading.Unread(await Ask(shape, line, first, ambiguous, context));
            case Binding.Wrong wrong:
                return new Reading.Unread(Refusal(shape, wrong, wrong switch
                {
                    { TooLong: true } => null,
                    { IsTrailing: true } => await AsItStands(shape, line, first, context),
                    _ => await AsText(shape, line, first - 1, context),
                }));
            default:
                throw new InvalidOperationException("A binding of an unknown kind.");
        }
    }

    /// <summary>The word after the noun is no verb: a slip of the finger, or the beginning of a text.</summary>
    private async Task<Reading> Unnamed(string noun, Line line, BindContext context)
    {
        const int first = 1;
        var typed = line.Words[first].Text;
        var shapes = catalog.Of(noun).ToList();
        if (catalog.DefaultOf(noun) is { } byDefault)
        {
            var meant = shapes.Find(shape => shape.Verb.Length > 2 && Spelling.Distance(typed, shape.Verb) == 1);
            var fits = meant is null ? null : await Binder.ReadWords(meant, line, first + 1, context) as Binding.Bound;
            var reading = await Named(byDefault, line, first, context);
            var asText = reading is Reading.Command command
                ? new Button(LabelOf(byDefault, line, first), command.Meant)
                : await AsItStands(byDefault, line, first, context);
            if (fits is null || asText is null)
                return reading;
            return new Reading.Unread(Reply.Refuse(
                $"Did you mean {new Typed($"{meant!.Name} {line.Between(first + 1, line.Words.Count)}".TrimEnd())}, or is this the text?",
                new Button($"{Spelling.Capital(meant.Verb)} {line.Between(first + 1, line.Words.Count)}".TrimEnd(), fits.Command, ButtonStyle.Primary),
                asText));
        }

        if (shapes is [{ Verb: "" } only])
            return await Named(only, line, first, context);
        var near = shapes.Find(shape => shape.Verb == Spelling.Nearest(typed, shapes.Select(each => each.Verb)));
        Rich unknown = $"{Spelling.Capital(noun)} has no “{Excerpt.Word(typed)}”";
        return new Reading.Unread(near is null
            ? Reply.Refuse($"{unknown}. It can do: {VerbsOf(shapes)}. Try: {new Typed(shapes[0].Example)}")
            : Reply.Refuse($"{unknown}; did you mean {near.Verb}? Try: {new Typed(near.Example)}"));
    }

    private Reading.Unread UnknownNoun(Line line, BindContext context, bool slash)
    {
        var typed = line.Words[0].Text;
        var offers = context.Caller.Conversation.Person is null || slash ? [] : Offers(line).ToArray();
        if (catalog.AnswerAnnounced(typed, offers) is { } announced)
            return new Reading.Unread(announced);
        if (offers.Length > 0)
        {
            var help = new Note($"Or type {new Typed("help")} to see what I can do.");
            return new Reading.Unread(new Reply.Refused(Card.Of($"What shall I do with this?", offers).With(help)), IsOffer: true);
        }

        Rich unknown = $"I don’t know “{Excerpt.Word(typed)}”";
        return new Reading.Unread(Spelling.Nearest(typed, catalog.Nouns) is { } noun
            ? Reply.Refuse($"{unknown}; did you mean {noun}? Try: {ExampleOf(noun)}, or {new Typed("help")}")
            : Reply.Refuse($"{unknown}. Try: {new Typed("help")}, or {ExampleOf(catalog.All.First(shape => shape.IsDefault).Noun)}"));
    }

    /// <summary>The ways to keep a text that is no command.</summary>
    private IEnumerable<Button> Offers(Line line) =>
        from shape in catalog.All
        where shape.OfferedAs is not null
        let command = WholeText(shape, Picked.Plain(line.Text).Trim())
        where command is not null
        select new Button(shape.OfferedAs!, command);

    private static Reply.Refused Refusal(CommandShape shape, Binding.Wrong wrong, Button? asText)
    {
        var card = Card.Of($"{wrong.What} Try: {new Typed(shape.Example)}");
        if (!wrong.TooLong && shape.Args.Count > 0)
            card = card.With(new Note($"Usage: {new Typed(shape.Usage)}"));
        return new Reply.Refused(asText is null ? card : card.With(asText));
    }

    /// <summary>Offers the noun's default verb for the words from the verb on.</summary>
    private async Task<Button?> AsText(CommandShape shape, Line line, int verb, BindContext context)
    {
        if (verb < 0 || catalog.DefaultOf(shape.Noun) is not { OfferedAs: { } label } byDefault || byDefault == shape)
            return null;
        return await Binder.ReadWords(byDefault, line, verb, context) is Binding.Bound bound
            ? new Button(label, bound.Command)
            : await AsItStands(byDefault, line, verb, context);
    }

    private static string LabelOf(CommandShape byDefault, Line line, int first) =>
        byDefault.OfferedAs ?? $"{Spelling.Capital(byDefault.Verb)} {Excerpt.Word(line.Between(first, line.Words.Count))}";

    /// <summary>Offers to keep the whole text, whatever the words at its end could mean.</summary>
    private static async Task<Button?> AsItStands(CommandShape shape, Line line, int first, BindContext context) =>
        shape.OfferedAs is { } label && await Binder.ReadWords(shape, line, first, context, asItStands: true) is Binding.Bound bound
            ? new Button(label, bound.Command)
            : null;

    private static async Task<Reply> Ask(CommandShape shape, Line line, int first, Binding.Ambiguous ambiguous, BindContext context)
    {
        var buttons = new List<Button>();
        foreach (var (label, word) in ambiguous.Options)
        {
            var unclear = line.Words[ambiguous.At];
            var surely = new Line(line.Text[..unclear.Start] + word + line.Text[unclear.End..]);
            if (await Binder.ReadWords(shape, surely, first, context) is Binding.Bound bound)
                buttons.Add(new Button($"{label} ({word})", bound.Command));
        }

        return Reply.Refuse($"“{Excerpt.Word(line.Words[ambiguous.At].Text)}” could be several people; whom do you mean?", [.. buttons]);
    }

    private static ICommand? WholeText(CommandShape shape, string text)
    {
        var rest = shape.Args.FirstOrDefault(arg => arg.IsRest);
        return rest is null || Blank.Is(text) || rest.TooLong(text) is not null
            ? null
            : Binder.Restore(shape, new Dictionary<string, string> { [rest.Name] = text });
    }

    private Typed ExampleOf(string noun) => new(catalog.FirstOf(noun).Example);

    private static string VerbsOf(IEnumerable<CommandShape> shapes) => string.Join(", ", shapes.Select(shape => shape.Verb));
}
