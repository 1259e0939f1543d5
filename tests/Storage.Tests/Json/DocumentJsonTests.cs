using System.Text.Json;
using System.Text.Json.Serialization;
using AsyncBot.Core.Documents;
using AsyncBot.Storage.Json;

namespace AsyncBot.Storage.Tests.Json;

public sealed class DocumentJsonTests
{
    private readonly DocumentJson _json = new();

    [Test]
    public void A_document_is_short_camel_case_json()
    {
        var text = _json.Write(new Everything(new PersonId("U1"), Mood.VeryGood, "Grüße & <b> 🎈") { Words = ["a"] }, typeof(Everything));

        Assert.That(text, Is.EqualTo("""{"who":"U1","mood":"veryGood","text":"Grüße & <b> \uD83C\uDF88","words":["a"]}"""));
    }

    [Test]
    public void Everything_of_time_comes_back_as_it_was()
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var at = Instant.FromUtc(2026, 3, 9, 8, 30);
        var times = new Times(
            at,
            new LocalDate(2026, 3, 9),
            new LocalTime(9, 30),
            Duration.FromHours(25),
            Period.FromWeeks(2),
            zone,
            IsoDayOfWeek.Monday,
            new Interval(at, null));

        var text = _json.Write(times, typeof(Times));

        Assert.That(_json.Read<Times>(text), Is.EqualTo(times));
        Assert.That(text, Does.Contain("\"2026-03-09T08:30:00Z\"").And.Contain("\"Europe/Berlin\"").And.Contain("\"09:30:00\""));
    }

    [TestCase(1_999L, "1970-01-01T00:00:00.000001Z")]
    [TestCase(-1L, "1969-12-31T23:59:59.999999Z")]
    [TestCase(-1_000L, "1969-12-31T23:59:59.999999Z")]
    public void Instants_are_cut_down_to_the_microsecond(long nanoseconds, string expected)
    {
        var instant = NodaConstants.UnixEpoch.PlusNanoseconds(nanoseconds);

        Assert.That(_json.Write(new Box<Instant>(instant), typeof(Box<Instant>)), Is.EqualTo($$"""{"value":"{{expected}}"}"""));
        Assert.That(_json.Read<Box<Instant>>($$"""{"value":"1970-01-01T00:00:00.0000019Z"}""").Value, Is.EqualTo(NodaConstants.UnixEpoch.PlusNanoseconds(1000)));
    }

    [TestCase("0001-01-01T00:00:00Z"), TestCase("9999-12-31T23:59:59.999999Z")]
    public void The_ends_of_time_come_back(string instant) =>
        Assert.That(_json.Write(_json.Read<Box<Instant>>($$"""{"value":"{{instant}}"}"""), typeof(Box<Instant>)), Is.EqualTo($$"""{"value":"{{instant}}"}"""));

    [Test]
    public void Ids_are_plain_strings_also_as_keys()
    {
        var votes = new Votes(new WorkspaceId("T1"), null, new() { [new PersonId("U1")] = 2 }, [new PersonId("U2")]);

        var text = _json.Write(votes, typeof(Votes));

        Assert.That(text, Is.EqualTo("""{"workspace":"T1","byPerson":{"U1":2},"people":["U2"]}"""));
        var read = _json.Read<Votes>(text);
        Assert.That((read.Workspace, read.Chair, read.ByPerson[new PersonId("U1")], read.People.Single()), Is.EqualTo((votes.Workspace, (PersonId?)null, 2, new PersonId("U2"))));
    }

    [Test]
    public void Other_structs_keep_their_own_form() =>
        Assert.That(_json.Write(new Box<Money>(new Money("EUR", 3)), typeof(Box<Money>)), Is.EqualTo("""{"value":{"value":"EUR","amount":3}}"""));

    [Test]
    public void An_id_of_the_wrong_kind_is_unreadable() =>
        Assert.That(() => _json.Read<Box<PersonId>>("""{"value":7}"""), Throws.InstanceOf<Exception>());

    [Test]
    public void What_an_older_version_did_not_write_is_empty_and_what_a_newer_one_wrote_is_skipped()
    {
        var read = _json.Read<Everything>("""{"who":"U1","later":{"a":[1]},"words":null}""");

        Assert.That(read, Is.EqualTo(new Everything(new PersonId("U1"), Mood.Fine, null)));
    }

    [Test]
    public void A_derived_type_is_read_back_as_itself_wherever_its_discriminator_stands()
    {
        var text = _json.Write(new Post("hello") { Key = "k" }, typeof(Effect));

        Assert.That(text, Does.Contain("\"$type\":\"post\""));
        Assert.That(_json.Read<Effect>(text), Is.EqualTo(new Post("hello") { Key = "k" }));
        Assert.That(_json.Read<Effect>("""{"text":"hello","key":"k","$type":"post"}"""), Is.EqualTo(new Post("hello") { Key = "k" }));
    }

    [Test]
    public void A_converter_that_is_given_wins()
    {
        var json = new DocumentJson([new Loud()]);

        Assert.That(json.Write(new Box<PersonId>(new PersonId("u")), typeof(Box<PersonId>)), Is.EqualTo("""{"value":"U!"}"""));
    }

    [Test]
    public void Null_is_no_document() => Assert.That(() => _json.Read<Everything>("null"), Throws.TypeOf<JsonException>());

    private readonly record struct PersonId(string Value);

    private readonly record struct Money(string Value, int Amount);

    private enum Mood
    {
        Fine,
        VeryGood,
    }

    private sealed record Everything(PersonId Who, Mood Mood, string? Text)
    {
        public IReadOnlyList<string>? Words { get; init; }
    }

    private sealed record Box<T>(T Value);

    private sealed record Votes(WorkspaceId Workspace, PersonId? Chair, Dictionary<PersonId, int> ByPerson, IReadOnlyList<PersonId> People);

    private sealed record Times(Instant At, LocalDate Day, LocalTime Time, Duration For, Period Every, DateTimeZone Zone, IsoDayOfWeek Weekday, Interval Window);

    [JsonDerivedType(typeof(Post), "post")]
    private abstract record Effect
    {
        public string? Key { get; init; }
    }

    private sealed record Post(string Text) : Effect;

    private sealed class Loud : JsonConverter<PersonId>
    {
        public override PersonId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, PersonId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value.ToUpperInvariant() + "!");
    }
}
