using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>What one command does. It reads, decides and describes; the turn is committed for it.</summary>
public interface ICommandHandler<in T> where T : ICommand
{
    Task<Reply> Handle(T command, Turn turn);
}
