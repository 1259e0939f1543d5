using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>What was told of an item, held or not delivered, when, to whom and why, and what will be told.</summary>
[Command("due why", "Show what was sent or held, and why", Example = "due why 12", Question = true)]
public sealed record WhyDue([Arg("The number", Name = "number", Subject = true)] int Number) : ICommand
{
    private const int MostShown = 30;

    public sealed class Handler : ICommandHandler<WhyDue>
    {
        public async Task<Reply> Handle(WhyDue command, Turn turn)
        {
            if (await DueBook.Find(turn, command.Number) is not { Value: var item })
                return DueBook.NotFound(command.Number);
            var isParty = DueBook.MayChange(turn, item);
            var isTold = item.Assignee is not { } assignee || (await Colleagues.Find(turn, assignee)).IsToldTo(turn.Caller.Person);
            var happenings = item.History.Where(each => isTold || each.What is not (DueDeed.HeldByFocus or DueDeed.HeldByBudget)).ToList();
            var lines = happenings.TakeLast(MostShown).Select(happened => Line(item, isParty ? happened : happened with { Detail = null })).ToList();
            if (happenings.Count > MostShown)
                lines.Insert(0, $"{happenings.Count - MostShown} earlier things are not shown");
            foreach (var parked in await turn.Parked(Queues.Outbox))
            {
                if (parked.Body is Post post && (post.Subject == DueText.ItemOf(item) || post.Quotes?.Contains(DueText.ItemOf(item)) == true))
                    lines.Add($"{parked.Due}: could not be delivered to {post.To.Person ?? item.Asker}: {parked.Reason}");
            }

            var blocks = new List<Block> { new Paragraph($"{DueText.Named(item)} — {DueText.When(item)}"), new PeopleList("What happened", lines) };
            var plan = await DueBook.PlanOf(turn, item);
            var coming = plan.Where(each => each.What != Telling.Lapsed && (isTold || each.Key == Planned.Time)).Select(each => Line(item, each)).ToList();
            blocks.Add(coming.Count > 0 ? new PeopleList("What will be sent", coming)
                : new Note(isTold ? (Rich)$"Nothing more will be sent." : $"What else will be sent goes by hours that they don’t share."));
            return Reply.Say(new Card(null, blocks));
        }

        private static Rich Line(DueItem item, Planned each)
        {
            Rich to = each.IsForAsker ? (Rich)$"{item.Asker}" : DueText.Whose(item.To);
            Rich what = each.What switch
            {
                Telling.Before when each.Earlier > Duration.Zero =>
                    $"the reminder before it, {Time.Clock.Length(each.Earlier)} earlier than usual, which would be outside working time",
                Telling.Before => $"the reminder before it",
                Telling.Again => $"once more, because it was snoozed",
                Telling.Overdue => $"that it is overdue, on the next working morning",
                Telling.AskerOverdue => $"that nobody said it is done",
                _ => $"that it is due; this is never held",
            };
            return $"{each.At}: {to} is told {what}";
        }

        private static Rich Line(DueItem item, DueEvent happened)
        {
            Rich whose = DueText.Whose(item.To);
            Rich why = happened.Detail is { } said ? (Rich)$": {Excerpt.Plain(said, Excerpt.Longest)}" : Rich.Empty;
            var isLate = happened.Until is { } due && happened.At - due > Duration.FromMinutes(1);
            return happened.What switch
            {
                DueDeed.Added => $"{happened.At}: asked for by {happened.By}",
                DueDeed.Edited => $"{happened.At}: edited by {happened.By}",
                DueDeed.Moved => $"{happened.At}: moved by {happened.By}{(happened.Until is { } to ? (Rich)$" to {to}" : Rich.Empty)}",
                DueDeed.Snoozed => $"{happened.At}: snoozed by {happened.By} until {happened.Until!.Value}",
                DueDeed.Skipped => $"{happened.At}: {happened.By} left out {happened.Until!.Value}",
                DueDeed.Done => $"{happened.At}: done, says {happened.By}",
                DueDeed.Cancelled when happened.By == PersonId.Bot => $"{happened.At}: cancelled, because nobody is left whom it concerns",
                DueDeed.Cancelled => $"{happened.At}: cancelled by {happened.By}",
                DueDeed.Declined => $"{happened.At}: declined by {happened.By}{why}",
                DueDeed.Reopened => $"{happened.At}: reopened by {happened.By}",
                DueDeed.Returned => $"{happened.At}: went back to {happened.To ?? item.Asker}, because whoever had it left",
                DueDeed.Lapsed => $"{happened.At}: left the list, because nobody answered for a month",
                DueDeed.ToldBefore when happened.Earlier is { } earlier =>
                    $"{happened.At}: {whose} was told before the time, {Time.Clock.Length(earlier)} earlier than usual, which would have been "
                    + $"outside working time",
                DueDeed.ToldBefore => $"{happened.At}: {whose} was told before the time",
                DueDeed.ToldDue when isLate => $"{happened.At}: {whose} was told late: it was to come {happened.Until!.Value}",
                DueDeed.ToldDue => $"{happened.At}: {whose} was told at the time",
                DueDeed.ToldAgain => $"{happened.At}: {whose} was told once more, because it was snoozed",
                DueDeed.ToldOverdue => $"{happened.At}: {whose} was told that it is overdue",
                DueDeed.ToldAsker => $"{happened.At}: {item.Asker} was told that nobody said it is done",
                DueDeed.HeldByFocus => $"{happened.At}: held until {happened.Until!.Value}, because of focus",
                DueDeed.HeldByBudget =>
                    $"{happened.At}: held until {happened.Until!.Value}, because of {Attention.NagBudget.PerDay} other messages that day",
                _ => $"{happened.At}: {happened.By}",
            };
        }
    }
}
