using AsyncBot.Core.Help;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Messages;

namespace AsyncBot.TestKit;

/// <summary>
/// A message with every kind of block and every kind of text, the hostile ones included. Each surface shows it in a golden test, so a new
/// kind fails everywhere until every renderer handles it.
/// </summary>
public static class KitchenSink
{
    public static readonly Instant At = Instant.FromUtc(2026, 3, 9, 9, 30);

    public static readonly Instant Now = Instant.FromUtc(2026, 3, 9, 7, 30);

    /// <summary>Tries to become an element, to leave its attribute, to ping a channel, to format, and to turn around what follows.</summary>
    public const string Hostile = "<script>alert(1)</script> \" onclick='x' & <!channel> <@U1> *bold* [a](http://evil.example) \u202Etxt.exe";

    public static Reader ReaderIn(string zone) => new(
        DateTimeZoneProviders.Tzdb[zone], Now, person => person.Value == "ana" ? "Ana <b>" : char.ToUpperInvariant(person.Value[0]) + person.Value[1..], channel => channel.Value);

    public static readonly Card Card = new(
        $"Everything & the {"<kitchen>"} sink",
        [
            new Paragraph($"Words & numbers {12}, {new PersonId("ana")}, {PersonId.Former}, {new ChannelId("team")}, {ConversationId.Of(new PersonId("ana"))}."),
            new Paragraph($"Said: {Hostile}."),
            new Paragraph($"Two lines:\n{"one\ntwo"}"),
            new Facts([
                new Fact("When", $"{At}"),
                new Fact("Ago", $"{Now - Duration.FromMinutes(90):age}"),
                new Fact("Day", $"{new LocalDate(2026, 3, 9)}"),
                new Fact("<i>Label</i>", $"{"שלום"}"),
            ]),
            new PeopleList("On <call>", [$"{new PersonId("ben")} until {At}", $"{new PersonId("ana")}"]),
            new Section($"#12 {"Rotate the demo host"}", new Button("Vote", new VoteForIdea(12))),
            new Section($"A section without a button"),
            new Divider(),
            new Note($"Type {new Typed("idea add <text>")}, read {new Link("https://example.org/?a=1&b=\"2\"", "the <handbook>")} or {new Link("/?in=%23team#m4", "the message")}, not {new Link("javascript:alert(1)", "this")} nor {new Link("//evil.example", "that")}."),
            new Buttons([
                new Button("Plain", new ShowHelp("idea")),
                new Button("Primary", new ShowIdea(12), ButtonStyle.Primary),
                new Button("Danger <b>", new DeleteIdea(12), ButtonStyle.Danger),
            ]),
        ]);
}
