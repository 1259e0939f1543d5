using System.Text.RegularExpressions;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time.When;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>Gives somebody some hours to themselves: colleagues see it.</summary>
[Command("online focus", "Say that I am focusing for a while", Example = "online focus 2h")]
public sealed partial record FocusFor([Arg("The length", Name = "2h|until …|off", Rest = true, Max = 200)] string? Length = null) : ICommand
{
    private static readonly Duration Longest = Duration.FromHours(12);
    private static readonly Duration Shortest = Duration.FromMinutes(1);

    public sealed class Handler : ICommandHandler<FocusFor>
    {
        private static readonly Typed Example = new("online focus 2h");

        public async Task<Reply> Handle(FocusFor command, Turn turn)
        {
            var me = turn.Caller.Person;
            var said = await Profile.Of(turn, me);
            var current = said.Focus is { } focus && focus.From <= turn.Now && turn.Now < focus.Until ? focus : null;
            if (command.Length?.Trim() is not { Length: > 0 } text)
            {
                return current is null
                    ? Reply.Say($"You are not focusing now. Try: {Example}")
                    : Reply.Say($"You are focusing until {current.Until}. To stop: {new Typed("online focus off")}", new Button("Stop", new FocusFor("off")));
            }

            if (text.Equals("off", StringComparison.OrdinalIgnoreCase))
            {
                if (current is null)
                    return Reply.Refuse($"You are not focusing now. Try: {Example}");
                await Profile.Change(turn, me, before => before with { Focus = null });
                return Reply.Say($"You are no longer focusing; it would have gone on until {current.Until}.");
            }

            if (Read(turn, text, out var until, out var moved) is { } refused)
            {
                var instead = refused.Choices is [var first, ..] ? $"online focus until {first}" : "online focus 2h";
                return Reply.Refuse($"{refused.Problem} Try: {new Typed(instead)}");
            }

            if (until - turn.Now > Longest)
            {
                return Reply.Refuse($"That would be until {until}, and focus lasts at most {(int)Longest.TotalHours} hours. "
                    + $"For longer, say that you are away: {new Typed("online away until friday")}");
            }
            if (until - turn.Now < Shortest)
                return Reply.Refuse($"Focus lasts at least a minute. Try: {Example}");
            await Profile.Change(turn, me, before => before with { Focus = new Focus(turn.Now, until) });
            return Reply.Say(
                $"You are focusing until {until}.{moved}{(said.IsShared ? " Colleagues see that." : "")}", new Button("Stop", new FocusFor("off")));
        }

        /// <param name="moved">What the clocks do to the time that was said.</param>
        private static NoTime? Read(Turn turn, string text, out Instant until, out string moved)
        {
            (until, moved) = (default, "");
            var context = new WhenContext(turn.Now, turn.Caller.Zone.Id);
            if (Until().Match(text) is { Success: true } match)
            {
                var time = match.Groups["time"].Value;
                switch (When.ReadWhole(Hour24().IsMatch(time) ? time + ":00" : time, context))
                {
                    case Once { IsTimeAssumed: false } once:
                        var isLoose = HourOfHalf().IsMatch(time) && once.At - turn.Now > Longest;
                        until = isLoose ? once.At - Longest : once.At;
                        moved = once.IsShifted ? " The clocks skip the time that you said, so I take the one after it."
                            : once.IsRepeated && !isLoose ? " The clocks show that time twice, and I take the first."
                            : "";
                        return null;
                    case NoTime wrong:
                        return wrong;
                    default:
                        return new NoTime("It does not say until what time.", "");
                }
            }

            if (When.ReadDuration(For().Replace(text, ""), context, out var refused) is not { } length)
                return refused;
            until = turn.Now + length;
            return null;
        }
    }

    /// <summary>A button for an hour.</summary>
    public static Button Hour { get; } = new("Focus 1 h", new FocusFor("1h"));

    [GeneratedRegex(@"^(?:until|till|'?til)(?:\s+(?<time>.*))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Until();

    [GeneratedRegex(@"^(?:[01]?[0-9]|2[0-3])$", RegexOptions.CultureInvariant)]
    private static partial Regex Hour24();

    /// <summary>An hour that is one of the morning as well as one of the afternoon.</summary>
    [GeneratedRegex(@"^[1-9](?:[:.][0-9]{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex HourOfHalf();

    [GeneratedRegex(@"^for\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex For();
}
