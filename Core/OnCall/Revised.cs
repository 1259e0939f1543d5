using AsyncBot.Core.Documents;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>When a rotation was last changed, whatever changed it, Undo included: calendar apps take what is older for what they have already.</summary>
public sealed record Revised(string Rotation, Instant At)
{
    public static readonly DocumentType<Revised> Type = new("rotation.revised", revised => revised.Rotation);

    public sealed class Follower : IFollow<Rotation>
    {
        public async Task Changed(Turn turn, Rotation? before, Rotation? after)
        {
            var key = (after ?? before)!.Key;
            turn.Batch.Put(Type, new Revised(key, turn.Now), (await turn.Find(Type, key))?.Version ?? Batch.New);
        }
    }
}
