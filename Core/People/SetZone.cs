using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>Says on whose clock somebody lives, so that nine o'clock is theirs, also while they travel.</summary>
[Command("online zone", "Say which zone I am in", Example = "online zone Europe/Lisbon")]
public sealed record SetZone([Arg("The zone", Name = "zone|auto", Rest = true, Max = 100)] string? Zone = null) : ICommand
{
    public sealed class Handler(IEnumerable<IZoneBound> features) : ICommandHandler<SetZone>
    {
        public async Task<Reply> Handle(SetZone command, Turn turn)
        {
            var me = await turn.Find(turn.Caller.Person);
            var said = await Profile.Of(turn, turn.Caller.Person);
            if (command.Zone is not { } word)
                return Shown(turn, me, said);
            if (word.Trim().Equals("auto", StringComparison.OrdinalIgnoreCase))
                return await GoBack(turn, me, said);
            var reading = Zones.Read(word, turn.Caller.Zone.Id, turn.Now);
            if (reading.Id is not { } zone)
            {
                return Reply.Refuse(
                    $"{reading.Problem} Try: {new Typed("online zone Europe/Lisbon")}",
                    [.. reading.Choices.Select(choice => new Button(choice, new SetZone(choice)))]);
            }
            if (said.Zone == zone)
                return Reply.Say($"You are on {zone} time already: {LocalTime(zone, turn.Now)} there now.");
            await Profile.Change(turn, turn.Caller.Person, before => before with { Zone = zone });
            return await Moved(turn, $"You are on {zone} time: {LocalTime(zone, turn.Now)} there now.", zone);
        }

        private async Task<Reply> GoBack(Turn turn, Person? me, Profile said)
        {
            if (said.Zone is null)
                return Reply.Refuse($"You never chose a zone yourself. Try: {new Typed("online zone Europe/Lisbon")}");
            var zone = Valid(me?.ZoneOfPlatform) ?? await Default(turn);
            await Profile.Change(turn, turn.Caller.Person, before => before with { Zone = null });
            return await Moved(
                turn,
                me?.ZoneOfPlatform is null
                    ? (Rich)$"I forgot the zone that you chose. Your platform does not say yours, so I take {zone}: {LocalTime(zone, turn.Now)} there now."
                    : $"You are on {zone} time again, as your platform says: {LocalTime(zone, turn.Now)} there now.",
                zone);
        }

        private async Task<Reply> Moved(Turn turn, Rich done, string to)
        {
            var question = await ZoneQuestion.About(turn, features, turn.Caller.Zone.Id, to);
            return Reply.Say(question is null ? Card.Of(done) : question with { Blocks = [new Paragraph(done), .. question.Blocks] });
        }

        private static Reply Shown(Turn turn, Person? me, Profile said)
        {
            var zone = turn.Caller.Zone.Id;
            var change = new Typed(zone == "Europe/Lisbon" ? "online zone Europe/Berlin" : "online zone Europe/Lisbon");
            if (said.Zone is not null)
            {
                return Reply.Say($"You are on {zone} time, as you said: {LocalTime(zone, turn.Now)} there now. To go by your platform again: "
                    + $"{new Typed("online zone auto")}");
            }
            return Valid(me?.ZoneOfPlatform) is not null
                ? Reply.Say($"You are on {zone} time, as your platform says: {LocalTime(zone, turn.Now)} there now. To say something else: {change}")
                : Reply.Say($"Nobody said where you are, so I take {zone}: {LocalTime(zone, turn.Now)} there now. To say yours: {change}");
        }

        private static string? Valid(string? zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone ?? "")?.Id;

        private static async Task<string> Default(Turn turn) =>
            Valid((await turn.Find(WorkspaceSettings.Type, WorkspaceSettings.Id))?.Value.Zone) ?? WorkspaceSettings.Initial.Zone;
    }

    /// <summary>For example <c>it is Mon 2 Mar 2026, 18:00</c>.</summary>
    private static string LocalTime(string zone, Instant now)
    {
        var local = now.InZone(DateTimeZoneProviders.Tzdb[zone]);
        return $"it is {Clock.Say(local.Date)}, {Clock.Say(local.TimeOfDay)}";
    }
}
