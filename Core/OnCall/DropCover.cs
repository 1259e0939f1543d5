using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Asks for cover no longer.</summary>
[Command("oncall drop cover", "Ask for cover no longer", Hidden = true)]
public sealed record DropCover([Arg("The rotation")] string Rotation, [Arg("Which")] int Cover) : ICommand
{
    public sealed class Handler : ICommandHandler<DropCover>
    {
        public async Task<Reply> Handle(DropCover command, Turn turn)
        {
            if (await RotationBook.Find(turn, command.Rotation) is not { } stored)
                return await RotationBook.NotFound(turn, command.Rotation);
            var rotation = stored.Value;
            var cover = rotation.Plan.Covers.FirstOrDefault(each => each.Id == command.Cover);
            if (cover is null)
                return Reply.Refuse($"That is not asked for any more. See: {OnCallText.See(rotation)}");
            if (cover.Asker != turn.Caller.Person && !RotationBook.MayChange(turn, rotation))
                return Reply.Refuse($"Only {cover.Asker} can take that back. See: {OnCallText.See(rotation)}");
            if (cover.TakenBy is { } taker)
                return Reply.Refuse($"{taker} covers it already; only they can give it back. See: {OnCallText.See(rotation)}");
            RotationBook.Change(turn, stored, CoverEdit.Without(rotation, cover.Id));
            if (cover.Asker == turn.Caller.Person)
                return Reply.Say($"You ask for cover no longer: {rotation.Name} is yours from {cover.Start} until {cover.End}.");
            turn.Post(
                ConversationId.Of(cover.Asker),
                Card.Of($"{turn.Caller.Person} took your ask for cover in {rotation.Name} back: it is yours from {cover.Start} until {cover.End}."),
                quotes: [rotation.Item]);
            return Reply.Say($"{cover.Asker} asks for cover no longer: {rotation.Name} is theirs from {cover.Start} until {cover.End}. I told them.");
        }
    }
}
