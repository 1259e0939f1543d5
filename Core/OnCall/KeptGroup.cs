using AsyncBot.Core.Documents;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Which rotation has a user group: one that two kept would only ever be right for the one that was last.</summary>
/// <param name="Group">By its key.</param>
/// <param name="Rotation">By its key.</param>
public sealed record KeptGroup(string Group, string Rotation)
{
    public static readonly DocumentType<KeptGroup> Type = new("rotation.group", kept => kept.Group);

    /// <summary>The same however it is written.</summary>
    public static string KeyOf(string group) => group.ToLowerInvariant();

    public static Task<Stored<KeptGroup>?> Find(Turn turn, string group) => turn.Find(Type, KeyOf(group));

    /// <summary>Nobody has it yet.</summary>
    public static void Claim(Turn turn, string group, Rotation by) => turn.Batch.Put(Type, new KeptGroup(KeyOf(group), by.Key), Batch.New);

    /// <summary>Claims the group of a rotation and gives back the one that it had, whatever changed it, Undo included.</summary>
    public sealed class Follower : IFollow<Rotation>
    {
        public async Task Changed(Turn turn, Rotation? before, Rotation? after)
        {
            var (had, has) = (before?.Group, after?.Group);
            if (had is not null && has is not null && KeyOf(had) == KeyOf(has))
                return;
            if (had is not null && await Find(turn, had) is { } given && given.Value.Rotation == before!.Key)
                turn.Batch.Delete(Type, given.Value.Group, given.Version);
            if (has is not null && await Find(turn, has) is null)
                Claim(turn, has, after!);
        }
    }
}
