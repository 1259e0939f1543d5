using AsyncBot.Core.Attention;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>Asks whoever it needs once more, now or when they work next, at most once a day.</summary>
[Command("blocker nudge", "Ask whoever it needs once more", Example = "blocker nudge 12")]
public sealed record NudgeBlocker([Arg("The number", Name = "number", Subject = true)] int Number) : ICommand
{
    public sealed class Handler(Helpers helpers) : ICommandHandler<NudgeBlocker>
    {
        public Task<Reply> Handle(NudgeBlocker command, Turn turn) => BlockerBook.Change(turn, command.Number, blocker => Nudge(turn, blocker));

        private async Task<(Blocker?, Reply)> Nudge(Turn turn, Blocker blocker)
        {
            if (!blocker.IsOpen)
                return (null, BlockerBook.NotOpen(blocker));
            var me = turn.Caller.Person;
            var asked = blocker.Asked.Where(person => person != me).ToList();
            var earlier = blocker.Nudge is { } nudge && turn.Now - nudge.At < Duration.FromHours(24) ? nudge : null;
            if (asked.Count == 0 || earlier is not null)
                return (null, await Instead(turn, blocker, asked.Count == 0 ? null : earlier));
            var after = blocker.After(new BlockerEvent(turn.Now, me, BlockerDeed.NudgeAsked)) with { Nudge = new AskedNudge(me, turn.Now, asked) };
            var lines = new List<Block>();
            foreach (var person in asked)
                lines.Add(new Paragraph(await When(turn, await Colleagues.Find(turn, person))));
            return (after, Reply.Say(new Card(null, lines)));
        }

        /// <summary>Why nobody is nudged, and what helps then.</summary>
        /// <param name="earlier">Null where there is nobody to nudge.</param>
        private async Task<Reply> Instead(Turn turn, Blocker blocker, AskedNudge? earlier)
        {
            var help = await helpers.Now(turn, blocker, ConversationId.Of(turn.Caller.Person));
            var mayName = await BlockerBook.MayName(turn, blocker);
            var instead = mayName ? help.Ask(blocker) : NeedHelp.Instead(blocker);
            if (earlier is not null)
            {
                return Reply.Refuse($"{earlier.By} asked for a nudge about #{blocker.Number} {earlier.At:age}, and one a day is enough. "
                    + $"To {(mayName ? "ask somebody else" : "tell them something")}: {instead}");
            }

            Rich nobody = blocker.Asked.Count > 0 ? (Rich)$"It is you whom #{blocker.Number} waits for." : $"Nobody is asked about #{blocker.Number} yet.";
            return Reply.Refuse($"{nobody} {help.Said(turn.Caller.Zone)} Try: {instead}");
        }

        private static async Task<Rich> When(Turn turn, Colleague person)
        {
            if (!await Readers.MayLearnAbout(turn, ConversationId.Of(turn.Caller.Person), person))
                return $"I nudge {person.Id} in their working hours; when those are, ask them.";
            var at = BlockerPlan.Reach(person, turn.Now);
            if (at is { } start && await NagBudget.Ask(turn, person) is { Until: var until } && until > start)
                at = BlockerPlan.Reach(person, until);
            return at is not { } then ? (Rich)$"I don’t know when {person.Id} works next, so I can’t say when they are nudged."
                : then <= turn.Now ? (Rich)$"I nudge {person.Id} now."
                : $"I nudge {person.Id} at their next working hour: {TwoClocks.Say(person, then, turn.Now, turn.Caller.Zone)}.";
        }
    }
}
