using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Why somebody was asked, or was not, line by line from the record.</summary>
[Command("checkin why", "Show why I was asked, or was not", Example = "checkin why yesterday", Question = true)]
public sealed record WhyCheckIn([Arg("The date, or a person", Name = "@person date", Rest = true, Ids = true, Max = 500)] string? Text = null) : ICommand
{
    public sealed class Handler(Uptime uptime) : ICommandHandler<WhyCheckIn>
    {
        public async Task<Reply> Handle(WhyCheckIn command, Turn turn)
        {
            var (date, whom) = PastDate.AtEnd(command.Text ?? "", turn.Now.InZone(turn.Caller.Zone).Date);
            var person = turn.Caller.Person;
            if (whom.Length > 0)
            {
                var named = await Whom.Read(turn, whom);
                if (named.Unclear is { } unclear)
                    return unclear.Ask(clear => command with { Text = date is { } on ? $"{clear} {PastDate.Typed(on)}" : clear });
                if (named.People is not [var one])
                {
                    return Reply.Refuse(
                        $"“{Excerpt.Word(Picked.Names(whom))}” is no date and nobody whom I know here. Try: {new Typed("checkin why yesterday")}");
                }

                person = one.Id;
            }

            return await Answer(turn, person, date);
        }

        private async Task<Reply> Answer(Turn turn, PersonId person, LocalDate? date)
        {
            var isMe = person == turn.Caller.Person;
            var checkIns = new List<CheckIn>();
            foreach (var each in await CheckInBook.Seen(turn))
            {
                if (isMe || await CheckInBook.MayChange(turn, each.Value))
                    checkIns.Add(each.Value);
            }

            if (!isMe && checkIns.Count == 0)
                return Reply.Refuse($"Only those who made a check-in, and admins, see why somebody else was asked. For yourself: {new Typed("checkin why")}");
            var zone = DateTimeZoneProviders.Tzdb[await Roster.ZoneOf(turn, person)];
            var day = date ?? turn.Now.InZone(turn.Caller.Zone).Date;
            var entries = (await CheckInBook.EntriesOn(turn, person, day)).Select(stored => stored.Value).ToList();
            if (isMe)
                await AddLeft(turn, checkIns, entries);
            var blocks = new List<Block>();
            foreach (var checkIn in checkIns)
            {
                var isRecorded = false;
                var name = await CheckInBook.LabelOf(turn, checkIn, checkIns);
                foreach (var entry in entries.Where(entry => entry.CheckIn == checkIn.Number))
                {
                    var lines = await WhyText.Of(turn, checkIn, entry);
                    isRecorded |= lines.Count > 0 && entry.Run == Run.IdOf(checkIn.Number, day);
                    if (lines.Count > 0)
                        blocks.Add(new PeopleList($"{name}, {entry.Day}", lines));
                }

                if (!isRecorded && await WhyText.OfNothing(turn, uptime, checkIn, person, day, zone.Id) is { } reason)
                    blocks.Add(new PeopleList($"{name}, {Time.Clock.Say(day)}", [reason]));
            }

            if (blocks.Count == 0)
            {
                Rich who = isMe ? (Rich)$"You are" : $"{person} is";
                return Reply.Say($"{who} in no check-in that asks on {day}. To see them: {new Typed("checkin list")}");
            }

            if (!isMe)
                blocks.Insert(0, new Paragraph($"On record of {person}:"));
            blocks.Add(new Note($"Times are of {turn.Caller.Zone.Id}."));
            return Reply.Say(new Card(null, blocks));
        }

        /// <summary>What somebody was asked is theirs to know, also after they left.</summary>
        private static async Task AddLeft(Turn turn, List<CheckIn> seen, List<Entry> entries)
        {
            foreach (var number in entries.Select(entry => entry.CheckIn).Distinct().Except(seen.Select(each => each.Number)).ToList())
            {
                if (await CheckInBook.Find(turn, number) is { Value: var left })
                    seen.Add(left);
            }
        }
    }
}
