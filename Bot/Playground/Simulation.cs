using System.Collections.Concurrent;
using AsyncBot.Bot.Delivery;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Help;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Playground;

/// <summary>What people do in the playground: say, press, fill in, react. Each call answers when all that it caused has been delivered.</summary>
public sealed class Simulation(
    Dispatcher dispatcher, PlaygroundDirectory directory, Transcript transcript, PlaygroundChat chat, Settlement settlement, Traffic traffic, IClock clock)
{
    public const string CaptureShortcut = "Capture as idea";

    private const string Mention = "@asyncbot";
    private const int FormsKept = 1_000;
    private const int LongestKey = 150;
    private const int KeysKept = 1_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, (string As, ConversationId Conversation, string? Thread, Form Form)> _forms = new();
    private readonly ConcurrentQueue<string> _formOrder = new();
    private readonly ConcurrentDictionary<string, bool> _formsSent = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<ChatMessage>>>> _said = new();
    private readonly ConcurrentQueue<string> _saidOrder = new();

    /// <summary>Whether anything was said since the start or the last reset. From then on the clock only goes forward.</summary>
    public bool HasSpoken { get; private set; }

    /// <summary>Somebody types a line.</summary>
    /// <param name="key">Names this call: the same one again, or at the same time, gets the same answer and does nothing.</param>
    /// <returns>What the bot posted because of it.</returns>
    /// <exception cref="PlaygroundException">The call is wrong.</exception>
    public async Task<IReadOnlyList<ChatMessage>> Say(string person, string place, string text, string? thread, string? key, CancellationToken ct)
    {
        if (key is null)
            return await SayOnce(person, place, text, thread, null, ct);
        if (key.Length is 0 or > LongestKey || key.Any(char.IsControl))
            throw new PlaygroundException($"key is 1 to {LongestKey} characters");
        var name = $"say {person} {key}";
        var call = _said.GetOrAdd(name, added =>
        {
            _saidOrder.Enqueue(added);
            return new(() => SayOnce(person, place, text, thread, added, CancellationToken.None));
        });
        while (_saidOrder.Count > KeysKept && _saidOrder.TryDequeue(out var oldest))
            _said.TryRemove(oldest, out _);
        try
        {
            return await call.Value.WaitAsync(ct);
        }
        catch when (call.Value.IsFaulted)
        {
            _said.TryRemove(KeyValuePair.Create(name, call));
            throw;
        }
    }

    private async Task<IReadOnlyList<ChatMessage>> SayOnce(string person, string place, string text, string? thread, string? key, CancellationToken ct)
    {
        using var underway = await traffic.Enter(ct);
        var conversation = PlaceOf(person, place);
        text = text.Replace("\0", "", StringComparison.Ordinal);
        if (string.IsNullOrWhiteSpace(text))
            throw new PlaygroundException("text is empty: say something, for example /idea add Rotate the demo host");
        if (thread is not null && (await Visible(person, thread, ct)).In != PlaygroundChat.NameOf(conversation))
            throw new PlaygroundException($"{thread} is not in {place}");
        HasSpoken = true;

        var line = LineOf(text, conversation);
        if (line is null)
        {
            await transcript.Store(await Spoken(person, conversation, text, thread, isEphemeral: false, ct), ct);
            return [];
        }

        if (!await dispatcher.Knows(PlaygroundDirectory.Workspace, key, ct))
            await Speak(person, conversation, text, thread, ct);
        return await Dispatch(person, conversation, thread, key, new InboundContent.Text(line), ct);
    }

    private async Task Speak(string person, ConversationId conversation, string text, string? thread, CancellationToken ct)
    {
        var isPrivate = text.TrimStart().StartsWith('/') && conversation.Channel is not null;
        var said = await Spoken(person, conversation, text, thread, isPrivate, ct);
        if (isPrivate)
            transcript.Show(said);
        else
            await transcript.Store(said, ct);
    }

    /// <summary>Somebody presses a button of a message, named by its id or label.</summary>
    public async Task<IReadOnlyList<ChatMessage>> Press(string person, string messageId, string button, CancellationToken ct)
    {
        using var underway = await traffic.Enter(ct);
        var message = await Visible(person, messageId, ct);
        var buttons = Buttons.Of(message);
        var pressed = buttons.FirstOrDefault(each => each.Id == button) ?? buttons.FirstOrDefault(each => each.Label.Equals(button, StringComparison.OrdinalIgnoreCase))
            ?? throw new PlaygroundException(buttons.Count == 0
                ? $"{messageId} has no buttons"
                : $"{messageId} has no button {button}; it has {string.Join(", ", buttons.Select(each => each.Label))}");
        HasSpoken = true;
        return await Dispatch(person, PlaceOf(person, message.In), message.Thread, null, new InboundContent.Call(pressed.Command, $"{messageId} {pressed.Id}"), ct);
    }

    /// <summary>Somebody sends a form.</summary>
    /// <returns>What the bot posted, or for each wrong field what is wrong.</returns>
    public async Task<(IReadOnlyList<ChatMessage> Messages, IReadOnlyDictionary<string, string> Errors)> Submit(
        string person, string formId, IReadOnlyDictionary<string, string> values, CancellationToken ct)
    {
        using var underway = await traffic.Enter(ct);
        Resident(person);
        if (!_forms.TryGetValue(formId, out var open) || open.As != person)
            throw new PlaygroundException($"{formId} is no form that waits for {person}; press its button again");
        PlaceOf(person, PlaygroundChat.NameOf(open.Conversation));
        foreach (var (name, _) in values.Where(value => value.Value is null))
            throw new PlaygroundException($"{name} is null; leave it out, or say a text");
        HasSpoken = true;
        var all = new Dictionary<string, string>(values);
        foreach (var (name, value) in open.Form.Given)
            all[name] = value;
        var answer = await dispatcher.Dispatch(new Inbound(
            PlaygroundDirectory.Workspace, new PersonId(person), open.Conversation, ThreadIn(open.Thread), $"form {formId}", new InboundContent.Submission(open.Form.Command, all)), CancellationToken.None);
        if (answer.Errors.Count > 0)
            return ([], answer.Errors);
        _formsSent[formId] = true;
        return (await Answered(person, open.Conversation, open.Thread, answer, ct), answer.Errors);
    }

    /// <summary>Whether a form can still be filled in; a restart forgets open forms.</summary>
    public bool IsWaiting(string formId) => _forms.ContainsKey(formId) && !_formsSent.ContainsKey(formId);

    /// <summary>Somebody puts an emoji on a message, or takes it away.</summary>
    public async Task<IReadOnlyList<ChatMessage>> React(string person, string messageId, string emoji, bool isTaken, CancellationToken ct)
    {
        using var underway = await traffic.Enter(ct);
        var message = await Visible(person, messageId, ct);
        if (emoji.Trim(':') is not ("bulb" or "💡"))
            return [];
        HasSpoken = true;
        var conversation = PlaceOf(person, message.In);
        transcript.React(person, messageId, isTaken);
        ICommand command = isTaken
            ? new UncaptureIdea(new MessageId(messageId))
            : new CaptureIdea(new MessageId(messageId), new PersonId(message.From), message.Text, "bulb", LinkTo(message));
        return await Dispatch(person, conversation, null, null, new InboundContent.Call(command), ct);
    }

    /// <summary>Somebody picks an entry of a message's menu.</summary>
    public async Task<IReadOnlyList<ChatMessage>> Shortcut(string person, string messageId, string name, CancellationToken ct)
    {
        using var underway = await traffic.Enter(ct);
        var message = await Visible(person, messageId, ct);
        if (!name.Equals(CaptureShortcut, StringComparison.OrdinalIgnoreCase))
            throw new PlaygroundException($"there is no shortcut {name}; there is {CaptureShortcut}");
        HasSpoken = true;
        var command = new CaptureIdea(new MessageId(messageId), new PersonId(message.From), message.Text, null, LinkTo(message));
        return await Dispatch(person, PlaceOf(person, message.In), message.Thread, null, new InboundContent.Call(command), ct);
    }

    /// <summary>The bot was invited to a channel.</summary>
    public Task Invited(Room room, CancellationToken ct) =>
        Dispatch(ChatMessage.Bot, ConversationId.Of(new ChannelId(room.Name)), null, null, new InboundContent.Call(new Introduce()), ct);

    /// <summary>The conversation that a person means by <c>#team</c> or <c>dm</c>.</summary>
    public ConversationId PlaceOf(string person, string place)
    {
        Resident(person);
        if (place == "dm")
            return ConversationId.Of(new PersonId(person));
        var room = RoomOf(place);
        if (!room.Members.Contains(person))
            throw new PlaygroundException($"{person} is not in #{room.Name}");
        if (room.IsArchived)
            throw new PlaygroundException($"#{room.Name} is archived");
        return ConversationId.Of(new ChannelId(room.Name));
    }

    /// <summary>Checks that a person may read a conversation; an archived one can still be read.</summary>
    /// <param name="person">Null for what every member sees.</param>
    public void CanRead(string? person, string place)
    {
        if (person is not null)
            Resident(person);
        if (place != "dm" && RoomOf(place) is var room && person is not null && !room.Members.Contains(person))
            throw new PlaygroundException($"{person} is not in #{room.Name}");
    }

    public void Reset()
    {
        HasSpoken = false;
        _forms.Clear();
        _formOrder.Clear();
        _formsSent.Clear();
        _said.Clear();
        _saidOrder.Clear();
    }

    private async Task<IReadOnlyList<ChatMessage>> Dispatch(
        string person, ConversationId conversation, string? thread, string? key, InboundContent content, CancellationToken ct)
    {
        // What was accepted is finished, also for a caller that hangs up.
        var answer = await dispatcher.Dispatch(
            new Inbound(PlaygroundDirectory.Workspace, new PersonId(person), conversation, ThreadIn(thread), key, content), CancellationToken.None);
        return await Answered(person, conversation, thread, answer, ct);
    }

    /// <summary>Shows the answer once, and waits for everything that the turn caused.</summary>
    private async Task<IReadOnlyList<ChatMessage>> Answered(string person, ConversationId conversation, string? thread, Answer answer, CancellationToken ct)
    {
        await transcript.AnswerOnce(answer.Turn, () => Show(person, conversation, thread, answer, ct));
        try
        {
            await settlement.Of(answer.Turn).WaitAsync(Patience, ct);
        }
        catch (TimeoutException)
        {
            // Something keeps being put off; what came so far is the answer.
        }

        return transcript.Of(answer.Turn);
    }

    private async Task Show(string person, ConversationId conversation, string? thread, Answer answer, CancellationToken ct)
    {
        var (card, form) = answer.Reply switch
        {
            Reply.Opened opened => (Card.Of($"{opened.Form.Title}: please fill this in."), Waiting(person, conversation, thread, opened.Form)),
            var reply => (CardOf(reply), null),
        };
        if (card is null)
            return;
        var number = await transcript.Next(ct);
        var isEphemeral = conversation.Channel is not null;
        var message = new ChatMessage(
            number, number, clock.GetCurrentInstant(), ChatMessage.Bot, PlaygroundChat.NameOf(conversation), person, thread, isEphemeral,
            chat.TextOf(card, PlaygroundChat.NameOf(conversation), person, null), card, form);
        if (isEphemeral)
            transcript.Show(message);
        else
            await transcript.Store(message, ct);
        transcript.Posted(answer.Turn, message);
    }

    private static Card? CardOf(Reply reply) => reply switch
    {
        Reply.Said said => said.Card,
        Reply.Refused refused => refused.Card,
        _ => null,
    };

    private WaitingForm Waiting(string person, ConversationId conversation, string? thread, Form form)
    {
        var id = "f" + Guid.CreateVersion7().ToString("N");
        _forms[id] = (person, conversation, thread, form);
        _formOrder.Enqueue(id);
        while (_formOrder.Count > FormsKept && _formOrder.TryDequeue(out var oldest))
        {
            _forms.TryRemove(oldest, out _);
            _formsSent.TryRemove(oldest, out _);
        }

        return new WaitingForm(id, form);
    }

    private async Task<ChatMessage> Spoken(string person, ConversationId conversation, string text, string? thread, bool isEphemeral, CancellationToken ct)
    {
        var number = await transcript.Next(ct);
        var to = isEphemeral || conversation.Person is not null ? person : null;
        return new ChatMessage(number, number, clock.GetCurrentInstant(), person, PlaygroundChat.NameOf(conversation), to, thread, isEphemeral, text);
    }

    /// <summary>The command in a text; null where it is chat.</summary>
    private static string? LineOf(string text, ConversationId conversation)
    {
        var trimmed = text.TrimStart();
        if (trimmed.StartsWith(Mention, StringComparison.OrdinalIgnoreCase) && (trimmed.Length == Mention.Length || !char.IsLetterOrDigit(trimmed[Mention.Length])))
            return trimmed[Mention.Length..].TrimStart(' ', ',', ':');
        return conversation.Person is not null || trimmed.StartsWith('/') ? trimmed : null;
    }

    private Room RoomOf(string place) => directory.FindRoom(place.TrimStart('#'))
        ?? throw new PlaygroundException($"there is no channel {place}; there is {string.Join(", ", directory.Rooms.Select(room => "#" + room.Name))}");

    private Resident Resident(string person) => directory.Find(person) switch
    {
        null => throw new PlaygroundException($"there is nobody called {person}; there is {string.Join(", ", directory.People.Select(each => each.Id))}"),
        { IsGone: true } => throw new PlaygroundException($"{person} is gone"),
        { } here => here,
    };

    /// <summary>A message, for somebody who sees it.</summary>
    /// <exception cref="PlaygroundException">They don't.</exception>
    public async Task<ChatMessage> Visible(string person, string messageId, CancellationToken ct)
    {
        Resident(person);
        var message = await transcript.Find(messageId, ct);
        var isVisible = message is not null && (message.To is null ? directory.FindRoom(message.In[1..])?.Members.Contains(person) == true : message.To == person);
        return isVisible ? message! : throw new PlaygroundException($"{person} sees no message {messageId}");
    }

    private static MessageId? ThreadIn(string? thread) => thread is null ? null : new MessageId(thread);

    private static string LinkTo(ChatMessage message) => $"/?in={Uri.EscapeDataString(message.In)}#{message.Id}";
}

/// <summary>A call that is wrong, with what would be right.</summary>
public sealed class PlaygroundException(string message) : Exception(message);
