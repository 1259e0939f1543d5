using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>An item with its whole text and what comes next.</summary>
[Command("due show", "Show a task with its whole text", Example = "due show 12", Question = true)]
public sealed record ShowDue([Arg("The number", Name = "number", Subject = true)] int Number) : ICommand
{
    public sealed class Handler : ICommandHandler<ShowDue>
    {
        public async Task<Reply> Handle(ShowDue command, Turn turn)
        {
            if (await DueBook.Find(turn, command.Number) is not { Value: var item })
                return DueBook.NotFound(command.Number);
            var facts = new List<Fact>
            {
                new("When", DueText.When(item)),
                new("For", DueText.Whose(item.To)),
                new("Asked by", $"{item.Asker}"),
                new("State", $"{DueText.Of(item.State)}"),
            };
            if (item.PutOffUntil is { } until)
                facts.Add(new Fact("Snoozed until", $"{until}"));
            if (item.Home.Channel is not null && item.Home != item.To && await turn.Sees(item.Home))
                facts.Add(new Fact("In", $"{item.Home}"));
            if (item.Link is { } link)
                facts.Add(new Fact("From", $"{new Link(link, "the message")}"));
            var card = new Card($"Due #{item.Number}", [new Paragraph($"{item.Text}"), new Facts(facts)]);
            var why = new Button("Why", new WhyDue(item.Number));
            if (!DueBook.MayChange(turn, item))
                return Reply.Say(card.With(why));
            return Reply.Say(item.IsOpen
                ? card.With(DueText.DoneButton(item), DueText.MoveButton(item), new Button("Cancel", new CancelDue(item.Number)), why)
                : card.With(new Button("Reopen", new ReopenDue(item.Number)), why));
        }
    }
}
