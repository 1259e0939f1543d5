using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>A small picture of how many answered over the last eight weeks: whether the ritual is alive, and not who is late.</summary>
[Command("checkin participation", "Get a picture of how many answered", Example = "checkin participation Daily")]
public sealed record ShowParticipation([Arg("The check-in", Name = "name", Rest = true)] string? Name = null) : ICommand
{
    private const int Looked = 100;

    public sealed class Handler : ICommandHandler<ShowParticipation>
    {
        public async Task<Reply> Handle(ShowParticipation command, Turn turn)
        {
            var meant = await CheckInBook.Named(turn, command.Name, _ => Task.FromResult<string?>(null), name => command with { Name = name });
            if (meant.CheckIn is not { Value: var checkIn })
                return meant.Refusal!;
            var runs = (await CheckInBook.RunsOf(turn, checkIn.Number, Looked)).Select(stored => stored.Value);
            var weeks = Weeks.Of(runs, turn.Now.InZone(turn.Caller.Zone).Date);
            if (weeks.All(week => week.Asked == 0))
                return Reply.Refuse($"No run of {checkIn.Name} is over yet. To see where it stands: {new Typed($"checkin status {checkIn.Name}")}");
            turn.Picture(
                ConversationId.Of(turn.Caller.Person), $"checkin-{checkIn.Number}-participation",
                new Participation($"{checkIn.Name}: answered of those asked", weeks),
                Card.Of($"{checkIn.Name} over the last {weeks.Count} weeks."));
            return Reply.Say($"I send you the picture by direct message. {Weeks.InWords(weeks)}");
        }
    }
}
