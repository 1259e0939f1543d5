using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Playground;

/// <summary>The forms that wait to be filled in. A restart forgets them, as closing a window would.</summary>
public sealed class OpenForms
{
    private const int Kept = 1_000;

    private readonly Recent<string, OpenedForm> _forms = new(Kept);

    public WaitingForm Open(string person, ConversationId conversation, string? thread, Form form)
    {
        var id = "f" + Guid.CreateVersion7().ToString("N");
        _forms.Set(id, new OpenedForm(person, conversation, thread, form));
        return new WaitingForm(id, form);
    }

    /// <exception cref="PlaygroundException">There is none, or it is somebody else's.</exception>
    public OpenedForm Of(string person, string id) => _forms.Find(id) is { } open && open.Person == person
        ? open
        : throw new PlaygroundException($"{id} is no form that waits for {person}; press its button again");

    /// <summary>Whether it can still be filled in.</summary>
    public bool IsWaiting(string id) => _forms.Find(id) is { Sent: null };

    public void Clear() => _forms.Clear();
}

/// <summary>Who fills a form in, and where.</summary>
public sealed record OpenedForm(string Person, ConversationId Conversation, string? Thread, Form Form)
{
    /// <summary>Lets one submission in at a time.</summary>
    public SemaphoreSlim Gate { get; } = new(1);

    /// <summary>What it was sent with; null while it can still be filled in.</summary>
    public IReadOnlyDictionary<string, string>? Sent { get; set; }
}
