using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>What runs here, as an admin or a bug report needs it.</summary>
[Command("async about", "See the version, the store and the platforms", Example = "async about", Question = true)]
public sealed record About : ICommand
{
    public sealed class Handler(Installation installation) : ICommandHandler<About>
    {
        public Task<Reply> Handle(About command, Turn turn) => Task.FromResult(Reply.Say(new Card($"AsyncBot {installation.Version}", [
            new Facts([
                new Fact("Store", $"{installation.Store}"),
                new Fact("Platforms", $"{string.Join(", ", installation.Platforms)}"),
                new Fact("Time zone data", $"{DateTimeZoneProviders.Tzdb.VersionId}"),
                new Fact("My clock", $"{turn.Now}"),
            ]),
        ])));
    }
}

/// <summary>What is installed, as the host knows it.</summary>
public sealed record Installation(string Version, string Store, IReadOnlyList<string> Platforms);
