using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.OnCall;

/// <summary>Rotations as they are stored, for tests of what is made of them.</summary>
internal static class Rotations
{
    /// <summary>Weekly turns from a Monday at nine in New York.</summary>
    public static Plan Weekly(params PersonId[] people) => new([new Layer(
        0,
        [new Roster(0, [.. people.Select(person => new[] { person })])],
        new HandoffRule("America/New_York", TurnUnit.Week, 1, new LocalDateTime(2026, 3, 2, 9, 0)))]);

    public static Task Weekly(Team team, string name, params string[] people) => Put(team, name, Weekly([.. people.Select(TestDirectory.IdOf)]));

    /// <summary>Makes a rotation, or gives it another plan.</summary>
    public static async Task Put(Team team, string name, Plan plan)
    {
        var before = await team.Store.Find(Team.Workspace, Rotation.Type, Rotation.KeyOf(name), default);
        var batch = new Batch(Team.Workspace, "test");
        batch.Put(
            Rotation.Type,
            (before?.Value ?? new Rotation(name, TestDirectory.IdOf("ana"), TestDirectory.ChannelIdOf("#team"), "America/New_York", plan, Team.Start)) with { Plan = plan },
            before?.Version ?? Batch.New);
        await team.Store.Commit(batch, default);
    }

    public static async Task Remove(Team team, string name)
    {
        var batch = new Batch(Team.Workspace, "test");
        var stored = await team.Store.Find(Team.Workspace, Rotation.Type, Rotation.KeyOf(name), default);
        batch.Delete(Rotation.Type, Rotation.KeyOf(name), stored!.Version);
        await team.Store.Commit(batch, default);
    }
}
