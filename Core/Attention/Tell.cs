using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Attention;

/// <summary>
/// Tells somebody, or a channel, everything that there is to tell at this moment, in one message. After a downtime, too, it is one message and no flood.
/// </summary>
public sealed record Tell(ConversationId To) : IJob
{
    /// <summary>What a message lists at most; the rest is counted.</summary>
    private const int MostShown = 20;

    /// <summary>Has everything for a conversation told at a time. Whose id it is moves it by scheduling it anew.</summary>
    public static void Schedule(Turn turn, string id, Instant at, ConversationId to) => turn.Schedule(id, at, new Tell(to), $"tell {to}");

    public sealed class Handler(IEnumerable<ITell> features) : IJobHandler<Tell>
    {
        public async Task Run(Tell job, Turn turn)
        {
            var all = new List<News>();
            foreach (var feature in features)
                all.AddRange(await feature.Of(turn, job.To));
            var person = job.To.Person is { } id ? await Colleagues.Find(turn, id) : null;
            var hold = person is not null && all.Any(each => each.MayWait) ? await NagBudget.Ask(turn, person) : null;
            var held = hold is null ? [] : all.Where(each => each.MayWait).ToList();
            var told = all.Except(held).ToList();
            foreach (var each in held)
                await each.Held(hold!);
            if (told.Count == 0)
                return;
            if (person is not null && told.All(each => each.MayWait))
                await NagBudget.Spend(turn, person);
            var post = turn.Post(
                job.To,
                told is [var only] ? only.Alone : Together(told, job.To),
                subject: told is [var subject] ? subject.Item : null,
                zone: person?.Clock ?? told[0].Clock,
                quotes: [.. told.Select(each => each.Item)]);
            foreach (var each in told)
                await each.Told(told.Count == 1 ? post : null);
        }

        private static Card Together(List<News> told, ConversationId to)
        {
            var card = new Card($"{told.Count} messages in one", [.. told.Take(MostShown).SelectMany(each => each.Among)]);
            if (told.Count <= MostShown)
                return card;
            var nouns = told.Skip(MostShown).Select(each => each.Item.Split(' ')[0]).Distinct();
            var lists = Rich.Join(" or ", nouns.Select(noun => (Rich)$"{new Typed($"{noun} list")}"));
            Rich where = to.Channel is null ? lists : (Rich)$"{lists} and the channel’s name";
            return card.With(new Note($"And {told.Count - MostShown} more: {where}"));
        }
    }
}
