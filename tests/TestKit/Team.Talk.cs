using AsyncBot.Core.Commands;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;

namespace AsyncBot.TestKit;

/// <summary>What people do, and what they see.</summary>
public sealed partial class Team
{
    /// <summary>The conversation that a person calls <c>#team</c> or <c>dm</c>; <c>@ana</c> is Ana's direct conversation.</summary>
    public static ConversationId Place(string place, string person = "") => place switch
    {
        "dm" => ConversationId.Of(TestDirectory.IdOf(person)),
        ['@', .. var other] => ConversationId.Of(TestDirectory.IdOf(other)),
        _ => ConversationId.Of(TestDirectory.ChannelIdOf(place)),
    };

    /// <summary>Somebody types a line.</summary>
    /// <param name="thread">The message in whose thread it is.</param>
    /// <param name="key">Names the delivery.</param>
    public Task<Heard> Says(string person, string place, string line, Message? thread = null, string? key = null) =>
        Does(person, Place(place, person), thread?.Id, key, new InboundContent.Text(line));

    /// <summary>Much is done at the same moment; what comes of all of it is done and delivered afterwards.</summary>
    public async Task AtOnce(IEnumerable<Task<Heard>> deeds)
    {
        var delivers = Delivers;
        Delivers = false;
        try
        {
            await Task.WhenAll(deeds);
        }
        finally
        {
            Delivers = delivers;
        }

        await Settle();
    }

    /// <summary>Somebody presses a button of an answer that they got.</summary>
    public Task<Heard> Presses(string person, Heard answer, string label)
    {
        var at = answer.Labels.ToList().IndexOf(label);
        if (at < 0)
            throw new InvalidOperationException($"There is no {label}, only {string.Join(", ", answer.Labels)} under: {answer.Text}");
        return Does(person, answer.In, answer.Thread, null, new InboundContent.Call(Kept(answer.Buttons[at].Command), $"{answer.Turn} {at}"));
    }

    /// <summary>Somebody presses a button of a message.</summary>
    public Task<Heard> Presses(string person, Message message, string label)
    {
        var buttons = Now(message).Card.AllButtons.ToList();
        var at = buttons.FindIndex(button => button.Label == label);
        if (at < 0)
            throw new InvalidOperationException($"There is no {label}, only {string.Join(", ", buttons.Select(button => button.Label))} under: {TextOf(message)}");
        return Does(person, message.In, message.Thread, null, new InboundContent.Call(Kept(buttons[at].Command), $"{message.Id} {at}"));
    }

    /// <summary>Somebody sends a form.</summary>
    public Task<Heard> Submits(string person, Heard opened, params (string Name, string Value)[] values)
    {
        var all = values.ToDictionary(value => value.Name, value => value.Value);
        foreach (var (name, value) in opened.Form!.Given)
            all[name] = value;
        return Does(person, opened.In, opened.Thread, $"form {opened.Turn}", new InboundContent.Submission(opened.Form.Command, all));
    }

    /// <summary>Somebody chats, not to the bot.</summary>
    public Message Writes(string person, string place, string text) => Chat.Write(TestDirectory.IdOf(person), Place(place, person), text);

    /// <summary>Somebody puts a bulb on a message.</summary>
    public Task<Heard> PutsBulb(string person, Message message) => Captures(person, message, "bulb");

    /// <summary>Somebody takes their bulb away.</summary>
    public Task<Heard> TakesBulb(string person, Message message) =>
        Does(person, message.In, null, null, new InboundContent.Call(new UncaptureIdea(message.Id)));

    /// <summary>Somebody picks "Capture as idea" from a message's menu.</summary>
    public Task<Heard> Captures(string person, Message message) => Captures(person, message, null);

    /// <summary>Somebody picks an entry from a message's menu.</summary>
    public Task<Heard> Picks(string person, Message message, string entry)
    {
        var text = Now(message).Text ?? TextOf(message);
        var picked = new PickedMessage(message.Id, message.Author ?? PersonId.Bot, text, $"https://chat.example/{message.Id}");
        var command = Commands.Shortcuts.Single(shortcut => shortcut.Name == entry).Command(picked);
        return Does(person, message.In, message.Thread, null, new InboundContent.Call(command));
    }

    /// <summary>Anything that a platform can hand over.</summary>
    public async Task<Heard> Does(string person, ConversationId place, MessageId? thread, string? key, InboundContent content)
    {
        var who = TestDirectory.IdOf(person);
        var way = AnswersByPost ? AnswerWay.Posted : AnswerWay.Returned;
        var answer = await Dispatcher.Dispatch(new Inbound(Workspace, who, place, thread, key, content, way), CancellationToken.None);
        var heard = new Heard(who, place, thread, answer, Heard.CardOf(answer.Reply) is { } card ? PlainText.Render(card, ReaderOf(who)) : "");
        if (Delivers)
            await Settle();
        return heard;
    }

    /// <summary>What the bot posted in a place and its threads, as it is now, on the clock of the one reader or of the author.</summary>
    public IReadOnlyList<string> Posts(string place) => [.. Messages(place).Select(TextOf)];

    public IReadOnlyList<Message> Messages(string place) => [.. Chat.Messages.Where(message => message.In == Place(place) && message.Author is null)];

    /// <summary>The latest message of the bot in a place.</summary>
    public Message LastPost(string place) => Messages(place)[^1];

    public string TextOf(Message message)
    {
        var now = Now(message);
        return now.Text ?? Rendered(now, now.Card);
    }

    /// <summary>What a message of the bot said when it came.</summary>
    public string FirstTextOf(Message message) => Rendered(message, message.First);

    private string Rendered(Message message, Card card) => PlainText.Render(card, (message.In.Person ?? message.OnlyFor) is { } reader
        ? ReaderOf(reader)
        : ReaderOf(DateTimeZoneProviders.Tzdb[message.Zone ?? "UTC"]));

    /// <summary>A message as it is now.</summary>
    public Message Now(Message message) => Chat.Messages.Single(each => each.Id == message.Id);

    private Task<Heard> Captures(string person, Message message, string? reaction)
    {
        var text = Now(message).Text ?? TextOf(message);
        var command = new CaptureIdea(message.Id, message.Author ?? PersonId.Bot, text, reaction, $"https://chat.example/{message.Id}");
        return Does(person, message.In, message.Thread, null, new InboundContent.Call(command));
    }

    private Reader ReaderOf(PersonId person) =>
        ReaderOf(DateTimeZoneProviders.Tzdb.GetZoneOrNull(Store.Find(Workspace, Profile.Type, person.Value, default).GetAwaiter().GetResult()?.Value.Zone ?? "") ?? Directory.ZoneOf(person));

    private Reader ReaderOf(DateTimeZone zone) => new(zone, Clock.GetCurrentInstant(), Directory.NameOf, Directory.NameOf);

    /// <summary>A button's command as it comes back from a platform: written and read again.</summary>
    private ICommand Kept(ICommand command) => Json.Read<ICommand>(Json.Write(command, typeof(ICommand)));
}
