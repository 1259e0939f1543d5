namespace AsyncBot.Core.Commands;

/// <summary>
/// Declares what can be said. Parsing, usage, limits, forms, help, docs and each platform's list of commands come from this and
/// from the <see cref="ArgAttribute"/>s of the record's parameters.
/// </summary>
/// <param name="name">Noun and verb, such as <c>idea add</c>.</param>
/// <param name="summary">What it is for, in a few words that start with a verb.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CommandAttribute(string name, string summary) : Attribute
{
    public string Name { get; } = name;

    public string Summary { get; } = summary;

    /// <summary>A line that works as it stands. Every command that can be typed has one.</summary>
    public string Example { get; init; } = "";

    public Role Role { get; init; } = Role.Member;

    /// <summary>Takes the whole text after the noun when no verb is named.</summary>
    public bool Default { get; init; }

    /// <summary>Runs when the noun is said alone.</summary>
    public bool Alone { get; init; }

    /// <summary>Comes only from buttons, reactions and shortcuts; it can't be typed.</summary>
    public bool Hidden { get; init; }

    /// <summary>Makes something new each time, so that pressing the same button twice must do it once. Other commands can be repeated without harm.</summary>
    public bool Once { get; init; }

    /// <summary>Only asks: it changes nothing, so a repeated delivery can simply be answered again.</summary>
    public bool Question { get; init; }

    /// <summary>Takes what is said in the thread of a message that shows something of the noun, unless that is a command of its own.</summary>
    public bool Replies { get; init; }

    /// <summary>The button that offers it for a text in a direct message that is no command, such as <c>Save as an idea</c>.</summary>
    public string? OfferedAs { get; init; }
}

/// <summary>Who may give a command, so that nobody changes the settings of all by accident.</summary>
public enum Role
{
    Member,
    Admin,
}

/// <summary>Declares one argument of a command. It is optional when its parameter can be null.</summary>
/// <param name="label">What it is, as a form's field would be called.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ArgAttribute(string label) : Attribute
{
    public string Label { get; } = label;

    /// <summary>How usage names it, where that is not the parameter's name.</summary>
    public string? Name { get; init; }

    /// <summary>Takes the rest of the line, to the letter.</summary>
    public bool Rest { get; init; }

    /// <summary>Of what was picked from lists it takes ids too (<see cref="Picked.Ids"/>), because it reads people out of the text.</summary>
    public bool Ids { get; init; }

    /// <summary>The most characters it takes.</summary>
    public int Max { get; init; } = 200;

    /// <summary>A word that stands before it, such as <c>into</c>.</summary>
    public string? After { get; init; }

    /// <summary>Stands at the end of the line, behind the text, and is only read there.</summary>
    public bool Trailing { get; init; }

    /// <summary>The number of an item, which may be left out in that item's own thread.</summary>
    public bool Subject { get; init; }

    /// <summary>Set by buttons only; neither typed nor shown in forms.</summary>
    public bool Hidden { get; init; }
}
