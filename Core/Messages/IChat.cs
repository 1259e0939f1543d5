using AsyncBot.Core.Documents;

namespace AsyncBot.Core.Messages;

/// <summary>A chat platform, as the outbox delivers to it. How fast it may be spoken to is its own business: a call may take its time.</summary>
public interface IChat
{
    Task<Outcome> Send(Envelope envelope, Post post, CancellationToken ct);

    Task<Outcome> Send(Envelope envelope, Whisper whisper, CancellationToken ct);

    Task<Outcome> Send(Envelope envelope, Update update, MessageId message, CancellationToken ct);

    Task<Outcome> Send(Envelope envelope, Upload upload, CancellationToken ct);

    Task<Outcome> Send(Envelope envelope, Picture picture, CancellationToken ct);

    Task<Outcome> Send(Envelope envelope, GroupSync group, CancellationToken ct);

    Task<Outcome> Send(Envelope envelope, PublishHome home, CancellationToken ct);

    /// <summary>
    /// Looks for a message of an earlier, interrupted attempt: <see cref="Delivered"/> if it is there, <see cref="NotThere"/> if it surely
    /// is not, <see cref="Unknown"/> if nobody can tell.
    /// </summary>
    Task<Outcome> LookUp(Envelope envelope, Post post, CancellationToken ct);
}

/// <summary>What is known of an effect beside its content.</summary>
/// <param name="Id">The same in every attempt.</param>
/// <param name="Cause">The turn from which it came.</param>
/// <param name="Since">It was not sent before this, so nobody need look for it earlier.</param>
public sealed record Envelope(WorkspaceId Workspace, PostId Id, string Cause, Instant Since);

/// <summary>How an attempt to deliver ended.</summary>
public abstract record Outcome;

/// <param name="Message">The platform's id of the message, where it has one.</param>
/// <param name="Also">Writes that belong into the commit that records the delivery, for a platform that lives in the same store.</param>
public sealed record Delivered(MessageId? Message, Action<Batch>? Also = null) : Outcome;

/// <summary>The platform surely took nothing, and asks to be left alone for a while; null leaves the time to the outbox.</summary>
public sealed record TryLater(Duration? After, string Reason) : Outcome;

/// <summary>It may have arrived or not.</summary>
public sealed record Unknown(string Reason) : Outcome;

/// <summary>It did not arrive, and trying again would not help.</summary>
public sealed record Refused(string Reason) : Outcome;

/// <summary>The answer of a look-up that found nothing, where that is certain.</summary>
public sealed record NotThere : Outcome;
