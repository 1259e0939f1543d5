using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Puts a layer on top: wherever it has somebody, it decides. So nights, weekends or another continent get people of their own.</summary>
/// <param name="Seen">What was shown.</param>
[Command("oncall layer", "Put a layer on top of a rotation", Example = "oncall layer support @emi every week at 18:00 hours 18-9")]
public sealed record AddLayer(
    [Arg("The rotation", Name = "rotation")] string Rotation,
    [Arg("The people and their turns", Name = "@a @b … every … at … [from …] [hours …]", Rest = true, Ids = true, Max = 2_000)] string How,
    [Arg("The first handoff", Hidden = true)] string? First = null,
    [Arg("Seen", Hidden = true)] string? Seen = null) : ICommand
{
    private const int MostLayers = 10;

    public sealed class Handler : ICommandHandler<AddLayer>
    {
        public async Task<Reply> Handle(AddLayer command, Turn turn)
        {
            if (await RotationBook.Find(turn, command.Rotation) is not { } stored)
                return await RotationBook.NotFound(turn, command.Rotation);
            var rotation = stored.Value;
            if (!RotationBook.MayChange(turn, rotation))
                return RotationBook.NotYours(rotation, "change");
            if (rotation.Plan.Layers.Count(each => each.HasPeople) >= MostLayers)
            {
                return Reply.Refuse($"{rotation.Name} has {MostLayers} layers, which is as many as I keep. "
                    + $"Try: {new Typed($"oncall new {rotation.Name}2 @ana every week at 9:00")}");
            }

            var usual = new TurnExample($"oncall layer {rotation.Name}", "@emi", "every week at 18:00", "18-9");
            var words = await TurnWords.Read(turn, command.How, usual, how => command with { How = how });
            if (words.Refusal is { } refusal)
                return refusal;
            if (rotation.People.Union(words.People).Count() > OnCall.Rotation.MostPeople)
            {
                return Reply.Refuse($"With them {rotation.Name} has more than {OnCall.Rotation.MostPeople} people, which is as many as I keep. "
                    + $"Try: {new Typed($"oncall remove {rotation.Name} @ana")}");
            }

            var layer = NewRotation.LayerOf(words, command.First, rotation.Plan.Layers.Max(each => each.Priority) + 1) with { Since = turn.Now };
            var after = rotation with { Plan = rotation.Plan with { Layers = [.. rotation.Plan.Layers, layer] } };
            var number = after.Plan.Layers.Count;
            return Preview.Of(
                turn, stored, after, command.Seen,
                $"Layer {number} on top of {rotation.Name}: {ShowSchedule.RuleOf(layer)}.{words.Note}",
                "Add the layer",
                seen => command with { First = NewRotation.FirstOf(layer), Seen = seen },
                $"{rotation.Name} has layer {number} now: {ShowSchedule.Rules(after)}.");
        }
    }
}
