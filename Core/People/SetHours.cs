using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time.Hours;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>Says when somebody works, so that nobody waits for them at night and nothing asks them then.</summary>
[Command("online hours", "Say when I work", Example = "online hours mon-fri 9-17, sat 10-12")]
public sealed record SetHours([Arg("The hours", Name = "hours|auto", Rest = true, Max = 1_500)] string? Hours = null) : ICommand
{
    public sealed class Handler : ICommandHandler<SetHours>
    {
        private static readonly Typed Example = new("online hours mon-fri 9-17");

        /// <summary>For whoever works the usual hours already.</summary>
        private static readonly Typed Other = new("online hours mon-thu 8-16");

        public async Task<Reply> Handle(SetHours command, Turn turn)
        {
            var me = await Colleagues.Find(turn, turn.Caller.Person);
            if (command.Hours is not { } said)
                return Shown(turn, me);
            if (said.Trim().Equals("auto", StringComparison.OrdinalIgnoreCase))
                return await Unsay(turn, me);
            var reading = WorkingWeek.Read(said);
            if (!reading.IsUnderstood)
                return Reply.Refuse($"{reading.Refusal.Problem} Try: {new Typed($"online hours {reading.Refusal.Example}")}");
            if (me.Said.Hours?.Week != reading.Week)
                await Profile.Change(turn, me.Id, before => before with { Hours = new SaidHours(reading.Week, turn.Now) });
            return Reply.Say($"You work {reading.Week.ToString()} {Zone(me)}. {NextOf(me.Hours with { Week = reading.Week }, turn.Now)}{Hint(me)}");
        }

        private static async Task<Reply> Unsay(Turn turn, Colleague me)
        {
            if (me.Said.Hours is null)
                return Reply.Refuse($"You never said your hours. Try: {Example}");
            await Profile.Change(turn, me.Id, before => before with { Hours = null });
            var known = (await turn.Find(me.Id))?.Week;
            return known is null
                ? Reply.Say($"I forgot the hours that you said, and take you to work {WorkingWeek.Usual.ToString()} {Zone(me)}, as most do.")
                : Reply.Say($"I forgot the hours that you said, and go by your platform: {known.ToString()} {Zone(me)}.");
        }

        private static Reply Shown(Turn turn, Colleague me)
        {
            var next = NextOf(me.Hours, turn.Now);
            var hours = me.Hours.Week.ToString();
            if (me.HoursSaidAt is { } at)
                return Reply.Say($"You work {hours} {Zone(me)}, as you said {at:age}. {next}{Hint(me)}");
            if (!me.Hours.Assumed)
                return Reply.Say($"You work {hours} {Zone(me)}; that is what your platform says. {next}{Hint(me)} To say something else: {Other}");
            return Reply.Say(
                $"You never said when you work, so I assume {hours} {Zone(me)}. {next}{Hint(me)} Are these your hours? If not, try: "
                    + $"{Other}",
                Confirm(me.Hours.Week));
        }

        private static Rich Zone(Colleague me) => $"{me.Zone}";

        private static Rich Hint(Colleague me) =>
            me.IsZoneKnown ? Rich.Empty : $" I don’t know your zone; {new Typed("online zone Europe/Lisbon")} would tell me.";
    }

    /// <summary>A button that makes assumed hours said ones.</summary>
    public static Button Confirm(WorkingWeek week) => new("Confirm", new SetHours(week.ToString()), ButtonStyle.Primary);

    /// <summary>When the present working time ends, or the next one begins.</summary>
    private static Rich NextOf(WorkingHours hours, Instant now)
    {
        var state = hours.At(now);
        if (state.IsWorking)
            return state.Until is { } end ? (Rich)$"You are at work now, until {end}." : $"You are always at work.";
        return state.Until is { } start ? (Rich)$"Your next working time begins {start}." : $"You have no working time in the coming year.";
    }
}
