using AsyncBot.Bot.Playground.Page;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Messages;
using BenchmarkDotNet.Attributes;

namespace AsyncBot.Benchmarks;

/// <summary>From a card to what people see: a list of ten ideas.</summary>
[MemoryDiagnoser]
public class CardBenchmarks
{
    private readonly Card _card;
    private readonly Reader _reader;

    public CardBenchmarks()
    {
        var now = Instant.FromUtc(2026, 3, 9, 9, 0);
        _reader = new Reader(DateTimeZoneProviders.Tzdb["Europe/Lisbon"], now, person => person.Value, channel => channel.Value);
        _card = new Card($"Open ideas in {new ChannelId("team")}, newest first", [.. Enumerable.Range(1, 10).Select(number => IdeaText.Line(new Idea(
            number, ConversationId.Of(new ChannelId("team")), new PersonId("ana"), IdeaWords.Of(number), Bucket.Ideas, IdeaState.Open, [], now - Duration.FromDays(number), [])))]);
    }

    [Benchmark]
    public string PlainText() => Core.Messages.PlainText.Render(_card, _reader);

    [Benchmark]
    public string Html() => new HtmlRenderer(_reader, new PersonId("ben")).Render(_card, new Pressable("m12", "ben")).ToString();
}
