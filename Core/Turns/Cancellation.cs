namespace AsyncBot.Core.Turns;

/// <summary>Tells a process that is ending from a platform that did not answer in time, which .NET reports alike.</summary>
public static class Cancellation
{
    /// <summary>Whether the work itself was called off. A platform’s time-out is thrown as a cancellation too.</summary>
    public static bool IsCalledOff(Exception error) => error is OperationCanceledException and not TaskCanceledException { InnerException: TimeoutException };
}
