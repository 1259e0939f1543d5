using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Has a shift in somebody's place, who asked for that. From then on this name stands.</summary>
[Command("oncall take cover", "Cover somebody’s shift", Hidden = true)]
public sealed record TakeCover([Arg("The rotation")] string Rotation, [Arg("Which")] int Cover) : ICommand
{
    public sealed class Handler : ICommandHandler<TakeCover>
    {
        public async Task<Reply> Handle(TakeCover command, Turn turn)
        {
            var me = turn.Caller.Person;
            if (await RotationBook.Find(turn, command.Rotation) is not { } stored)
                return await RotationBook.NotFound(turn, command.Rotation);
            var rotation = stored.Value;
            var cover = rotation.Plan.Covers.FirstOrDefault(each => each.Id == command.Cover);
            if (cover is null || cover.End <= turn.Now)
                return Reply.Refuse($"That cover is not needed any more. See: {OnCallText.See(rotation)}");
            if (cover.TakenBy is { } taker)
            {
                return taker == me
                    ? Reply.Say($"You cover it already, until {cover.End}.")
                    : Reply.Refuse($"{taker} was faster and covers it. See: {OnCallText.See(rotation)}");
            }

            if (cover.Asker == me)
            {
                return Reply.Refuse(
                    $"It is yours until somebody else takes it. See: {OnCallText.See(rotation)}",
                    new Button("Never mind", new DropCover(rotation.Name, cover.Id)));
            }

            var start = Instant.Max(cover.Start, turn.Now);
            var theirs = CoverEdit.Needed(rotation, cover, turn.Now);
            if (theirs.Count == 0)
                return Reply.Refuse($"{cover.Asker} is not on call then any more, so nothing is to be covered. See: {OnCallText.See(rotation)}");
            if (theirs.SelectMany(span => CoverEdit.Had(rotation, me, span.Start, span.End)).ToList() is [var own, ..])
                return Reply.Refuse($"You are on call for {rotation.Name} then already, from {own.Start}. See: {OnCallText.See(rotation)}");
            RotationBook.Change(turn, stored, CoverEdit.Taken(rotation, cover, me, start));
            return Reply.Say(
                $"You cover {rotation.Name} for {cover.Asker} {OnCallText.Spans(theirs, turn.Now)}. I told them.",
                new Button("Give it back", new GiveBackCover(rotation.Name, cover.Id)));
        }
    }
}
