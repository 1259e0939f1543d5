using System.Globalization;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>How long closed items stay; open ones always do.</summary>
[Command("async keep", "Set how long closed items are kept", Example = "async keep 365 days", Role = Role.Admin)]
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
                    $"Whatever is closed, such as done ideas and tasks, is kept until somebody deletes it.");
            }
            var isDays = words.Length == 1 || (words.Length == 2 && words[1] is "day" or "days");
            if (isDays && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= Longest)
            {
                return await SettingsChange.Make(turn, settings => settings with { KeepClosedDays = days },
                    $"Whatever is closed, such as done ideas and tasks, is deleted {Counted.Of(days, "day", "days")} after it was, from tomorrow on.");
            }

            return Reply.Refuse($"“{Excerpt.Word(command.Days)}” is not a number of days from 1 to {Longest}. Try: "
                + $"{new Typed("async keep 365 days")} or {new Typed("async keep forever")}");
        }
    }
}
