using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>Something that came from a platform: who, where, and what was said or pressed.</summary>
/// <param name="Answering">How the platform takes the answer to this delivery.</param>
/// <param name="Key">Names this delivery; the same key again has no second effect and gets the same answer. Null where the platform never repeats.</param>
public sealed record Inbound(
    WorkspaceId Workspace,
    PersonId Person,
    ConversationId Conversation,
    MessageId? Thread,
    string? Key,
    InboundContent Content,
    AnswerWay Answering = AnswerWay.Returned)
{
    /// <summary>Whether an answer goes out as a message, so that nobody need show it.</summary>
    public bool IsPosted(Reply reply) => Answering == AnswerWay.Posted || (Answering == AnswerWay.PostedOrOpened && reply is not Reply.Opened);
}

public enum AnswerWay
{
    /// <summary>With the delivery itself, or shortly after it.</summary>
    Returned,

    /// <summary>As a message of its own, which is committed with what it answers.</summary>
    Posted,

    /// <summary>The same, but a form can be opened.</summary>
    PostedOrOpened,
}

public abstract record InboundContent
{
    /// <summary>A line, without the bot's name before it.</summary>
    public sealed record Text(string Line) : InboundContent;

    /// <summary>A button, reaction or shortcut, which is a command already filled in.</summary>
    /// <param name="Button">Names the button or the message it came from, so that what makes something new does so once; null where it has none.</param>
    public sealed record Call(ICommand Command, string? Button = null) : InboundContent;

    /// <summary>A form with its fields.</summary>
    public sealed record Submission(string Command, IReadOnlyDictionary<string, string> Values) : InboundContent;
}

/// <param name="Turn">Names the turn in the log, and is the cause of everything that came of it.</param>
/// <param name="Errors">For each wrong field of a form, what is wrong; then nothing was done.</param>
/// <param name="IsUnsure">Whether nobody knows if it is on disk, so that the same delivery should come again.</param>
/// <param name="IsPosted">Whether the reply is on its way as a message (<see cref="Inbound.IsPosted"/>).</param>
/// <param name="Post">That message, where it can still be changed.</param>
public sealed record Answer(
    string Turn,
    Reply Reply,
    IReadOnlyDictionary<string, string> Errors,
    bool IsPosted = false,
    bool IsUnsure = false,
    PostId? Post = null);
