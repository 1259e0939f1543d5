using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Turns;

/// <summary>What Undo must know of one kind of document.</summary>
/// <param name="NameOf">As people call it: <c>idea 12</c>.</param>
/// <param name="LookWith">The command that shows it.</param>
/// <param name="HomeOf">Only who sees this may take a change back; null where everybody does.</param>
/// <param name="StateOf">Equal for as long as nothing happened that taking back would undo too; null where every change counts.</param>
/// <param name="Restore">Makes what is put back from what is there now and what was there before, where only lesser things changed since.</param>
/// <param name="Parts">Each is taken back by itself, whatever happened to the others since; null where the document is one thing.</param>
/// <param name="IsAbout">Whether it holds what somebody said or what was said of them, which goes when they are forgotten; null where it can't.</param>
/// <param name="Sees">The same as <paramref name="HomeOf"/> where more than one conversation decides.</param>
/// <param name="Against">
/// Why something else that is there now, given with what is put back, keeps it from being taken back, and what to do; null where nothing does.
/// </param>
/// <param name="IsForGood">
/// Whether taking it back, given what is there now and what is put back, ends it: what went with it does not come back, so no Undo is offered for that.
/// </param>
/// <param name="TakenBack">Told of what was there and what is put back, where somebody else hears of an Undo.</param>
public sealed record UndoRules<T>(
    Func<T, string> NameOf,
    Func<T, string> LookWith,
    Func<T, ConversationId>? HomeOf = null,
    Func<T, string>? StateOf = null,
    Func<T, T, T>? Restore = null,
    UndoParts<T>? Parts = null,
    Func<T, PersonId, bool>? IsAbout = null,
    Func<Turn, T?, T?, Task>? TakenBack = null,
    Func<Turn, T, Task<bool>>? Sees = null,
    Func<Turn, T?, T?, Task<Rich?>>? Against = null,
    Func<T?, T?, bool>? IsForGood = null)
    where T : class;

/// <summary>The parts of a document that says several things which have nothing to do with each other.</summary>
/// <param name="Blank">A document that says nothing yet, for one that is not there.</param>
public sealed record UndoParts<T>(Func<T, T> Blank, IReadOnlyList<UndoPart<T>> All)
    where T : class
{
    /// <summary>What an Undo must find again: the parts in which two documents differ, as they are in the second.</summary>
    public string ChangedIn(T? before, T? after)
    {
        var blank = Blank((after ?? before)!);
        return Say(All.Where(part => part.StateOf(before ?? blank) != part.StateOf(after ?? blank)), after ?? blank);
    }

    /// <summary>The changed parts as people call them.</summary>
    public string NameOf(string? changed) => string.Join(" and ", In(changed).Select(part => part.Called));

    public bool IsIn(T? now, T known, string? changed) => Say(In(changed), now ?? Blank(known)) == changed;

    /// <summary>The document as it is now, but for the changed parts.</summary>
    public T Restore(T? now, T? before, string? changed)
    {
        var blank = Blank((now ?? before)!);
        return In(changed).Aggregate(now ?? blank, (document, part) => part.Restore(document, before ?? blank));
    }

    private static string Say(IEnumerable<UndoPart<T>> parts, T document) => string.Join(' ', parts.Select(part => $"{part.Name}={part.StateOf(document)}"));

    private IEnumerable<UndoPart<T>> In(string? changed)
    {
        var names = (changed ?? "").Split(' ').Select(each => each.Split('=')[0]).ToHashSet();
        return All.Where(part => names.Contains(part.Name));
    }
}

/// <param name="Name">A short word that never changes, because it is part of what is on disk.</param>
/// <param name="Called">As people call it, as one thing: <c>the zone</c>.</param>
/// <param name="StateOf">One word, which never comes again once the part has changed, unless that was taken back.</param>
/// <param name="Restore">The first document with this part of the second.</param>
public sealed record UndoPart<T>(string Name, string Called, Func<T, string> StateOf, Func<T, T, T> Restore);

/// <summary>One document that an Undo puts back.</summary>
/// <param name="StateAfter">What it must still be; null where it was deleted.</param>
/// <param name="VersionAfter">The version that the change gave it.</param>
/// <param name="WasNew">Taking back means deleting it, so nothing of it is kept.</param>
public sealed record UndoItem(string Kind, string DocumentId, string? StateAfter, long? VersionAfter, bool WasNew);

/// <summary>Whether a document can be put back, and how to speak of it.</summary>
/// <param name="IsPart">Whether it is only a part of a document, which stays.</param>
/// <param name="Against">What keeps it from being put back though nobody changed it.</param>
/// <param name="IsForGood">Whether taking it back can't be taken back itself.</param>
public sealed record Undoable(bool IsVisible, bool IsAsLeft, string Name, string LookWith, bool IsPart, Rich? Against, bool IsForGood);
