using System.Globalization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>Takes back the change whose answer carried this button, as long as nobody changed the same thing since.</summary>
/// <param name="Key">The key of the button that made it: once taken back, the button works again.</param>
/// <param name="Created">What the change made, as <c>idea 12</c> and so on: nothing else needs to be kept to take it back.</param>
[Command("undo", "Take a change back", Hidden = true)]
public sealed record Undo(
    [Arg("Which")] string Record,
    [Arg("Until")] string Until,
    [Arg("By")] PersonId By,
    [Arg("Created")] string? Created = null,
    [Arg("Key")] string? Key = null) : ICommand
{
    private static readonly Duration Lasts = Duration.FromMinutes(10);

    /// <summary>Adds the Undo button to the answer of a turn that changed something, and keeps in the same turn what it needs.</summary>
    public static Reply.Said Offer(Turn turn, Reply.Said reply, string? key, DocumentCatalog documents)
    {
        if (reply.IsForGood || turn.Changes.Count == 0 || !turn.Changes.All(documents.CanTakeBack))
            return reply;
        var until = turn.Now + Lasts;
        var items = turn.Changes.Select(documents.ItemOf).ToList();
        var undo = new Undo(turn.Id, until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), turn.Caller.Person);
        if (reply.Inverse is null && items.All(item => item.WasNew))
            undo = undo with { Key = key, Created = string.Join('\n', items.Select(item => $"{item.Kind}\t{item.DocumentId}\t{item.StateAfter}")) };
        else
            Keep(turn, reply.Inverse, items, documents, until);
        return reply with { Card = reply.Card.With(new Button("Undo", undo)), Inverse = null };
    }

    /// <summary>What this made, where that is all that it needs.</summary>
    private IEnumerable<UndoItem> Made => (Created ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('\t'))
        .Select(part => new UndoItem(part[0], part[1], part[2], 1, WasNew: true));

    private static void Keep(Turn turn, ICommand? inverse, List<UndoItem> items, DocumentCatalog documents, Instant until)
    {
        if (inverse is null)
        {
            foreach (var change in turn.Changes.Where((_, at) => !items[at].WasNew).ToList())
                documents.Keep(turn, turn.Id, change);
        }

        Expiry.Create(turn, UndoRecord.Type, new UndoRecord(turn.Id, turn.Caller.Person, inverse, inverse is null ? items : [], until));
    }

    public sealed class Handler(DocumentCatalog documents, CommandCatalog commands, IServiceProvider services) : ICommandHandler<Undo>
    {
        public async Task<Reply> Handle(Undo command, Turn turn)
        {
            if (command.By != turn.Caller.Person)
                return Reply.Refuse($"Only {command.By} can take that back. Try: {new Typed("help")} to see how to change it by hand.");
            if (turn.Now.ToUnixTimeSeconds() > long.Parse(command.Until, CultureInfo.InvariantCulture))
                return Reply.Refuse($"Undo works for 10 minutes, and they are over. Try: {new Typed("help")} to see how to change it by hand.");
            if (command.Created is not null)
            {
                var taken = await TakeBack(turn, [.. command.Made], command.Record);
                if (taken is not Reply.Refused && command.Key is { } key && await turn.Find(Handled.Type, key) is { } handled)
                    turn.Batch.Delete(Handled.Type, key, handled.Version);
                return taken;
            }

            if (await turn.Find(UndoRecord.Type, command.Record) is not { Value: var record, Version: var version })
                return Reply.Refuse($"That was already taken back.");
            var reply = record.Inverse is { } inverse ? await commands.Handle(services, inverse, turn) : await TakeBack(turn, record.Items, record.Id);
            if (reply is Reply.Refused)
                return reply;
            turn.Batch.Delete(UndoRecord.Type, record.Id, version);
            await record.DropKept(turn, documents);
            return reply;
        }

        private async Task<Reply> TakeBack(Turn turn, IReadOnlyList<UndoItem> items, string undo)
        {
            var names = new List<string>();
            var (isGone, isForGood) = (true, false);
            foreach (var item in items)
            {
                if (await documents.Look(turn, item, undo) is not { } look)
                    return Reply.Refuse($"That was already taken back.");
                if (!look.IsVisible)
                    return Reply.Refuse($"There is no {look.Name} here. Try: {new Typed("help")}");
                if (!look.IsAsLeft)
                    return Reply.Refuse($"{Spelling.Capital(look.Name)} has changed since, so I left it as it is. See: {new Typed(look.LookWith)}");
                if (look.Against is { } against)
                    return Reply.Refuse(against);
                names.Add(look.Name);
                isGone &= item.WasNew && !look.IsPart;
                isForGood |= look.IsForGood;
            }

            foreach (var item in items)
                await documents.TakeBack(turn, item, undo);
            var result = isGone ? "gone again" : "as before";
            var reply = Reply.Say($"Taken back: {string.Join(" and ", names)} is {result}.");
            return isForGood ? reply.ForGood() : reply;
        }
    }
}

/// <summary>What a change needs to be taken back.</summary>
/// <param name="Inverse">The command that takes it back; null where <paramref name="Items"/> do.</param>
public sealed record UndoRecord(string Id, PersonId Person, ICommand? Inverse, IReadOnlyList<UndoItem> Items, Instant Until) : IExpires
{
    private const string Kind = "undo";

    public static readonly DocumentType<UndoRecord> Type = new(Kind, record => record.Id, Expiry.Index<UndoRecord>());

    /// <summary>Whether it was made by somebody, or what it puts back is about them.</summary>
    public async Task<bool> IsAbout(Turn turn, PersonId person, DocumentCatalog documents)
    {
        foreach (var item in Items.Where(item => !item.WasNew))
        {
            if (await documents.IsAbout(turn, item, Id, person))
                return true;
        }

        return Person == person;
    }

    /// <summary>Deletes the earlier states that were kept for it.</summary>
    public async Task DropKept(Turn turn, DocumentCatalog documents)
    {
        foreach (var item in Items.Where(item => !item.WasNew))
            await documents.Drop(turn, item, Id);
    }
}
