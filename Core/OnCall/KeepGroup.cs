using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Keeps a user group of the platform equal to who is on call, so that mentioning it reaches the right people. It is never emptied.</summary>
[Command("oncall group", "Keep a user group equal to who is on call", Example = "oncall group support @support-oncall")]
public sealed record KeepGroup(
    [Arg("The rotation", Name = "rotation")] string Rotation,
    [Arg("The user group", Name = "@usergroup|off")] string Group) : ICommand
{
    public sealed class Handler : ICommandHandler<KeepGroup>
    {
        public async Task<Reply> Handle(KeepGroup command, Turn turn)
        {
            if (await RotationBook.Find(turn, command.Rotation) is not { } stored)
                return await RotationBook.NotFound(turn, command.Rotation);
            var rotation = stored.Value;
            if (!RotationBook.MayChange(turn, rotation))
                return RotationBook.NotYours(rotation, "change");
            var group = command.Group.Trim().TrimStart('@');
            if (group.Equals("off", StringComparison.OrdinalIgnoreCase))
            {
                if (rotation.Group is not { } had)
                    return Reply.Refuse($"{rotation.Name} keeps no user group. Try: {new Typed($"oncall group {rotation.Name} @{rotation.Key}-oncall")}");
                RotationBook.Change(turn, stored, rotation with { Group = null });
                return Reply.Say($"I keep the user group @{had} no longer; it stays as it is.").UndoneBy(command with { Group = $"@{had}" });
            }

            if (group.Length == 0 || group.StartsWith('#'))
                return Reply.Refuse($"That is no user group. Try: {new Typed($"oncall group {rotation.Name} @{rotation.Key}-oncall")}");
            if (await KeptGroup.Find(turn, group) is { } claimed && claimed.Value.Rotation != rotation.Key)
            {
                Rich whose = await RotationBook.Find(turn, claimed.Value.Rotation) is { Value: var other } ? (Rich)$"{other.Name}" : $"another rotation";
                return Reply.Refuse($"The user group @{group} is kept equal to who is on call for {whose}, and can’t be for two. "
                    + $"Try: {new Typed($"oncall group {rotation.Name} @{rotation.Key}-oncall")}");
            }

            if (rotation.Group is { } same && KeptGroup.KeyOf(same) == KeptGroup.KeyOf(group))
                return Reply.Say($"The user group @{group} is kept equal to who is on call for {rotation.Name} already.");
            RotationBook.Change(turn, stored, rotation with { Group = group });
            Rich refused = await RotationOwner.IsHere(turn, rotation) ? (Rich)$" If the platform refuses, I tell {rotation.Owner}." : Rich.Empty;
            var undo = command with { Group = rotation.Group is { } before ? $"@{before}" : "off" };
            Rich kept = $"I keep the user group @{group} equal to who is on call for {rotation.Name}, and leave the last ones in it while nobody is.";
            return Reply.Say($"{kept}{refused}").UndoneBy(undo);
        }
    }
}
