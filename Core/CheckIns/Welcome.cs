using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Tells whoever was put into a check-in, once, what will be asked, with a way out.</summary>
public sealed record Welcome(int Number, IReadOnlyList<PersonId> People, PersonId By) : IJob
{
    private const int AtOnce = 50;

    /// <summary>The one who puts them in needs no telling.</summary>
    public static void Send(Turn turn, CheckIn checkIn, IEnumerable<PersonId> people, PersonId? putBy = null)
    {
        var by = putBy ?? turn.Caller.Person;
        foreach (var (part, some) in people.Where(person => person != by).Chunk(AtOnce).Index())
            turn.Schedule($"{checkIn.Lane} welcome {turn.Id} {part}", turn.Now, new Welcome(checkIn.Number, some, by), checkIn.Lane);
    }

    /// <summary>What they were told is so no more, and there is nothing to leave.</summary>
    public static Task Close(Turn turn, int number, string? name)
    {
        Rich which = name is null ? (Rich)$"This check-in" : $"The check-in {name}";
        return QuotedText.Remove(turn, ItemOf(number), Card.Of($"{which} is gone, so I ask you nothing in it."), isLast: true);
    }

    private static string ItemOf(int number) => $"{CheckIn.Kind} {CheckIn.IdOf(number)} welcome";

    public sealed class Handler : IJobHandler<Welcome>
    {
        public async Task Run(Welcome job, Turn turn)
        {
            if (await CheckInBook.Find(turn, job.Number) is not { Value: var checkIn })
                return;
            foreach (var person in job.People.Where(checkIn.Asks))
            {
                var zone = await Roster.ZoneOf(turn, person);
                Rich who = job.By == PersonId.Bot ? (Rich)$"You are in {checkIn.Home}, so you are" : $"{job.By} put you";
                Rich first = checkIn.IsActive && checkIn.Times.Next(turn.Now, zone) is { } next ? (Rich)$" The first time is {next.Opens}." : Rich.Empty;
                Rich how = checkIn.Asking == Asking.Dm ? (Rich)$"I ask you here" : $"I ask in {checkIn.Home}";
                turn.Post(
                    ConversationId.Of(person),
                    Card.Of(
                        $"{who} in the check-in {checkIn.Name} in {checkIn.Home}: {how}, {Preview.HowOften(checkIn)}.{first} You need do nothing now.",
                        new Button("Leave it", new LeaveCheckIn(CheckIn.IdOf(checkIn.Number)))),
                    zone: DateTimeZoneProviders.Tzdb[zone],
                    quotes: [ItemOf(job.Number)]);
            }
        }
    }
}
