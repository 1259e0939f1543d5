using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Takes somebody out of a check-in, and tells them.</summary>
[Command("checkin remove", "Take somebody out of a check-in", Example = "checkin remove Daily @Ben")]
public sealed record RemoveFromCheckIn(
    [Arg("The check-in and the people", Name = "name @person", Rest = true, Ids = true, Max = 1_000)] string? Text = null) : ICommand
{
    public sealed class Handler : ICommandHandler<RemoveFromCheckIn>
    {
        public Task<Reply> Handle(RemoveFromCheckIn command, Turn turn) =>
            NameAndPeople.Change(turn, command.Text, "remove", again => command with { Text = again }, async (stored, people) =>
            {
                var checkIn = stored.Value;
                if (people.FirstOrDefault(person => !checkIn.Asks(person.Id)) is { } stranger)
                    return Reply.Refuse($"{stranger.Id} is not in {checkIn.Name}. To see who is: {new Typed($"checkin preview {checkIn.Name}")}");
                await Membership.Remove(turn, stored, [.. people.Select(person => person.Id)], turn.Caller.Person);
                Membership.TellOut(turn, checkIn, people.Select(person => person.Id));
                return Reply.Say($"{RunText.Listed([.. people.Select(person => person.Id)])} will not be asked in {checkIn.Name} any more.");
            });
    }
}
