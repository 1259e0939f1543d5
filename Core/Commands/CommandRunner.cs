using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>
/// Carries out one command in one turn: looks whether the caller may, has it handled, and adds what every answer has: Undo, short
/// buttons, a record of the delivery.
/// </summary>
public sealed class CommandRunner(
    CommandCatalog commands, DocumentCatalog documents, TurnRunner turns, IEnumerable<IOffer> offers, IServiceProvider services)
{
    /// <param name="key">Names the delivery; null where it never comes again.</param>
    /// <exception cref="ConflictException">
    /// The same delivery came at the same time (<see cref="Handled.IsConflict"/>), or others were faster every time.
    /// </exception>
    public async Task<CarriedOut> Run(string id, Caller caller, Inbound inbound, Reading reading, string? key, CancellationToken ct)
    {
        var attempts = 0;
        return await turns.Run(id, id, caller, async turn =>
        {
            // Whoever changed what this turn had read may have been the same delivery, which came twice at once.
            if (++attempts > 1 && key is not null && await turn.Find(Handled.Type, key) is not null)
                throw Handled.Conflict(key);
            turn.IsPatient = !CanChange(inbound);
            return Describe(inbound, reading, await Handle(reading, turn), key, turn);
        }, conflict => Handled.IsConflict(key, conflict), ct);
    }

    /// <summary>Waits for what an answer lacked, and changes the message that it became.</summary>
    public Task Better(string id, string cause, Caller caller, PostId post, ICommand better, CancellationToken ct) => turns.Run(id, cause, caller, async turn =>
    {
        turn.IsPatient = true;
        var reply = Draft.Shorten(turn, await commands.Handle(services, better, turn));
        if (reply is Reply.Said said)
            turn.Update(post, caller.Conversation, said.Card, isLast: true);
        else if (await turn.Find(Posted.Type, post.Value) is { } posted)
            turn.Batch.Delete(Posted.Type, post.Value, posted.Version);
        return reply;
    }, _ => false, ct);

    private async Task<Reply> Handle(Reading reading, Turn turn) => reading switch
    {
        Reading.Command { Shape.Role: Role.Admin } when !turn.Caller.IsAdmin => turn.Caller.IsKnown
            ? Reply.Refuse($"Only admins can do that; {new Typed("async settings")} names them.")
            : Reply.Refuse($"Only admins can do that, and I can’t see just now whether you are one. Please try again in a minute."),
        Reading.Command { Meant: var command } => await commands.Handle(services, command, turn),
        Reading.Unread { IsOffer: true, Reply: Reply.Refused offered } => offered with { Card = await WithFitting(offered.Card, turn) },
        Reading.Unread unread => unread.Reply,
        _ => throw new InvalidOperationException($"Nothing can be done with {reading}."),
    };

    private async Task<Card> WithFitting(Card card, Turn turn)
    {
        var unfit = new HashSet<Type>();
        foreach (var offer in offers)
        {
            if (!await offer.Fits(turn))
                unfit.Add(offer.Command);
        }

        return card with { Blocks = [.. card.Blocks.Select(block => block is Buttons row ? Fitting(row) : block)] };

        Buttons Fitting(Buttons row) => new([.. row.Items.Where(each => !unfit.Contains(each.Command.GetType()))]);
    }

    private CarriedOut Describe(Inbound inbound, Reading reading, Reply reply, string? key, Turn turn)
    {
        if (reply is Reply.Said said)
            reply = Undo.Offer(turn, said, Handled.IsOfButton(key) ? key : null, documents);
        reply = Draft.Shorten(turn, reply);
        var isPosted = inbound.IsPosted(reply);
        var post = isPosted ? Post(turn, reply) : null;

        // What was asked is asked anew when it comes again, so nothing of the answer is kept.
        if (key is not null && !turn.Batch.IsEmpty && (isPosted || reading.Shape is not { IsQuestion: true }))
            Handled.Keep(turn, key, isPosted ? Reply.Nothing : reply);
        return new CarriedOut(reply, isPosted, post, !turn.Batch.IsEmpty);
    }

    /// <summary>Whether the answer becomes a message that can be changed later. Others wait for what they lack.</summary>
    private static bool CanChange(Inbound inbound) => inbound.Answering != AnswerWay.Returned && inbound.Conversation.Person is not null;

    /// <summary>The answer as a message, seen only by the one who asked.</summary>
    /// <returns>The message, where it can be changed.</returns>
    private static PostId? Post(Turn turn, Reply reply)
    {
        var (conversation, person) = (turn.Caller.Conversation, turn.Caller.Person);
        if (reply.AsCard() is not { } card)
            return null;
        if (conversation.Person is not null)
            return turn.Post(conversation, card, turn.Caller.Thread, isAwaiting: reply is Reply.Said { Better: not null });
        turn.Whisper(conversation, person, card, turn.Caller.Thread);
        return null;
    }
}

/// <summary>What came of a command.</summary>
/// <param name="IsPosted">Whether the reply is on its way as a message.</param>
/// <param name="Post">That message, where it can still be changed.</param>
public sealed record CarriedOut(Reply Reply, bool IsPosted, PostId? Post, bool IsChange);
