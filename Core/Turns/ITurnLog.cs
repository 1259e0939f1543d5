namespace AsyncBot.Core.Turns;

/// <summary>Where turns are logged: what was done and how long it took, never what anybody wrote.</summary>
public interface ITurnLog
{
    /// <summary>Every line logged until the end of the scope carries the turn's id.</summary>
    IDisposable Begin(string turn);

    /// <param name="what">The command or job.</param>
    /// <param name="changed">Whether anything was committed; who only looked is of little interest.</param>
    void Ended(string what, string outcome, TimeSpan took, bool changed = true);

    /// <summary>The one place where an unexpected error is written down; the user sees the turn's id.</summary>
    void Failed(string what, Exception error);
}
