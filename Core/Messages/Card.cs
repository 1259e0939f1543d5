using System.Text.Json.Serialization;

namespace AsyncBot.Core.Messages;

/// <summary>One message as a feature describes it; each platform's renderer turns it into its own form.</summary>
public sealed record Card(Rich? Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>A message of one sentence, with buttons if there are any.</summary>
    public static Card Of(Rich text, params Button[] buttons) =>
        new(null, buttons.Length == 0 ? [new Paragraph(text)] : [new Paragraph(text), new Buttons(buttons)]);

    [JsonIgnore]
    public IEnumerable<Button> AllButtons => Blocks.SelectMany(block => block switch
    {
        Buttons row => row.Items,
        Section { Button: { } button } => [button],
        _ => Enumerable.Empty<Button>(),
    });

    /// <summary>The same message with more at its end.</summary>
    public Card With(params Block[] more) => this with { Blocks = [.. Blocks, .. more] };

    /// <summary>The same message with more buttons, in its last row where it ends in one.</summary>
    public Card With(params Button[] more) =>
        Blocks.Count > 0 && Blocks[Blocks.Count - 1] is Buttons last
            ? this with { Blocks = [.. Blocks.Take(Blocks.Count - 1), new Buttons([.. last.Items, .. more])] }
            : With(new Buttons(more));

    /// <summary>The same message with each button as <paramref name="change"/> makes it.</summary>
    public Card WithButtons(Func<Button, Button> change) => this with
    {
        Blocks = [.. Blocks.Select(block => block switch
        {
            Buttons row => new Buttons([.. row.Items.Select(change)]),
            Section { Button: { } button } section => section with { Button = change(button) },
            _ => block,
        })],
    };
}

/// <summary>A part of a <see cref="Card"/>. A new kind makes every renderer's test fail until it handles it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(PeopleList), "people")]
[JsonDerivedType(typeof(Section), "section")]
[JsonDerivedType(typeof(Divider), "divider")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(Buttons), "buttons")]
public abstract record Block;

public sealed record Paragraph(Rich Text) : Block;

/// <summary>Labels with their values, a line each.</summary>
public sealed record Facts(IReadOnlyList<Fact> Items) : Block;

public sealed record Fact(string Label, Rich Value);

/// <summary>A heading and the people under it, a line each.</summary>
public sealed record PeopleList(string Heading, IReadOnlyList<Rich> Items) : Block;

/// <summary>An item of a list, with the one button that matters for it.</summary>
public sealed record Section(Rich Text, Button? Button = null) : Block;

public sealed record Divider : Block;

/// <summary>Small print: what the reader may skip.</summary>
public sealed record Note(Rich Text) : Block;

public sealed record Buttons(IReadOnlyList<Button> Items) : Block;

/// <summary>A command already filled in: pressing it is the same as typing it, with the same checks.</summary>
public sealed record Button(string Label, ICommand Command, ButtonStyle Style = ButtonStyle.Plain);

public enum ButtonStyle
{
    Plain,
    Primary,
    Danger,
}
