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
    /// <summary>So many are shown with all that can be done about them.</summary>
    private const int MostShown = 20;

    /// <summary>So many more have a line each; what is behind them is counted.</summary>
    private const int MostLines = 200;

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
            var told = all.Except(held).OrderBy(each => each.MayWait).ToList();
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
            var blocks = told.Take(MostShown).SelectMany(each => each.Among).ToList();
            var lines = told.Skip(MostShown).Take(MostLines).Select(Line).ToList();
            if (lines.Count > 0)
                blocks.Add(new PeopleList("And in short", lines));
            var counted = told.Skip(MostShown + MostLines).ToList();
            if (counted.Count > 0)
            {
                var ways = counted.Select(each => (Line: each.Rest, Noun: each.Item.Split(' ')[0])).Distinct().Select(way => WayTo(way.Line, way.Noun, to));
                blocks.Add(new Note($"And {counted.Count} more: {Rich.Join(" or ", ways)}"));
            }

            return new Card($"{told.Count} messages in one", blocks);
        }

        private static Rich WayTo(string? line, string noun, ConversationId to)
        {
            Rich way = $"{new Typed(line ?? $"{noun} list")}";
            return line is null && to.Channel is not null ? $"{way} and the channel’s name" : way;
        }

        private static Rich Line(News news) => news.Among.Select(block => block switch
        {
            Paragraph paragraph => paragraph.Text,
            Section section => section.Text,
            _ => null,
        }).OfType<Rich>().FirstOrDefault() ?? new Rich([new Words(news.Item)]);
    }
}
