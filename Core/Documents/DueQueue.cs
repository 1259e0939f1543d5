namespace AsyncBot.Core.Documents;

/// <summary>A named queue of things that fall due: jobs that will run, messages that are still to be delivered.</summary>
public sealed record DueQueue<T>(string Name) where T : class;

/// <summary>
/// The right to handle one queued thing until <see cref="Until"/>, by the engine's own clock.
/// Ending it (<see cref="Batch.Ack"/>, <see cref="Batch.Retry"/>, <see cref="Batch.Release"/>, <see cref="Batch.Park"/>) is part of the commit that
/// holds its outcome, and fails that commit when the lease has passed to somebody else.
/// </summary>
/// <param name="Lane">Things in one lane are handed out one taker at a time and in their order.</param>
/// <param name="Cause">The turn from which this came, however many steps ago.</param>
/// <param name="Attempt">1 at the first time.</param>
/// <param name="Fence">Grows each time the thing is handed out.</param>
public record Lease(string Queue, WorkspaceId Workspace, string Id, string Lane, string Cause, Instant Due, int Attempt, long Fence, Instant Until);

/// <summary>A lease with what is to be done.</summary>
public sealed record Lease<T>(
    string Queue,
    WorkspaceId Workspace,
    string Id,
    string Lane,
    string Cause,
    Instant Due,
    int Attempt,
    long Fence,
    Instant Until,
    T Body)
    : Lease(Queue, Workspace, Id, Lane, Cause, Due, Attempt, Fence, Until)
    where T : class;

/// <summary>A thing that was given up on, kept so that an admin can see it and why.</summary>
public sealed record Parked<T>(string Id, string Lane, Instant Due, int Attempts, string Reason, T Body) where T : class;
