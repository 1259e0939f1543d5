using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>What the house itself knows of a person: answers and drafts of the last day, what Undo keeps of them, and a place among the admins.</summary>
public sealed class HouseData(DocumentCatalog documents) : IPersonalData
{
    private const int Most = 1_000;

    public string Name => "house";

    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Export(Turn turn, PersonId person) =>
        (await SettingsChange.Current(turn)).Admins.Contains(person) ? [new Dictionary<string, object?> { ["admin"] = true }] : [];

    public async Task<int?> Forget(Turn turn, PersonId person, int from)
    {
        foreach (var bucket in Expiry.BucketsOfADay(turn.Now))
        {
            foreach (var handled in (await Expiry.In(turn, Handled.Type, bucket, Most)).Where(handled => handled.Value.Person == person))
                Forget(turn, handled);
            await Clear(turn, Draft.Type, bucket, draft => Task.FromResult(draft.Person == person));
            await Clear(turn, UndoRecord.Type, bucket, async record =>
            {
                if (!await record.IsAbout(turn, person, documents))
                    return false;
                await record.DropKept(turn, documents);
                return true;
            });
        }

        if (await turn.Find(WorkspaceSettings.Type, WorkspaceSettings.Id) is { } settings && settings.Value.Admins.Contains(person))
            turn.Change(WorkspaceSettings.Type, settings, settings.Value with { Admins = [.. settings.Value.Admins.Where(admin => admin != person)] });
        return null;
    }

    /// <summary>The same delivery must still not count again, so its key stays where it names nobody.</summary>
    private static void Forget(Turn turn, Stored<Handled> handled)
    {
        if (Handled.IsOfButton(handled.Value.Key))
            turn.Batch.Delete(Handled.Type, handled.Value.Key, handled.Version);
        else
            turn.Batch.Put(Handled.Type, handled.Value.Nameless, handled.Version);
    }

    private static async Task Clear<T>(Turn turn, DocumentType<T> type, string bucket, Func<T, Task<bool>> isGoing) where T : class, IExpires
    {
        foreach (var document in await Expiry.In(turn, type, bucket, Most))
        {
            if (await isGoing(document.Value))
                turn.Batch.Delete(type, type.IdOf(document.Value), document.Version);
        }
    }
}
