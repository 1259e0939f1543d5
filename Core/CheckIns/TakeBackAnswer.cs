using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;
using NodaTime.Text;

namespace AsyncBot.Core.CheckIns;

/// <summary>Takes back what one answered last, so that what was said before it stands again.</summary>
/// <param name="At">When that was said.</param>
[Command("checkin unanswer", "Take my answer back", Hidden = true)]
public sealed record TakeBackAnswer([Arg("The run")] string Run, [Arg("When it was said")] string At) : ICommand
{
    public static TakeBackAnswer Of(Entry entry) => new(entry.Run, InstantPattern.ExtendedIso.Format(entry.Answers!.At));

    public sealed class Handler : ICommandHandler<TakeBackAnswer>
    {
        public async Task<Reply> Handle(TakeBackAnswer command, Turn turn)
        {
            if (await turn.Find(Entry.Type, Entry.IdOf(command.Run, turn.Caller.Person)) is not { Value: { Answers: { } answers } entry } stored)
                return Reply.Refuse($"That was already taken back.");
            if (InstantPattern.ExtendedIso.Format(answers.At) != command.At)
                return Reply.Refuse($"Your answer has changed since, so I left it as it is. See: {new Typed("checkin report")}");
            var before = entry.Earlier.Count > 0 ? entry.Earlier[entry.Earlier.Count - 1] : null;
            turn.Change(Entry.Type, stored, entry.After(new Happening(turn.Now, Deed.TakenBack, turn.Caller.Person)) with
            {
                Answers = before,
                Earlier = [.. entry.Earlier.SkipLast(1)],
                Post = before is null ? null : entry.Post,
            });
            var stays = entry.Tallied.Count > 0 ? " What you said without your name stays." : "";
            return Reply.Say($"Taken back: your answer of {entry.Day}{(before is null ? "" : " is as before")}.{stays}");
        }
    }
}
