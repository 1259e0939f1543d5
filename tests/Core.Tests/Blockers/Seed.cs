using AsyncBot.Core.Blockers;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Blockers;

/// <summary>Puts into the store what takes long to say, and tells what a platform tells by itself.</summary>
internal static class Seed
{
    /// <summary>As surfaces do.</summary>
    public static async Task Left(Team team, string person)
    {
        await team.Dispatcher.Dispatch(
            new Inbound(
                Team.Workspace, PersonId.Bot, ConversationId.Of(PersonId.Bot), null, null,
                new InboundContent.Call(new PersonLeft(TestDirectory.IdOf(person))), AnswerWay.Returned),
            CancellationToken.None);
        await team.Settle();
    }

    /// <summary>Notes of somebody, until the history drops the oldest.</summary>
    public static Task LongHistory(Team team, int number, string by) => Change(team, number, blocker => Enumerable.Range(1, 250)
        .Select(each => new BlockerEvent(blocker.RaisedAt + Duration.FromTicks(each), TestDirectory.IdOf(by), BlockerDeed.Noted, $"Note {each}"))
        .Aggregate(blocker, (sofar, note) => sofar.After(note)));

    public static async Task Change(Team team, int number, Func<Blocker, Blocker> change)
    {
        var stored = (await team.Store.Find(Team.Workspace, Blocker.Type, Blocker.IdOf(number), CancellationToken.None))!;
        var batch = new Batch(Team.Workspace, "seed");
        batch.Put(Blocker.Type, change(stored.Value), stored.Version);
        await team.Store.Commit(batch, CancellationToken.None);
    }

    /// <summary>Many, each a minute after the one before, of Ana in #team.</summary>
    public static async Task Many(Team team, int count, Func<Blocker, Blocker> change, Action<Batch>? also = null)
    {
        var batch = new Batch(Team.Workspace, "seed");
        foreach (var number in Enumerable.Range(1, count))
        {
            var at = Team.Start - Duration.FromMinutes(count - number + 1);
            var raised = new BlockerEvent(at, TestDirectory.IdOf("ana"), BlockerDeed.Raised);
            batch.Put(Blocker.Type, change(new Blocker(
                number, Team.Place("#team"), raised.By, $"Thing {number}", BlockerState.Open, at, at, [], [raised])), Batch.New);
        }

        also?.Invoke(batch);
        await team.Store.Commit(batch, CancellationToken.None);
    }
}
