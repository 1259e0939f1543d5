using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time.When;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Keeps a task with its time, for oneself or for somebody who need not be awake, and has them told in time.</summary>
[Command(
    "due add", "Keep a deadline (by …) or a reminder (at …, every …), for me, @p or #channel",
    Example = DueWords.Example, Default = true, Once = true, OfferedAs = "Remind me")]
public sealed record AddDue(
    [Arg("The task with its time", Rest = true, Max = DueItem.LongestText, Ids = true)] string Text,
    [Arg("The channel", After = "in", Trailing = true)] ChannelId? Channel = null,
    [Arg("The message that it is about", Hidden = true, Max = DueItem.LongestText)] string? About = null,
    [Arg("Its link", Hidden = true, Max = 2_000)] string? Link = null) : ICommand
{
    private const int MostPeople = 20;

    private static readonly Typed List = new("due list");
    private static readonly Rich Given = $"See them: {new Typed("due list given")}";

    public sealed class Handler : ICommandHandler<AddDue>
    {
        public async Task<Reply> Handle(AddDue command, Turn turn)
        {
            var words = await DueWords.Read(turn, command.Text, text => command with { Text = text });
            if (words.Refusal is { } refusal)
                return refusal;
            if (command.About is { } about)
                words = words with { Task = words.Task.Length == 0 ? about : $"{words.Task}: {about}" };
            if (words.Task.Length == 0)
                return Reply.Refuse($"It does not say what. Try: {new Typed(DueWords.Example)}");
            if (command.Channel is { } home && !await turn.Sees(ConversationId.Of(home)))
                return Reply.Refuse($"You are not in {ConversationId.Of(home)}. Try: {new Typed(DueWords.Example)}");
            if (words.Leads is not null && words.When is not Once { IsBy: true })
            {
                return Reply.Refuse($"Only a deadline has reminders before it, and a deadline says by when. "
                    + $"Try: {new Typed(DueWords.Example + " remind 3h before")}");
            }

            if (words.People.Count > MostPeople)
                return Reply.Refuse($"That is more than {MostPeople} people. Try: {new Typed("due add Send the deck by friday 5pm for #team")}");
            ConversationId[] all = words.Channel is { } channel ? [ConversationId.Of(channel)]
                : [.. words.People.DefaultIfEmpty(turn.Caller.Person).Select(ConversationId.Of)];
            foreach (var to in all)
            {
                if (await Refusal(turn, to) is { } full)
                    return full;
            }

            var items = new List<DueItem>();
            foreach (var to in all)
                items.Add(await Add(turn, command, words, to));
            return Reply.Say(await DueReadBack.Of(turn, items, words.When));
        }

        private static async Task<Reply?> Refusal(Turn turn, ConversationId to)
        {
            var open = await DueList.OpenOf(turn, to);
            var isMine = to == ConversationId.Of(turn.Caller.Person);
            if (!isMine && to.Person is not null && open.Count(item => item.Value.Asker == turn.Caller.Person) >= DueItem.MostOpenOfOneAsker)
            {
                return Reply.Refuse($"{DueText.Whose(to)} has {DueItem.MostOpenOfOneAsker} open items of yours, "
                    + $"which is as many as one may ask of another. {Given}");
            }

            if (open.Count >= DueItem.MostOpen)
            {
                return isMine
                    ? Reply.Refuse($"You have {DueItem.MostOpen} open items, which is as many as I keep. Finish or cancel one first: {List}")
                    : Reply.Refuse($"{DueText.Whose(to)} has {DueItem.MostOpen} open items, which is as many as I keep. They see them with {List}");
            }

            return to.Channel is { } id && await turn.Find(id) is not { IsArchived: false, CanPost: true }
                ? Reply.Refuse($"I can’t post in {to}; invite me there first, with {new Typed("/invite @asyncbot")}")
                : null;
        }

        private static async Task<DueItem> Add(Turn turn, AddDue command, DueWords words, ConversationId to)
        {
            var me = turn.Caller.Person;
            var once = await InTheirMorning(turn, words.When as Once, to);
            var isMine = to == ConversationId.Of(me);
            var home = command.Channel is { } named ? ConversationId.Of(named)
                : to.Channel is not null ? to
                : isMine ? ConversationId.Of(me)
                : turn.Caller.Conversation;
            var item = new DueItem(
                await turn.Number(DueItem.Kind), me, to, home, words.Task,
                once is null ? null : DueTime.Of(once.At, once.ZoneId),
                (words.When as Repeats)?.Recurrence,
                once is { IsBy: true } ? words.Leads ?? Lead.Usual : [],
                once is { IsBy: true },
                DueState.Open, turn.Now, [new DueEvent(turn.Now, me, DueDeed.Added)], Link: command.Link);
            if (item.Assignee is { } assignee && assignee != me)
            {
                var clock = (await Colleagues.Find(turn, assignee)).Clock;
                var (told, name) = (DueText.Given(item, await DueReadBack.Reminders(turn, item)), DueText.ItemOf(item));
                item = item with { Post = turn.Post(to, told, subject: name, zone: clock, quotes: [name]) };
            }

            await DueBook.Create(turn, item);
            return item;
        }

        /// <summary>A day without a time begins with the work of whom it is for.</summary>
        private static async Task<Once?> InTheirMorning(Turn turn, Once? once, ConversationId to)
        {
            if (once is not { IsTimeAssumed: true, IsBy: false, IsZoneNamed: false } || to.Person is not { } person || person == turn.Caller.Person)
                return once;
            var them = await Colleagues.Find(turn, person);
            var morning = them.MorningOf(once.Local.Date);
            return morning > turn.Now ? once with { At = morning, ZoneId = them.Zone } : once;
        }
    }
}
