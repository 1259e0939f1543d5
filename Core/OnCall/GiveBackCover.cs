using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Gives a cover back to who asked for it; it is asked for again. What was covered already stays so.</summary>
[Command("oncall give back", "Give a cover back", Hidden = true)]
public sealed record GiveBackCover([Arg("The rotation")] string Rotation, [Arg("Which")] int Cover) : ICommand
{
    public sealed class Handler : ICommandHandler<GiveBackCover>
    {
        public async Task<Reply> Handle(GiveBackCover command, Turn turn)
        {
            if (await RotationBook.Find(turn, command.Rotation) is not { } stored)
                return await RotationBook.NotFound(turn, command.Rotation);
            var rotation = stored.Value;
            var cover = rotation.Plan.Covers.FirstOrDefault(each => each.Id == command.Cover);
            if (cover is null || cover.End <= turn.Now)
                return Reply.Refuse($"That cover is over. See: {OnCallText.See(rotation)}");
            if (cover.TakenBy is not { } taker)
                return Reply.Refuse($"Nobody covers that. See: {OnCallText.See(rotation)}");
            if (taker != turn.Caller.Person && !RotationBook.MayChange(turn, rotation))
            {
                Rich owner = taker == rotation.Owner ? (Rich)$"they" : $"they, {rotation.Owner}";
                return Reply.Refuse($"{taker} covers it; only {owner} or an admin can give it back. See: {OnCallText.See(rotation)}");
            }

            var (after, open) = (rotation, cover with { TakenBy = null });
            if (cover.Start < turn.Now)
            {
                var id = rotation.LastId + 1;
                after = after with
                {
                    LastId = id,
                    Plan = after.Plan with { Covers = [.. after.Plan.Covers, cover with { Id = id, End = turn.Now }] },
                };
                open = open with { Start = turn.Now };
            }

            RotationBook.Change(turn, stored, CoverEdit.With(after, open));
            return Reply.Say($"{cover.Asker} has {rotation.Name} again from {open.Start} until {cover.End}, and cover is asked for again. I told them.");
        }
    }
}
