using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>What is due, overdue first.</summary>
[Command("due list", "List what is due, overdue first", Example = "due list given", Alone = true, Question = true)]
public sealed record ListDue(
    [Arg("Which ones", Name = "which")] DueFilter? Which = null,
    [Arg("The channel")] ChannelId? Channel = null,
    [Arg("Behind", Hidden = true)] int? Behind = null) : ICommand
{
    private const int Page = 10;
    private const int Most = 500;

    public sealed class Handler : ICommandHandler<ListDue>
    {
        public async Task<Reply> Handle(ListDue command, Turn turn)
        {
            var me = turn.Caller.Person;
            var home = command.Channel is { } channel ? ConversationId.Of(channel) : ConversationId.Of(me);
            if (!await turn.Sees(home))
                return Reply.Refuse($"You are not in {home}. Try: {new Typed("due list")}");
            var isClosed = command.Which == DueFilter.Done;
            string[] states = isClosed ? [DueList.Closed] : [DueList.Told, DueList.Open];
            var all = new List<DueItem>();
            foreach (var state in states)
            {
                var key = command.Which == DueFilter.Given ? DueList.KeyOfGiven(me, state) : DueList.KeyOf(home, state);
                all.AddRange((await DueList.Read(turn, key, Most, newest: isClosed)).Select(stored => stored.Value));
            }

            all = isClosed ? [.. all.Where(item => item.State == DueState.Done)] : [.. all.OrderBy(item => item.Closest).ThenBy(item => item.Number)];
            var add = new Button("Add", OpenForm.For<AddDue>());
            if (all.Count == 0)
            {
                Rich none = command switch
                {
                    { Which: DueFilter.Given } => $"Nothing that you asked of others is open.",
                    { Which: DueFilter.Done } => $"Nothing is done yet.",
                    { Channel: not null } => $"Nothing is due in {home}.",
                    _ => $"Nothing of yours is due.",
                };
                return Reply.Say($"{none} Try: {new Typed(DueWords.Example)}", add);
            }

            var first = command.Behind ?? 0;
            var page = all.Skip(first).Take(Page).ToList();
            Rich title = command switch
            {
                { Which: DueFilter.Given } => $"What you asked of others, {all.Count} open",
                { Which: DueFilter.Done, Channel: not null } => $"Done in {home}",
                { Which: DueFilter.Done } => $"Done",
                { Channel: not null } => $"Due in {home}, {all.Count} open",
                _ => $"Yours, {all.Count} open",
            };
            var card = new Card(title, [.. page.Select(item => DueText.Line(item, me, turn.Now))]);
            return Reply.Say(all.Count > first + Page
                ? card.With(new Button("More", command with { Behind = first + Page }), add)
                : card.With(add));
        }
    }
}

public enum DueFilter
{
    Mine,
    Given,
    Done,
}
