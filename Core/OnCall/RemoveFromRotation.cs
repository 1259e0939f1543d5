using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Has somebody take no more turns from the next handoff on. Whoever was put into a rotation can leave it by themselves.</summary>
/// <param name="Seen">What was shown.</param>
[Command("oncall remove", "Take somebody out of a rotation, with a preview", Example = "oncall remove support @ben")]
public sealed record RemoveFromRotation(
    [Arg("The rotation", Name = "rotation")] string Rotation,
    [Arg("The person", Name = "person", Ids = true)] string Person,
    [Arg("Seen", Hidden = true)] string? Seen = null) : ICommand
{
    public sealed class Handler : ICommandHandler<RemoveFromRotation>
    {
        public async Task<Reply> Handle(RemoveFromRotation command, Turn turn)
        {
            if (await RotationBook.Find(turn, command.Rotation) is not { } stored)
                return await RotationBook.NotFound(turn, command.Rotation);
            var rotation = stored.Value;
            if (await Whom.Read(turn, command.Person) is { Unclear: { } unclear })
                return unclear.Ask(clear => command with { Person = clear });
            if (await Meant(turn, rotation, command.Person) is not { } person)
                return Reply.Refuse($"I know nobody here by the name “{Excerpt.Word(command.Person)}”. See who takes turns: {OnCallText.See(rotation)}");
            if (!RotationBook.MayChange(turn, rotation) && person != turn.Caller.Person)
                return RotationBook.NotYours(rotation, "change");
            if (!rotation.People.Contains(person))
                return Reply.Refuse($"{person} takes no turns in {rotation.Name}. Try: {OnCallText.See(rotation)}");
            if (rotation.People.Count == 1)
                return Reply.Refuse($"Nobody else takes turns in {rotation.Name}. Try: {new Typed($"oncall delete {rotation.Name}")}");
            var after = rotation with { Plan = RosterEdit.Remove(rotation.Plan, person, turn.Now) };
            var isOn = rotation.Schedule().At(turn.Now).Any(seat => seat.Person == person);
            Rich present = isOn ? (Rich)$"; the present shift stays theirs" : $"; the present shift stays";
            return Preview.Of(
                turn, stored, after, command.Seen,
                $"{person} would take no more turns in {rotation.Name} from the next handoff on{present}.",
                "Take them out",
                seen => command with { Seen = seen },
                $"{person} takes no more turns in {rotation.Name} from the next handoff on{present}. I told those whose shifts moved.");
        }

        /// <summary>Also somebody who left, whom nobody else knows by that name any more.</summary>
        private static async Task<PersonId?> Meant(Turn turn, Rotation rotation, string text)
        {
            if (await Whom.Read(turn, text) is { People: [var known], Unknown.Count: 0 })
                return known.Id;
            var name = Picked.Names(text).Trim().TrimStart('@');
            foreach (var person in rotation.People)
            {
                if (await turn.Find(person) is { } here
                    && (here.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || person.Value.Equals(name, StringComparison.OrdinalIgnoreCase)))
                    return person;
            }

            return null;
        }
    }
}
