using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;
using AsyncBot.Core.Time.Recurrences;
using AsyncBot.Core.Time.When;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Brings a channel's undecided ideas up by themselves, so that none is forgotten.</summary>
[Command("idea digest", "Post undecided ideas on a schedule, or turn that off", Example = "idea digest every monday at 9")]
public sealed record SetDigest(
    [Arg("The schedule", Name = "every …|off", Rest = true, Max = 500)] string? Schedule = null,
    [Arg("The channel", After = "in", Trailing = true)] ChannelId? Channel = null) : ICommand
{
    public sealed class Handler : ICommandHandler<SetDigest>
    {
        public async Task<Reply> Handle(SetDigest command, Turn turn)
        {
            var home = command.Channel is { } named ? ConversationId.Of(named) : turn.Caller.Conversation;
            if (home.Channel is null)
                return Reply.Refuse($"A digest belongs to a channel. Try: {new Typed("idea digest every monday at 9 in #team")}");
            if (!await turn.Sees(home))
                return Reply.Refuse($"You are not in {home}. Try: {new Typed("idea digest every monday at 9 in #team")}");
            var digest = await turn.Find(Digest.Type, home.Value);
            if (command.Schedule is null)
                return Shown(turn, home, digest?.Value);
            if (digest is not null && digest.Value.By != turn.Caller.Person && !turn.Caller.IsAdmin && digest.Value.By != PersonId.Former)
            {
                return Reply.Refuse($"{digest.Value.By} set up the digest of {home}; only they or an admin can change it, and "
                    + $"{new Typed("async settings")} names the admins.");
            }
            if (command.Schedule.Trim().Equals("off", StringComparison.OrdinalIgnoreCase))
                return TurnOff(turn, home, digest);

            var reading = When.ReadEvery(command.Schedule, new WhenContext(turn.Now, turn.Caller.Zone.Id));
            if (reading is not Repeats repeats)
                return NotRead((NoTime)reading);
            var by = digest is null || digest.Value.By == PersonId.Former ? turn.Caller.Person : digest.Value.By;
            var after = new Digest(home, repeats.Recurrence, by);
            if (digest is null)
                turn.Create(Digest.Type, after);
            else
                turn.Change(Digest.Type, digest, after);
            return Shown(turn, home, after);
        }

        private static Reply NotRead(NoTime refused) => Reply.Refuse($"{refused.Problem} Try: {new Typed($"idea digest {refused.Example}")}");

        private static Reply TurnOff(Turn turn, ConversationId home, Documents.Stored<Digest>? digest)
        {
            if (digest is null)
                return Reply.Refuse($"{home} has no digest. Try: {new Typed("idea digest every monday at 9")}");
            turn.Delete(Digest.Type, digest);
            return Reply.Say($"The digest of {home} is off; it came {digest.Value.When.InWords()}.");
        }

        private static Reply Shown(Turn turn, ConversationId home, Digest? digest)
        {
            if (digest is null)
                return Reply.Say($"{home} has no digest. Try: {new Typed("idea digest every monday at 9")}");
            var next = digest.When.NextOccurrence(turn.Now);
            var then = next is { } first ? digest.When.NextOccurrence(first.At) : null;
            var zone = digest.When.Zone;
            return Reply.Say($"The digest of {home} comes {digest.When.InWords()}.{Named("Next", next, zone)}{Named("Then", then, zone)}");
        }

        private static Rich Named(string which, Occurrence? run, string zone)
        {
            if (run is not { } coming)
                return Rich.Empty;
            return coming.IsShifted
                ? (Rich)$" {which}: {coming.At}, because the clocks of {zone} leave out {Clock.Say(coming.Planned.TimeOfDay)} that day."
                : $" {which}: {coming.At}.";
        }
    }
}
