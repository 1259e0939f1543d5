using System.Text.Json.Serialization;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Turns;

/// <summary>What the caller gets to see, and nobody else.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Said), "said")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Silent), "silent")]
public abstract record Reply
{
    /// <summary>It is done, or here is what was asked for.</summary>
    /// <param name="IsForGood">It can't be taken back.</param>
    /// <param name="Better">Asks for what is still missing, which a patient turn waits for; null where nothing is.</param>
    public sealed record Said(Card Card, ICommand? Inverse = null, ICommand? Better = null, bool IsForGood = false) : Reply;

    /// <summary>It was not done, and this is what would work.</summary>
    /// <param name="Fields">Where it came from a form: what is wrong in each of its inputs.</param>
    public sealed record Refused(Card Card, IReadOnlyDictionary<string, string>? Fields = null) : Reply;

    /// <summary>A form to fill in.</summary>
    public sealed record Opened(Form Form) : Reply;

    /// <summary>For a reaction that is answered elsewhere, or that means nothing here. Whoever types always gets an answer.</summary>
    public sealed record Silent : Reply;

    public static readonly Reply Nothing = new Silent();

    public static Reply Say(Rich text, params Button[] buttons) => new Said(Card.Of(text, buttons));

    public static Reply Say(Card card) => new Said(card);

    /// <summary>One sentence on what is wrong, and one that works.</summary>
    public static Reply Refuse(Rich text, params Button[] buttons) => new Refused(Card.Of(text, buttons));

    public static Reply Open(Form form) => new Opened(form);

    /// <summary>
    /// Names the command that takes this change back, where that stays right even after others changed the same item.
    /// Without it, Undo puts back what was there before, as long as nobody changed it since.
    /// </summary>
    public Reply UndoneBy(ICommand inverse) => this is Said said ? said with { Inverse = inverse } : this;

    /// <summary>The same without Undo, where nothing could take it back.</summary>
    public Reply ForGood() => this is Said said ? said with { IsForGood = true } : this;
}
