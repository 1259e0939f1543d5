using AsyncBot.Core.Commands;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Ends a check-in for good: once it can't be taken back any more, all that was answered goes too.</summary>
[Command("checkin delete", "Delete a check-in and all its answers", Example = "checkin delete Daily")]
public sealed record DeleteCheckIn([Arg("The check-in", Name = "name", Rest = true)] string? Name = null) : ICommand
{
    /// <summary>Longer than it can be taken back.</summary>
    public static readonly Duration Regret = Duration.FromMinutes(15);

    public sealed class Handler : ICommandHandler<DeleteCheckIn>
    {
        public Task<Reply> Handle(DeleteCheckIn command, Turn turn) =>
            ChangeOf.CheckIn(turn, command.Name, "delete", name => command with { Name = name }, checkIn =>
                (checkIn with { State = CheckInState.Deleted }, Reply.Say(
                    $"Deleted: {checkIn.Name}. Nobody is asked any more, and its answers go in {Time.Clock.Length(Regret)}.")));
    }
}

/// <summary>
/// Removes everything of a check-in that was deleted, a part at a time, and has those know who were told that they are in it. Where an Undo took it, and
/// others answered at the same moment, it is put back.
/// </summary>
/// <param name="Name">Null in what an earlier version left to do.</param>
/// <param name="Undone">What an Undo took, where it is still to be looked whether others answered.</param>
public sealed record ClearCheckIn(int Number, string? Name = null, Undone? Undone = null) : IJob
{
    private const int AtOnce = 100;

    /// <summary>It is there once at a time, so that a check-in that is back and deleted again can be taken back for as long as ever.</summary>
    public static string IdOf(CheckIn checkIn) => $"{checkIn.Lane} clear";

    public sealed class Handler : IJobHandler<ClearCheckIn>
    {
        public async Task Run(ClearCheckIn job, Turn turn)
        {
            var checkIn = await turn.Find(CheckIn.Type, CheckIn.IdOf(job.Number));
            if (checkIn is { Value.State: not CheckInState.Deleted })
                return;
            if (checkIn is null && job.Undone is { } undone && await CheckInUndo.HasAnswersOfOthers(turn, undone.CheckIn, undone.By))
            {
                PutBack(turn, undone);
                return;
            }

            var lane = $"{CheckIn.Kind} {job.Number}";
            var runs = await CheckInBook.RunsOf(turn, job.Number, AtOnce);
            foreach (var run in runs)
                turn.Delete(CheckIns.Run.Type, run);
            if (runs.Count == AtOnce)
            {
                turn.Schedule($"{lane} clear behind {runs[AtOnce - 1].Value.Id}", turn.Now, job with { Undone = null }, lane);
                return;
            }

            await Welcome.Close(turn, job.Number, job.Name);
            if (await turn.Find(CheckInPlan.Type, CheckIn.IdOf(job.Number)) is { } plan)
                turn.Batch.Delete(CheckInPlan.Type, CheckIn.IdOf(job.Number), plan.Version);
            if (checkIn is not null)
                turn.Batch.Delete(CheckIn.Type, CheckIn.IdOf(job.Number), checkIn.Version);
        }

        private static void PutBack(Turn turn, Undone undone)
        {
            var checkIn = undone.CheckIn;
            turn.Create(CheckIn.Type, checkIn);
            CheckInPlan.Renew(turn, checkIn.Number);
            turn.Post(ConversationId.Of(undone.By), Card.Of(CheckInUndo.Stays(checkIn)));
            if (!checkIn.IsForEveryone)
                Welcome.Send(turn, checkIn, checkIn.Members.Select(member => member.Person), undone.By);
        }
    }
}

/// <summary>A check-in that somebody made and took back.</summary>
public sealed record Undone(CheckIn CheckIn, PersonId By);
