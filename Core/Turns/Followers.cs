namespace AsyncBot.Core.Turns;

/// <summary>Those who are told of every change, found where they were built.</summary>
public sealed class Followers(DocumentCatalog documents, IServiceProvider services)
{
    public Task Tell(Turn turn) => documents.TellFollowers(services, turn);
}
