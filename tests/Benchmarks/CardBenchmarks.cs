using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Playground.Page;
using AsyncBot.Bot.Slack.Rendering;
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
    private readonly SlackReader _slackReader;
    private readonly ArrayBufferWriter<byte> _sent = new(65_536);
    private readonly Utf8JsonWriter _json;

    public CardBenchmarks()
    {
        var now = Instant.FromUtc(2026, 3, 9, 9, 0);
        _reader = new Reader(DateTimeZoneProviders.Tzdb["Europe/Lisbon"], now, person => person.Value, channel => channel.Value);
        _slackReader = new SlackReader(now, DateTimeZoneProviders.Tzdb["Europe/Lisbon"], SlashCommand.Of, "U0BOT", _ => null);
        _json = new Utf8JsonWriter(_sent, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _card = new Card($"Open ideas in {new ChannelId("team")}, newest first", [.. Enumerable.Range(1, 10).Select(number => IdeaText.Line(new Idea(
            number, ConversationId.Of(new ChannelId("team")), new PersonId("ana"), IdeaWords.Of(number), Bucket.Ideas, IdeaState.Open, [], now - Duration.FromDays(number), [])))]);
    }

    [Benchmark]
    public string PlainText() => Core.Messages.PlainText.Render(_card, _reader);

    [Benchmark]
    public string Html() => new HtmlRenderer(_reader, new PersonId("ben")).Render(_card, new Pressable("m12", "ben")).ToString();

    [Benchmark]
    public int BlockKit()
    {
        _sent.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        Bot.Slack.Rendering.BlockKit.WriteMessage(_json, _card, _slackReader, Features.Json);
        _json.WriteEndObject();
        _json.Flush();
        return _sent.WrittenCount;
    }
}
