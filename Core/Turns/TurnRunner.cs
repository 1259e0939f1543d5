using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Turns;

/// <summary>
/// The one way in which anything happens: a turn reads, describes, and is committed once. When somebody else changed
/// what it read, it is run again on fresh reads, a bounded number of times.
/// </summary>
public sealed class TurnRunner(IStore store, IClock clock, IDirectory directory, Numbers numbers, Followers followers)
{
    /// <summary>As many presses of one button may meet in one group commit, and all but one of them start again each time.</summary>
    private const int Attempts = 100;

    /// <param name="act">Fills the turn. It may run several times, so it does nothing but read and describe.</param>
    /// <returns>What <paramref name="act"/> returned in the attempt that was committed.</returns>
    /// <exception cref="ConflictException">It lost every time, or a conflict that <paramref name="givesUp"/> names.</exception>
    /// <param name="notBefore">What falls due happens at its time or later, also where the clock was set back meanwhile.</param>
    public async Task<T> Run<T>(
        string id, string cause, Caller caller, Func<Turn, Task<T>> act, Func<ConflictException, bool> givesUp, CancellationToken ct, Instant? notBefore = null)
    {
        var given = new NumbersOfTurn(numbers);
        for (var attempt = 1; ; attempt++)
        {
            given.Again();
            var now = Instant.Max(clock.GetCurrentInstant(), notBefore ?? Instant.MinValue);
            var turn = new Turn(id, cause, caller, now, store, directory, given, ct);
            var result = await act(turn);
            await followers.Tell(turn);
            try
            {
                if (!turn.Batch.IsEmpty)
                    await store.Commit(turn.Batch, ct);
                turn.Committed();
                return result;
            }
            catch (ConflictException conflict) when (attempt < Attempts && !givesUp(conflict))
            {
            }
        }
    }
}
