using AsyncBot.Core.Documents;

namespace AsyncBot.Core.Turns;

/// <summary>One document as it was and as it will be: what Undo needs, and what followers hear.</summary>
public abstract record Change
{
    public abstract string Kind { get; }

    public abstract string DocumentId { get; }

    /// <summary>The version that the document has after the commit; null once it is deleted.</summary>
    public abstract long? VersionAfter { get; }
}

/// <param name="Before">Null where the document is new.</param>
/// <param name="After">Null where it goes.</param>
public sealed record Change<T>(DocumentType<T> Type, Stored<T>? Before, T? After) : Change where T : class
{
    public override string Kind => Type.Kind;

    public override string DocumentId => Type.IdOf(After ?? Before!.Value);

    public override long? VersionAfter => After is null ? null : (Before?.Version ?? 0) + 1;
}
