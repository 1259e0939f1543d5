using AsyncBot.Core.Messages;
using AsyncBot.Storage.Json;

namespace AsyncBot.Bot.Slack.Rendering;

/// <summary>What one block of Slack's will be: a part of the text, or a row of buttons.</summary>
/// <param name="Start">Where its text begins.</param>
/// <param name="Buttons">A section has at most one, a row its items, everything else none.</param>
/// <param name="Continues">Whether it goes on with the text of the piece before.</param>
internal readonly record struct Piece(PieceKind Kind, int Start = 0, int Length = 0, IReadOnlyList<PressButton>? Buttons = null, bool Continues = false)
{
    public int LabelsLength => Buttons is null ? 0 : Buttons.Sum(button => button.Label.Length);

    /// <summary>What Slack counts as its text.</summary>
    public int TextLength => Length + LabelsLength;
}

internal enum PieceKind
{
    Section,
    Context,
    Divider,
    Row,
}

/// <param name="Number">Its place among all buttons of the card, from 1.</param>
internal sealed record PressButton(int Number, string Label, string Value, ButtonStyle Style, bool IsOnce);

/// <summary>A card taken apart into blocks that each fit; whether all of them do, is for whoever writes them.</summary>
internal sealed class Layout
{
    private readonly List<Piece> _pieces;
    private readonly SlackReader _reader;
    private readonly DocumentJson? _documents;
    private readonly bool _replaces;
    private int _buttons;

    /// <param name="documents">How a button's command is written; null leaves all buttons out.</param>
    public Layout(Card card, SlackReader reader, DocumentJson? documents, bool replaces = false)
    {
        _reader = reader;
        _documents = documents;
        _replaces = replaces;
        _pieces = new List<Piece>(card.Blocks.Count + 1);
        if (card.Title is { } title)
            AddTitle(title);
        foreach (var block in card.Blocks)
            Add(block);
    }

    public IReadOnlyList<Piece> Pieces => _pieces;

    /// <summary>The texts of all pieces, a line each.</summary>
    public MrkdwnText Text { get; } = new();

    public ReadOnlySpan<char> TextOf(Piece piece) => Text.Written.Slice(piece.Start, piece.Length);

    private void Add(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                AddText(PieceKind.Section, paragraph.Text);
                break;
            case Facts facts:
                AddFacts(facts);
                break;
            case PeopleList people:
                AddPeople(people);
                break;
            case Section section:
                AddSection(section);
                break;
            case Note note:
                AddText(PieceKind.Context, note.Text);
                break;
            case Divider:
                _pieces.Add(new Piece(PieceKind.Divider));
                break;
            case Buttons row:
                AddRow(row);
                break;
            default:
                throw new InvalidOperationException($"No Block Kit for {block.GetType().Name}");
        }
    }

    private int Begin()
    {
        if (Text.Length > 0)
            Text.Markup('\n');
        return Text.Length;
    }

    private void AddText(PieceKind kind, Rich text)
    {
        var start = Begin();
        Mrkdwn.Append(Text, text, _reader);
        End(kind, start);
    }

    /// <summary>Bold, unless it is too long or has lines, which bold can't span.</summary>
    private void AddTitle(Rich title)
    {
        var plain = new MrkdwnText(expected: 128);
        Mrkdwn.Append(plain, title, _reader);
        var start = Begin();
        if (IsBlank(plain.Written) || plain.Length + 2 > SlackLimits.TextObject || plain.Written.Contains('\n'))
            Text.Markup(plain.Written);
        else
            Bold(plain.Written);
        End(PieceKind.Section, start);
    }

    private void Bold(ReadOnlySpan<char> text)
    {
        Text.Markup('*');
        Text.Markup(text);
        Text.Markup('*');
    }

    private void BoldWords(string words)
    {
        if (Blank.Is(words))
            return;
        Text.Markup('*');
        Text.Words(Bidi.Close(words));
        Text.Markup('*');
    }

    private void AddFacts(Facts facts)
    {
        var start = Begin();
        foreach (var fact in facts.Items)
        {
            if (Text.Length > start)
                Text.Markup('\n');
            BoldWords(fact.Label + ":");
            Text.Markup(' ');
            Mrkdwn.Append(Text, fact.Value, _reader);
        }

        End(PieceKind.Section, start);
    }

    private void AddPeople(PeopleList people)
    {
        var start = Begin();
        BoldWords(people.Heading);
        foreach (var item in people.Items)
        {
            Text.Markup("\n• ");
            Mrkdwn.Append(Text, item, _reader);
        }

        End(PieceKind.Section, start);
    }

    private void AddSection(Section section)
    {
        var start = Begin();
        Mrkdwn.Append(Text, section.Text, _reader);
        if (section.Button is null)
        {
            End(PieceKind.Section, start);
            return;
        }

        var button = Write(section.Button);
        if (button is not null && IsBlank(Text.Written[start..]))
            _pieces.Add(new Piece(PieceKind.Row, Buttons: [button]));
        else
            End(PieceKind.Section, start, button is null ? null : [button]);
        if (button is null)
            SayLeftOut([section.Button]);
    }

    private void AddRow(Buttons row)
    {
        var buttons = new List<PressButton>(row.Items.Count);
        List<Button>? leftOut = null;
        foreach (var item in row.Items)
        {
            if (Write(item) is { } button)
                buttons.Add(button);
            else
                (leftOut ??= []).Add(item);
        }

        foreach (var chunk in buttons.Chunk(SlackLimits.Actions))
            _pieces.Add(new Piece(PieceKind.Row, Buttons: chunk));
        SayLeftOut(leftOut);
    }

    private void SayLeftOut(IReadOnlyList<Button>? buttons)
    {
        if (buttons is null || _documents is null)
            return;
        var names = string.Join(", ", buttons.Select(button => $"“{Excerpt.Plain(button.Label, SlackLimits.ButtonText)}”"));
        AddText(PieceKind.Context, $"Left out, because what it carries is too long for a button here: {names}. Please type it instead.");
    }

    /// <summary>Null where Slack could not carry it.</summary>
    private PressButton? Write(Button button)
    {
        _buttons++;
        if (_documents is null)
            return null;
        var value = _documents.Write(button.Command, typeof(ICommand));
        return value.Length > SlackLimits.ButtonValue ? null
            : new PressButton(_buttons, LabelOf(button), value, button.Style, _replaces || button.Command is Core.Commands.Undo);
    }

    private static string LabelOf(Button button) => Blank.Is(button.Label) ? "…" : PlainLabel.Of(button.Label, SlackLimits.ButtonText);

    /// <summary>What was appended since <paramref name="start"/> becomes as many pieces as it needs.</summary>
    private void End(PieceKind kind, int start, IReadOnlyList<PressButton>? buttons = null)
    {
        for (var continues = false; start < Text.Length; continues = true)
        {
            var length = MrkdwnCut.At(Text.Written[start..], SlackLimits.TextObject);
            if (!IsBlank(Text.Written.Slice(start, length)))
            {
                _pieces.Add(new Piece(kind, start, length, buttons, continues));
                buttons = null;
            }

            start += length;
        }
    }

    /// <summary>Slack refuses a text that shows nothing.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c != MrkdwnText.Nothing)
                return false;
        }

        return true;
    }
}
