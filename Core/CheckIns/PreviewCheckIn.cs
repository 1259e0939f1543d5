using System.Text.RegularExpressions;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>What will be asked whom and when, on everybody's own clock.</summary>
[Command("checkin preview", "Show whom a check-in will ask when", Example = "checkin preview Daily 10", Question = true)]
public sealed partial record PreviewCheckIn([Arg("The check-in, and for how many days", Name = "name days", Rest = true)] string? Text = null) : ICommand
{
    public const int Most = 31;

    public sealed class Handler : ICommandHandler<PreviewCheckIn>
    {
        public async Task<Reply> Handle(PreviewCheckIn command, Turn turn)
        {
            var (name, runs) = (command.Text?.Trim(), Preview.Runs);
            if (name is not null && Days().Match(name) is { Success: true } days)
            {
                runs = int.TryParse(days.Groups["days"].Value, out var said) ? said : int.MaxValue;
                name = name[..days.Index].Trim();
            }

            var meant = await CheckInBook.Named(
                turn, string.IsNullOrEmpty(name) ? null : name, "checkin preview Daily 10", again => command with { Text = $"{again} {runs}d" });
            if (meant.CheckIn is not { Value: var checkIn })
                return meant.Refusal!;
            return runs is < 1 or > Most
                ? Reply.Refuse($"I look 1 to {Most} days ahead. Try: {new Typed($"checkin preview {checkIn.Name} 10")}")
                : Reply.Say(await Preview.Of(turn, checkIn, runs));
        }
    }

    [GeneratedRegex(@"(?:^|\s)(?<days>\d{1,9})\s*(?:d|days?|runs?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Days();
}
