using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Turns;

/// <summary>What Undo must know of one kind of document.</summary>
/// <param name="NameOf">As people call it: <c>idea 12</c>.</param>
/// <param name="LookWith">The command that shows it.</param>
/// <param name="HomeOf">Only who sees this may take a change back; null where everybody does.</param>
/// <param name="StateOf">Equal for as long as nothing happened that taking back would undo too; null where every change counts.</param>
/// <param name="Restore">Makes what is put back from what is there now and what was there before, where only lesser things changed since.</param>
public sealed record UndoRules<T>(
    Func<T, string> NameOf,
    Func<T, string> LookWith,
    Func<T, ConversationId>? HomeOf = null,
    Func<T, string>? StateOf = null,
    Func<T, T, T>? Restore = null)
    where T : class;

/// <summary>One document that an Undo puts back.</summary>
/// <param name="StateAfter">What it must still be; null where it was deleted.</param>
/// <param name="VersionAfter">The version that the change gave it.</param>
/// <param name="WasNew">Taking back means deleting it, so nothing of it is kept.</param>
public sealed record UndoItem(string Kind, string DocumentId, string? StateAfter, long? VersionAfter, bool WasNew);

/// <summary>Whether a document can be put back, and how to speak of it.</summary>
public sealed record Undoable(bool IsVisible, bool IsAsLeft, string Name, string LookWith);
