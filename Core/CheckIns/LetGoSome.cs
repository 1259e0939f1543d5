using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Has those waited for no longer who are not there any more, some at a time.</summary>
public sealed record LetGoSome(int Number, IReadOnlyList<PersonId> People) : IJob
{
    private const int AtOnce = 25;

    public static void Begin(Turn turn, CheckIn checkIn, IReadOnlyList<PersonId> people)
    {
        foreach (var (part, some) in people.Chunk(AtOnce).Index())
            turn.Schedule($"{checkIn.Lane} let go {turn.Id} {part}", turn.Now, new LetGoSome(checkIn.Number, some), checkIn.Lane);
    }

    public sealed class Handler : IJobHandler<LetGoSome>
    {
        public async Task Run(LetGoSome job, Turn turn)
        {
            if (await CheckInBook.Find(turn, job.Number) is not { Value: var checkIn })
                return;
            foreach (var person in job.People.Where(person => !checkIn.Asks(person)))
                await Membership.LetGo(turn, checkIn, person, PersonId.Bot);
        }
    }
}
