using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>Takes back the change whose answer carried this button, as long as nobody changed the same thing since.</summary>
/// <param name="Created">What the change made, as <c>idea 12</c> and so on: nothing else needs to be kept to take it back.</param>
[Command("undo", "Take a change back", Hidden = true)]
public sealed record Undo([Arg("Which")] string Record, [Arg("Until")] string Until, [Arg("By")] PersonId By, [Arg("Created")] string? Created = null) : ICommand
{
    private static readonly Duration Lasts = Duration.FromMinutes(10);

    /// <summary>Adds the Undo button to the answer of a turn that changed something, and keeps in the same turn what it needs.</summary>
    public static Reply.Said Offer(Turn turn, Reply.Said reply, DocumentCatalog documents)
    {
        if (turn.Changes.Count == 0 || !turn.Changes.All(documents.CanTakeBack))
            return reply;
        var until = turn.Now + Lasts;
        var undo = new Undo(turn.Id, until.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), turn.Caller.Person);
        if (reply.Inverse is null && turn.Changes.All(change => change.VersionAfter == 1))
            undo = undo with { Created = string.Join('\n', turn.Changes.Select(change => $"{change.Kind} {change.DocumentId}")) };
        else
            Keep(turn, reply.Inverse, documents, until);
        return reply with { Card = reply.Card.With(new Button("Undo", undo)), Inverse = null };
    }

    private static void Keep(Turn turn, ICommand? inverse, DocumentCatalog documents, Instant until)
    {
        var items = inverse is not null ? [] : turn.Changes
            .Select(change => new UndoItem(change.Kind, change.DocumentId, change.VersionAfter, change.VersionAfter == 1))
            .ToList();
        if (inverse is null)
        {
            foreach (var change in turn.Changes.Where(change => change.VersionAfter != 1).ToList())
                documents.Keep(turn, turn.Id, change);
        }

        Expiry.Create(turn, UndoRecord.Type, new UndoRecord(turn.Id, turn.Caller.Person, inverse, items, until));
    }

    public sealed class Handler(DocumentCatalog documents, CommandCatalog commands, IServiceProvider services) : ICommandHandler<Undo>
    {
        public async Task<Reply> Handle(Undo command, Turn turn)
        {
            if (command.By != turn.Caller.Person)
                return Reply.Refuse($"Only {command.By} can take that back.");
            if (turn.Now.ToUnixTimeSeconds() > long.Parse(command.Until, System.Globalization.CultureInfo.InvariantCulture))
                return Reply.Refuse($"Undo works for 10 minutes, and they are over. Try: {new Typed("help")} to see how to change it by hand.");
            if (command.Created is not null)
                return await TakeBack(turn, command.Created.Split('\n').Select(item => item.Split(' ', 2)).Select(item => new UndoItem(item[0], item[1], 1, true)), null);
            if (await turn.Find(UndoRecord.Type, command.Record) is not { } stored)
                return Reply.Refuse($"That was already taken back.");
            var record = stored.Value;
            turn.Batch.Delete(UndoRecord.Type, record.Id, stored.Version);
            if (record.Inverse is not null)
                return await commands.Handle(services, record.Inverse, turn);
            var reply = await TakeBack(turn, record.Items, record.Id);
            await record.DropKept(turn, documents);
            return reply;
        }

        private async Task<Reply> TakeBack(Turn turn, IEnumerable<UndoItem> items, string? undo)
        {
            var all = items.ToList();
            foreach (var item in all)
            {
                if (!await documents.IsAsLeft(turn, item.Kind, item.DocumentId, item.VersionAfter))
                    return Reply.Refuse($"Somebody changed it since, or it was already taken back, so I left it as it is.");
            }

            foreach (var item in all)
            {
                if (!await documents.TakeBack(turn, item.Kind, item.DocumentId, item.VersionAfter, item.WasNew ? null : undo))
                    throw new InvalidOperationException($"What was kept of {item.Kind} {item.DocumentId} is gone.");
            }

            return Reply.Say($"Taken back: {string.Join(", ", all.Select(item => $"{item.Kind} {item.DocumentId}"))} is as it was before.");
        }
    }
}

/// <summary>What a change needs to be taken back.</summary>
/// <param name="Inverse">The command that takes it back; null where <paramref name="Items"/> do.</param>
public sealed record UndoRecord(string Id, PersonId Person, ICommand? Inverse, IReadOnlyList<UndoItem> Items, Instant Until) : IExpires
{
    public const string Kind = "undo";

    public static readonly DocumentType<UndoRecord> Type = new(Kind, record => record.Id, Expiry.Index<UndoRecord>());

    /// <summary>Deletes the earlier states that were kept for it.</summary>
    public async Task DropKept(Turn turn, DocumentCatalog documents)
    {
        foreach (var item in Items.Where(item => !item.WasNew))
            await documents.Drop(turn, item.Kind, item.DocumentId, Id);
    }
}

/// <param name="VersionAfter">The version that it must still have; null where it was deleted.</param>
public sealed record UndoItem(string Kind, string DocumentId, long? VersionAfter, bool WasNew);
