namespace AsyncBot.Core.Turns;

/// <summary>
/// Keeps what is shown equal to what is stored: told of every change to one kind of document, whichever command or Undo made it,
/// it describes in the same turn what follows from it (the posted line, the next job, the author's notice).
/// </summary>
public interface IFollow<T> where T : class
{
    Task Changed(Turn turn, T? before, T? after);
}
