using System.Globalization;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>How long decided ideas and resolved blockers stay; open ones always do.</summary>
[Command("async keep", "Set how long decided ideas and resolved blockers are kept", Example = "async keep 365 days", Role = Role.Admin)]
public sealed record SetRetention([Arg("The number of days", Name = "days|forever", Rest = true)] string Days) : ICommand
{
    private const int Longest = 36_500;

    public sealed class Handler : ICommandHandler<SetRetention>
    {
        public async Task<Reply> Handle(SetRetention command, Turn turn)
        {
            var words = command.Days.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is [var only] && only.Equals("forever", StringComparison.OrdinalIgnoreCase))
            {
                return await SettingsChange.Make(turn, settings => settings with { KeepClosedDays = null },
                    $"Decided ideas and resolved blockers are kept until somebody deletes them.");
            }
            var isDays = words.Length == 1 || (words.Length == 2 && words[1] is "day" or "days");
            if (isDays && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= Longest)
            {
                return await SettingsChange.Make(turn, settings => settings with { KeepClosedDays = days },
                    $"Decided ideas and resolved blockers are deleted {Counted.Of(days, "day", "days")} afterwards, from tomorrow on.");
            }

            return Reply.Refuse($"“{Excerpt.Word(command.Days)}” is not a number of days from 1 to {Longest}. Try: "
                + $"{new Typed("async keep 365 days")} or {new Typed("async keep forever")}");
        }
    }
}
