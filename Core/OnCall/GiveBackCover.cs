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

            var open = cover with { TakenBy = null, Start = Instant.Max(cover.Start, turn.Now) };
            var id = await RotationBook.NewId(turn);
            var after = cover.Start < turn.Now
                ? CoverEdit.With(rotation, cover.Id, cover with { Id = id, End = turn.Now }, open)
                : CoverEdit.With(rotation, cover.Id, open);
            var theirs = CoverEdit.Had(after, cover.Asker, open.Start, open.End);
            if (theirs.Count == 0)
            {
                RotationBook.Change(turn, stored, CoverEdit.Without(after, cover.Id));
                return Reply.Say($"{cover.Asker} no longer has {rotation.Name} then, so nothing is to be given back. Who does: {OnCallText.See(rotation)}");
            }

            RotationBook.Change(turn, stored, after);
            return Reply.Say($"{cover.Asker} has {rotation.Name} again {OnCallText.Spans(theirs, turn.Now)}, and cover is asked for again. I told them.");
        }
    }
}
