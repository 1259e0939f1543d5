using AsyncBot.Core.CheckIns;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Help;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Playground;

/// <summary>What people do in the playground: say, press, fill in, react. Each call answers when all that it caused has been delivered.</summary>
public sealed class Simulation(
    Dispatcher dispatcher,
    CommandCatalog commands,
    Overhearing overhearing,
    Access access,
    Transcript transcript,
    Answers answers,
    OpenForms forms,
    Traffic traffic,
    IClock clock)
    : IWorkspaceMemory
{
    private const string Mention = "@asyncbot";
    private const int LongestKey = 150;
    private const int KeysKept = 1_000;

    private readonly Recent<string, Lazy<Task<IReadOnlyList<ChatMessage>>>> _said = new(KeysKept);

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
        var call = _said.GetOrAdd(name, added => new(() => SayOnce(person, place, text, thread, added, CancellationToken.None)));
        try
        {
            return await call.Value.WaitAsync(ct);
        }
        catch when (call.Value.IsFaulted)
        {
            _said.Remove(name, call);
            throw;
        }
    }

    /// <summary>Somebody presses a button of a message, named by its id or label.</summary>
    public async Task<IReadOnlyList<ChatMessage>> Press(string person, string messageId, string button, CancellationToken ct)
    {
        using var underway = await traffic.Enter(ct);
        var message = await access.Visible(person, messageId, ct);
        var buttons = PressableButtons.Of(message);
        var pressed = buttons.FirstOrDefault(each => each.Id == button)
            ?? buttons.FirstOrDefault(each => each.Label.Equals(button, StringComparison.OrdinalIgnoreCase))
            ?? throw new PlaygroundException(buttons.Count == 0
                ? $"{messageId} has no buttons"
                : $"{messageId} has no button {button}; it has {string.Join(", ", buttons.Select(each => each.Label))}");
        HasSpoken = true;
        var call = new InboundContent.Call(pressed.Command, $"{messageId} {pressed.Id}");
        return await Dispatch(person, access.PlaceOf(person, message.In), message.Thread, null, call, ct);
    }

    /// <summary>Somebody sends a form.</summary>
    /// <returns>What the bot posted, or for each wrong field what is wrong.</returns>
    public async Task<(IReadOnlyList<ChatMessage> Messages, IReadOnlyDictionary<string, string> Errors)> Submit(
        string person, string formId, IReadOnlyDictionary<string, string> values, CancellationToken ct)
    {
        using var underway = await traffic.Enter(ct);
        access.Resident(person);
        var open = forms.Of(person, formId);
        access.PlaceOf(person, PlaygroundChat.NameOf(open.Conversation));
        foreach (var (name, _) in values.Where(value => value.Value is null))
            throw new PlaygroundException($"{name} is null; leave it out, or say a text");
        HasSpoken = true;
        var all = new Dictionary<string, string>(values);
        foreach (var (name, value) in open.Form.Given)
            all[name] = value;
        var answer = await Send(formId, open, all, ct);
        if (answer.Errors.Count > 0)
            return ([], answer.Errors);
        return (await answers.Give(person, open.Conversation, open.Thread, answer, ct), answer.Errors);
    }

    /// <summary>Somebody puts an emoji on a message, or takes it away.</summary>
    public async Task<IReadOnlyList<ChatMessage>> React(string person, string messageId, string emoji, bool isTaken, CancellationToken ct)
    {
        using var underway = await traffic.Enter(ct);
        var message = await access.Visible(person, messageId, ct);
        if (emoji.Trim(':') is not ("bulb" or "💡"))
            return [];
        RefusePrivate(message);
        HasSpoken = true;
        var conversation = access.PlaceOf(person, message.In);
        transcript.React(person, messageId, isTaken);
        ICommand command = isTaken ? new UncaptureIdea(new MessageId(messageId)) : Bulb(message);
        return await Dispatch(person, conversation, message.Thread, null, new InboundContent.Call(command), ct);
    }

    /// <summary>Somebody picks an entry of a message's menu.</summary>
    public async Task<IReadOnlyList<ChatMessage>> Shortcut(string person, string messageId, string name, CancellationToken ct)
    {
        using var underway = await traffic.Enter(ct);
        var message = await access.Visible(person, messageId, ct);
        if (commands.Shortcuts.FirstOrDefault(each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } entry)
            throw new PlaygroundException($"there is no shortcut {name}; there is {string.Join(" and ", commands.Shortcuts.Select(each => each.Name))}");
        RefusePrivate(message);
        HasSpoken = true;
        return await Dispatch(person, access.PlaceOf(person, message.In), message.Thread, null, new InboundContent.Call(entry.Command(Picked(message))), ct);
    }

    /// <summary>The bot was invited to a channel.</summary>
    public Task Invited(Room room, CancellationToken ct) =>
        Dispatch(ChatMessage.Bot, ConversationId.Of(new ChannelId(room.Name)), null, null, new InboundContent.Call(new Introduce()), ct);

    /// <summary>Somebody came to a channel or left it, or it was archived or brought back.</summary>
    public Task Changed(Room room, CancellationToken ct) =>
        Dispatch(ChatMessage.Bot, ConversationId.Of(new ChannelId(room.Name)), null, null, new InboundContent.Call(new MembersChanged()), ct);

    /// <summary>The platform knows somebody in another zone than before.</summary>
    /// <param name="from">Null where it knew none.</param>
    public Task Moved(string person, string? from, string to, CancellationToken ct) =>
        Dispatch(person, ConversationId.Of(new PersonId(person)), null, null, new InboundContent.Call(new MovedZone(from ?? "UTC", to)), ct);

    /// <summary>Somebody left the workspace.</summary>
    public Task Left(string person, CancellationToken ct) =>
        Dispatch(ChatMessage.Bot, ConversationId.Of(PersonId.Bot), null, null, new InboundContent.Call(new PersonLeft(new PersonId(person))), ct);

    public void Forget(WorkspaceId workspace)
    {
        HasSpoken = false;
        forms.Clear();
        _said.Clear();
    }

    private async Task<IReadOnlyList<ChatMessage>> SayOnce(string person, string place, string text, string? thread, string? key, CancellationToken ct)
    {
        using var underway = await traffic.Enter(ct);
        var conversation = access.PlaceOf(person, place);
        text = text.Replace("\0", "", StringComparison.Ordinal);
        if (string.IsNullOrWhiteSpace(text))
            throw new PlaygroundException("text is empty: say something, for example /idea add Rotate the demo host");
        if (thread is not null && (await access.Visible(person, thread, ct)).In != PlaygroundChat.NameOf(conversation))
            throw new PlaygroundException($"{thread} is not in {place}");
        HasSpoken = true;

        if (LineOf(text, conversation) is not { } line)
        {
            await Speak(person, conversation, text, thread, ct);
            return thread is not null && await overhearing.Listens(PlaygroundDirectory.Workspace, conversation, new MessageId(thread), ct)
                ? await Dispatch(person, conversation, thread, key, new InboundContent.Call(new HearReply(text)), ct)
                : [];
        }

        if (!await dispatcher.Knows(PlaygroundDirectory.Workspace, key, ct))
            await Speak(person, conversation, text, thread, ct);
        return await Dispatch(person, conversation, thread, key, new InboundContent.Text(line), ct);
    }

    /// <summary>Puts what was typed into the transcript; a slash command is seen by its speaker only.</summary>
    private async Task Speak(string person, ConversationId conversation, string text, string? thread, CancellationToken ct)
    {
        var isPrivate = text.TrimStart().StartsWith('/') && conversation.Channel is not null;
        var number = await transcript.Next(ct);
        var to = isPrivate || conversation.Person is not null ? person : null;
        var said = new ChatMessage(number, number, clock.GetCurrentInstant(), person, PlaygroundChat.NameOf(conversation), to, thread, isPrivate, text);
        if (isPrivate)
            transcript.Show(said);
        else
            await transcript.Store(said, ct);
    }

    private async Task<IReadOnlyList<ChatMessage>> Dispatch(
        string person, ConversationId conversation, string? thread, string? key, InboundContent content, CancellationToken ct) =>
        await answers.Give(person, conversation, thread, await Ask(person, conversation, thread, key, content), ct);

    /// <summary>What was accepted is finished, also for a caller that hangs up.</summary>
    private Task<Answer> Ask(string person, ConversationId conversation, string? thread, string? key, InboundContent content)
    {
        MessageId? message = thread is null ? null : new MessageId(thread);
        var inbound = new Inbound(PlaygroundDirectory.Workspace, new PersonId(person), conversation, message, key, content);
        return dispatcher.Dispatch(inbound, CancellationToken.None);
    }

    /// <summary>Sends a form as often as it takes, and from then on only the same again, which is answered the same.</summary>
    private async Task<Answer> Send(string formId, OpenedForm open, Dictionary<string, string> values, CancellationToken ct)
    {
        await open.Gate.WaitAsync(ct);
        try
        {
            if (open.Sent is { } sent && (sent.Count != values.Count || sent.Except(values).Any()))
                throw new PlaygroundException($"{formId} was sent already; press its button again");
            var answer = await Ask(open.Person, open.Conversation, open.Thread, $"form {formId}", new InboundContent.Submission(open.Form.Command, values));
            if (answer.Errors.Count == 0 && answer.Reply is not Reply.Refused)
                open.Sent = values;
            return answer;
        }
        finally
        {
            open.Gate.Release();
        }
    }

    /// <summary>The command in a text; null where it is chat.</summary>
    private static string? LineOf(string text, ConversationId conversation)
    {
        var trimmed = text.TrimStart();
        var isMentioned = trimmed.StartsWith(Mention, StringComparison.OrdinalIgnoreCase);
        if (isMentioned && (trimmed.Length == Mention.Length || !char.IsLetterOrDigit(trimmed[Mention.Length])))
            return trimmed[Mention.Length..].TrimStart(' ', ',', ':');
        return conversation.Person is not null || trimmed.StartsWith('/') ? trimmed : null;
    }

    /// <summary>A capture is announced to everybody, who must not read there what one person saw for a moment.</summary>
    private static void RefusePrivate(ChatMessage message)
    {
        if (message.IsEphemeral)
            throw new PlaygroundException($"{message.Id} is private to {message.To}; only a message that others see can be captured");
    }

    private static PickedMessage Picked(ChatMessage message) =>
        new(new MessageId(message.Id), new PersonId(message.From), message.Text, PlaygroundDirectory.LinkTo(message.In, message.Id));

    private static CaptureIdea Bulb(ChatMessage message)
    {
        var picked = Picked(message);
        return new CaptureIdea(picked.Id, picked.Author, picked.Text, "bulb", picked.Link);
    }
}
