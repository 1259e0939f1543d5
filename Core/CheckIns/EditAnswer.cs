using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Changes what one answered, where it was posted, for as long as the window is open.</summary>
[Command("checkin edit", "Edit my answer while it is open", Example = "checkin edit Daily")]
public sealed record EditAnswer(
    [Arg("The check-in", Name = "name", Rest = true)] string? Name = null,
    [Arg("The run", Hidden = true)] string? Run = null) : ICommand
{
    public sealed class Handler : ICommandHandler<EditAnswer>
    {
        public async Task<Reply> Handle(EditAnswer command, Turn turn)
        {
            var run = command.Run ?? (await CheckInBook.RunOfThread(turn))?.Id;
            if (run is null)
            {
                var meant = await CheckInBook.Named(turn, command.Name, _ => Task.FromResult<string?>(null), name => command with { Name = name });
                if (meant.Refusal is { } refusal)
                    return refusal;
                var number = meant.CheckIn!.Value.Number;
                run = (await CheckInBook.OpenOf(turn, turn.Caller.Person)).LastOrDefault(
                    each => each.Value.CheckIn == number && each.Value.Answers is not null)?.Value.Run;
                if (run is null)
                    return Reply.Refuse($"There is no answer of yours to {meant.CheckIn.Value.Name} that is still open. "
                        + $"To see where it stands: {new Typed($"checkin status {meant.CheckIn.Value.Name}")}");
            }

            if (await Target.Of(turn, run) is not { Entry.Value.Answers: not null } asked)
                return Reply.Refuse($"You have not answered that one. To see what there is: {new Typed("checkin list")}");
            if (!AfterAnswering.MayChange(asked.Run, asked.Entry.Value))
                return Reply.Refuse($"You answered {asked.Title} without your name, so that stays as it is. To see it: "
                    + $"{new Typed($"checkin report {asked.Run.Name}")}");
            return asked.IsOpen(turn.Now)
                ? Reply.Open(await AnswerForm.Of(turn, asked, null))
                : Reply.Refuse($"{asked.Title} closed {asked.Window.Closes}, so your answer stays as it is. To see it: "
                    + $"{new Typed($"checkin report {asked.Run.Name}")}");
        }
    }
}
