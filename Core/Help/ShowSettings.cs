using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>Who may decide here, what is on where, and how long things are kept.</summary>
[Command("async settings", "See the settings and who the admins are", Example = "async settings", Question = true)]
public sealed record ShowSettings : ICommand
{
    public sealed class Handler(Callers callers) : ICommandHandler<ShowSettings>
    {
        public async Task<Reply> Handle(ShowSettings command, Turn turn)
        {
            var settings = await SettingsChange.Current(turn);
            var admins = (await turn.Admins()).Select(admin => admin.Id).Union(settings.Admins).ToList();
            foreach (var configured in callers.ConfiguredAdmins.Except(admins).ToList())
            {
                if (await turn.Find(configured) is { IsGone: false })
                    admins.Add(configured);
            }

            var visible = new List<ConversationId>();
            foreach (var home in settings.BulbOff)
            {
                if (await turn.Sees(home))
                    visible.Add(home);
            }

            var card = new Card($"Settings", [
                new Facts([
                    new Fact("Admins", Rich.Join(", ", admins.Select(admin => (Rich)$"{admin}"))),
                    new Fact("Zone for people without one", $"{settings.Zone}"),
                    new Fact("💡 on a message captures it", visible.Count == 0
                        ? (Rich)$"in every channel"
                        : $"everywhere but in {Rich.Join(", ", visible.Select(home => (Rich)$"{home}"))}"),
                    new Fact("Whatever is closed, such as done ideas", settings.KeepClosedDays is { } days
                        ? (Rich)$"deleted after {Counted.Of(days, "day", "days")}"
                        : $"kept until somebody deletes it"),
                    new Fact("My answers", $"kept for 24 hours, so that a command that is delivered twice counts once"),
                    new Fact("What Undo needs", $"kept for 10 minutes"),
                    new Fact("Presence", $"never stored"),
                ]),
            ]);
            if (!turn.Caller.IsAdmin)
                return Reply.Say(card.With(new Note($"Admins can change these.")));
            return Reply.Say(card.With(new Note(
                $"To change them: {new Typed("async zone Europe/Lisbon")}, {new Typed("async admin @ana")}, "
                + $"{new Typed("async bulb off in #team")}, {new Typed("async keep 365 days")}. What could not be delivered: "
                + $"{new Typed("async undelivered")}")));
        }
    }
}
