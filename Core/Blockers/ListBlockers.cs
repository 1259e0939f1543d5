using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>What keeps people waiting, the longest first.</summary>
[Command("blocker list", "List blockers, the longest waiting first", Example = "blocker list needs me", Alone = true, Question = true)]
public sealed record ListBlockers(
    [Arg("Which ones", Name = "mine|needs me|all|done", Rest = true)] string? Which = null,
    [Arg("Behind", Hidden = true)] int? Behind = null) : ICommand
{
    private const int Page = 10;

    public sealed class Handler : ICommandHandler<ListBlockers>
    {
        public async Task<Reply> Handle(ListBlockers command, Turn turn)
        {
            if (WhichOf(command.Which) is not { } which)
                return Reply.Refuse($"“{Excerpt.Word(command.Which!)}” should be mine, needs me, all or done. Try: {new Typed("blocker list needs me")}");
            var (all, isMore) = await Seen(turn, which);
            var add = new Button("Add", OpenForm.For<AddBlocker>());
            if (all.Count == 0)
                return Reply.Say($"{None(turn, which)} Try: {new Typed(which == Filter.Done ? "blocker list" : BlockerWords.Example)}", add);
            var lines = new List<(Blocker Blocker, BlockerAge? Age)>();
            foreach (var blocker in all)
                lines.Add((blocker, blocker.IsOpen ? await BlockerAge.Of(turn, blocker, turn.Caller.Person) : null));
            lines = [.. lines.OrderByDescending(each => each.Blocker.IsOpen)
                .ThenByDescending(each => each.Age?.Length.TotalNanoseconds ?? each.Blocker.ClosedAt!.Value.ToUnixTimeTicks())
                .ThenBy(each => each.Blocker.Number)];
            var first = command.Behind ?? 0;
            var isAmongHomes = all.DistinctBy(blocker => blocker.Home).Skip(1).Any();
            var page = new List<Block>();
            foreach (var (blocker, age) in lines.Skip(first).Take(Page))
                page.Add(await BlockerLine.Of(turn, blocker, age, turn.Caller.Person, isAmongHomes));
            var card = new Card(Title(turn, which, all.Count(blocker => blocker.IsOpen), isMore), page);
            return Reply.Say(lines.Count > first + Page
                ? card.With(new Button("More", command with { Behind = first + Page }), add)
                : card.With(add));
        }

        private static Filter? WhichOf(string? said) => (said ?? "").Trim().ToLowerInvariant() switch
        {
            "" or "open" => Filter.Open,
            "mine" => Filter.Mine,
            "needs me" or "need me" or "me" => Filter.NeedsMe,
            "all" => Filter.All,
            "done" or "resolved" => Filter.Done,
            _ => null,
        };

        /// <summary>Of what is open the oldest, of what is resolved the latest, and whether there are more open ones in one place.</summary>
        private static async Task<(IReadOnlyList<Blocker> Seen, bool IsMore)> Seen(Turn turn, Filter which)
        {
            var (found, isMore) = (new List<Blocker>(), false);
            foreach (var (key, isOpen) in await KeysOf(turn, which))
            {
                var some = isOpen ? await BlockerList.Oldest(turn, key) : await BlockerList.Newest(turn, key);
                found.AddRange(some);
                isMore |= isOpen && some.Count == BlockerList.Most;
            }

            var seen = new List<Blocker>();
            foreach (var blocker in found.DistinctBy(blocker => blocker.Number))
            {
                if (await BlockerBook.Sees(turn, blocker))
                    seen.Add(blocker);
            }

            return (seen, isMore);
        }

        /// <summary>Of this channel; in a direct message, of all that the caller sees.</summary>
        private static async Task<IReadOnlyList<(string Key, bool IsOpen)>> KeysOf(Turn turn, Filter which)
        {
            var me = turn.Caller.Person;
            bool[] states = which switch { Filter.All => [true, false], Filter.Done => [false], _ => [true] };
            var here = turn.Caller.Conversation;
            return which switch
            {
                Filter.Mine => [(BlockerList.KeyOfMine(me, isOpen: true), true)],
                Filter.NeedsMe => [(BlockerList.KeyOfNeeded(me, isOpen: true), true)],
                _ when here.Channel is not null => [.. states.Select(isOpen => (BlockerList.KeyOf(here, isOpen), isOpen))],
                _ => KeysOf(me, states, await turn.ChannelsOfCaller()),
            };
        }

        private static IReadOnlyList<(string Key, bool IsOpen)> KeysOf(PersonId me, bool[] states, IReadOnlyList<ChannelId> channels)
        {
            List<ConversationId> homes = [ConversationId.Of(me), .. channels.Select(ConversationId.Of)];
            return [.. states.SelectMany(isOpen =>
                homes.Select(home => BlockerList.KeyOf(home, isOpen)).Append(BlockerList.KeyOfNeeded(me, isOpen)).Select(key => (key, isOpen)))];
        }

        private static Rich Title(Turn turn, Filter which, int count, bool isMore)
        {
            Rich open = isMore ? (Rich)$"at least {BlockerList.Most} open" : $"{count} open";
            return which switch
            {
                Filter.Mine => $"Blockers of yours, {open}, the longest waiting first",
                Filter.NeedsMe => $"Blockers that need you, {open}, the longest waiting first",
                Filter.Done => $"Resolved blockers{Where(turn)}, the latest first",
                _ => $"Blockers{Where(turn)}, {open}, the longest waiting first",
            };
        }

        private static Rich None(Turn turn, Filter which) => which switch
        {
            Filter.Mine => $"Nothing of yours is blocked.",
            Filter.NeedsMe => $"Nothing needs you.",
            Filter.Done => $"Nothing is resolved yet{Where(turn)}.",
            _ => $"Nothing is blocked{Where(turn)}.",
        };

        private static Rich Where(Turn turn) => turn.Caller.Conversation.Channel is null ? (Rich)$" wherever you see them" : $" in {turn.Caller.Conversation}";
    }

    private enum Filter
    {
        Open,
        Mine,
        NeedsMe,
        All,
        Done,
    }
}
