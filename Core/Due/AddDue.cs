using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time.When;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Keeps a task with its time, for oneself or for somebody who need not be awake, and has them told in time.</summary>
[Command(
    "due add", "Keep a deadline (by …) or a reminder, for me or for somebody else",
    Example = DueWords.Example, Default = true, Once = true, OfferedAs = "Remind me")]
public sealed record AddDue(
    [Arg("The task with its time", Rest = true, Max = DueItem.LongestText, Ids = true)] string Text,
    [Arg("The channel", After = "in", Trailing = true)] ChannelId? Channel = null,
    [Arg("The message that it is about", Hidden = true, Max = DueItem.LongestText)] string? About = null,
    [Arg("Its link", Hidden = true, Max = 2_000)] string? Link = null) : ICommand
{
    private const int MostPeople = 20;

    private static readonly LocalTime Morning = new(9, 0);

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
            return Reply.Say(await Said(turn, items, words.When));
        }

        private static readonly Typed List = new("due list");

        private static async Task<Reply?> Refusal(Turn turn, ConversationId to)
        {
            if ((await DueList.OpenOf(turn, to)).Count >= DueItem.MostOpen)
            {
                return to == ConversationId.Of(turn.Caller.Person)
                    ? Reply.Refuse($"You have {DueItem.MostOpen} open items, which is as many as I keep. Finish or cancel one first: {List}")
                    : Reply.Refuse($"{Whose(to)} has {DueItem.MostOpen} open items, which is as many as I keep. They see them with {List}");
            }

            return to.Channel is { } id && await turn.Find(id) is not { IsArchived: false, CanPost: true }
                ? Reply.Refuse($"I can’t post in {to}; invite me there first, with {new Typed("/invite @asyncbot")}")
                : null;
        }

        private static Rich Whose(ConversationId to) => to.Person is { } person ? (Rich)$"{person}" : $"{to}";

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
                var (told, name) = (DueText.Given(item, await Reminders(turn, item)), DueText.ItemOf(item));
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
            var morning = them.Clock.AtLeniently(once.Local.Date + Morning).ToInstant();
            var day = new Interval(them.Clock.AtStartOfDay(once.Local.Date).ToInstant(), them.Clock.AtStartOfDay(once.Local.Date.PlusDays(1)).ToInstant());
            if (them.Hours.CurrentOrNext(day.Start) is { } work && day.Contains(work.Start))
                morning = work.Start;
            return morning > turn.Now ? once with { At = morning, ZoneId = them.Zone } : once;
        }

        /// <summary>When somebody will be told, in a sentence.</summary>
        private static async Task<Rich> Reminders(Turn turn, DueItem item)
        {
            var before = (await DueBook.PlanOf(turn, item)).Where(each => each.What == Telling.Before).Select(each => each.At).Distinct().ToList();
            return before.Count == 0 ? Rich.Empty : $"I remind you before: {Rich.Join(" and ", before.Select(at => (Rich)$"{at}"))}.";
        }

        private static async Task<Card> Said(Turn turn, List<DueItem> items, WhenReading when)
        {
            var me = turn.Caller.Person;
            var lines = new List<Block>();
            foreach (var item in items)
            {
                var whose = item.Assignee == me ? Rich.Empty : (Rich)$" for {Whose(item.To)}";
                var isSaid = item.IsDeadline || item.Every is not null;
                var told = isSaid ? Rich.Empty : item.Assignee == me ? (Rich)$"I remind you " : $"I remind {Whose(item.To)} ";
                var text = Excerpt.Of(item.Text, DueText.ShowCommand(item));
                lines.Add(new Paragraph($"#{item.Number}{whose}: {text} — {told}{DueText.When(item)}.{await Theirs(turn, item)}{await Asked(turn, item)}"));
            }

            var card = new Card(null, [.. lines, .. Notes(when).Select(note => new Note(note))]);
            if (items is not [var only])
                return card;
            var others = (when as Once)?.Alternatives.Select(at => new Button(
                $"Rather {Time.Clock.Say(at.InZone(turn.Caller.Zone).Date)}", new MoveDue(only.Number, Iso(at, turn.Caller.Zone)))) ?? [];
            return card.With([.. others, new Button("Change", new MoveDue(only.Number)), new Button("Cancel", new CancelDue(only.Number))]);
        }

        /// <summary>What becomes of the reminders that were asked for.</summary>
        private static async Task<Rich> Asked(Turn turn, DueItem item)
        {
            if (item.IsGiven || item.Leads.SequenceEqual(Lead.Usual) || !item.IsDeadline)
                return Rich.Empty;
            return await Reminders(turn, item) is { Parts.Count: > 0 } before ? (Rich)$" {before}" : $" That is too soon for a reminder before it.";
        }

        /// <summary>The same time on the clock of somebody else whose it is, and whether they will be there.</summary>
        private static async Task<Rich> Theirs(Turn turn, DueItem item)
        {
            if (item.Assignee is not { } assignee || assignee == turn.Caller.Person)
                return Rich.Empty;
            if (item.Once is not { } once)
                return $" I told them.";
            var person = await Colleagues.Find(turn, assignee);
            if (!person.IsToldTo(turn.Caller.Person))
                return $" I told them.";
            Rich clock = person.Zone == turn.Caller.Zone.Id ? Rich.Empty : $" That is {Time.Clock.Say(once.At, person.Clock, turn.Now)} for them.";
            var away = person.At(once.At) is { Standing: Standing.Away, Back: { } back } ? (Rich)$" They are away then, until {back}." : Rich.Empty;
            return $"{clock}{away} I told them.";
        }

        private static IEnumerable<Rich> Notes(WhenReading when)
        {
            if (when is not Once once)
                yield break;
            if (once.IsShifted)
                yield return $"The clocks of {once.ZoneId} skip that time, so I take {Time.Clock.Say(once.Local.TimeOfDay)} there.";
            if (once.IsRepeated)
                yield return $"The clocks of {once.ZoneId} show that time twice, and I take the first.";
            if (once.IsClamped)
                yield return $"That month has no such day, so I take its last.";
        }
    }

    /// <summary>A time as it can be typed.</summary>
    internal static string Iso(Instant at, DateTimeZone zone) =>
        at.InZone(zone).LocalDateTime.ToString("uuuu-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
