using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>Names in a blocker's thread who could act now, because nobody has it and whom it needs did not answer or can't be nudged.</summary>
public sealed record TellThread(int Number) : IJob
{
    public sealed class Handler(Helpers helpers) : IJobHandler<TellThread>
    {
        public async Task Run(TellThread job, Turn turn)
        {
            if (await turn.Find(Blocker.Type, Blocker.IdOf(job.Number)) is not { } stored)
                return;
            var blocker = stored.Value;
            SentMessage? sent = null;
            var now = (await BlockerBook.PlanOf(turn, blocker)).Where(each => each.To == blocker.Home && each.At <= turn.Now).ToList();
            if (now.Count > 0)
            {
                var (strongest, clock) = (now.MaxBy(each => each.What)!, (await Colleagues.Find(turn, blocker.Author)).Clock);
                var help = await helpers.Now(turn, blocker, blocker.Home);
                var names = await QuietNames.Of(turn, blocker);
                var known = await Readers.Told(turn, blocker.Home, (await BlockerBook.PeopleOf(turn, blocker)).Keys);
                Rich Name(PersonId id) => known.Any(person => person.Id == id && person.At(turn.Now).IsAvailable) ? $"{id}" : names[id];
                var why = BlockerTold.Why(strongest, known.FirstOrDefault(person => person.Id == strongest.Whom), turn.Now, Name, reader: null);
                var post = turn.Post(
                    blocker.Home,
                    Card.Of(BlockerTold.Line(blocker, strongest, help, why, Name, reader: null), BlockerText.Answers(blocker)),
                    zone: clock,
                    quotes: [BlockerText.ItemOf(blocker)],
                    threadOf: blocker.Post);
                sent = new SentMessage(blocker.Home, post);
            }

            var told = BlockerTold.After(blocker, now, turn.Now);
            await BlockerBook.Change(turn, stored, sent is null ? told : told.After(sent));
        }
    }
}
