using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Answers a check-in: in a form, in one message, or as a reply to the question. Early, in time or late, it is kept and shown.</summary>
/// <param name="Run">The run that is meant; without it, the one of the thread, or the one that waits.</param>
/// <param name="Replaces">Whether earlier answers give way.</param>
[Command(
    "checkin answer", "Answer a check-in, in a form or as text",
    Example = "checkin answer Shipped the export; write its docs; none", Default = true, Alone = true, Replies = true, OfferedAs = "Check-in answer")]
public sealed record AnswerCheckIn(
    [Arg("The answers, a line or a part between “;” for each question", Name = "text", Rest = true, Max = Question.LongestAnswer)] string? Text = null,
    [Arg("The run", Hidden = true)] string? Run = null,
    [Arg("The answers", Hidden = true)] Fields? Answers = null,
    [Arg("Instead of earlier ones", Hidden = true)] Switch? Replaces = null) : ICommand
{
    /// <summary>A button that opens the form.</summary>
    public static AnswerCheckIn To(Run run) => new(Run: run.Id);

    public sealed class Handler : ICommandHandler<AnswerCheckIn>
    {
        public async Task<Reply> Handle(AnswerCheckIn command, Turn turn)
        {
            if (command is { Run: null, Text: { } named } && await Target.Named(turn, named) is { } meant)
                return Reply.Open(await AnswerForm.Of(turn, meant, null));
            var target = await Target.Find(turn, command.Run, run => command with { Run = run });
            if (target.Refusal is { } refusal)
                return refusal;
            var asked = target.Asked!;
            if (asked.Entry?.Value.Answers is not null && !asked.IsOpen(turn.Now))
            {
                return Reply.Refuse($"You answered {asked.Title} already, and it closed {asked.Window.Closes}, so that stays as it is. "
                    + $"To see it: {new Typed($"checkin report {asked.Run.Name}")}");
            }

            return command switch
            {
                { Answers: { } fields } when AnswerForm.IsEmpty(asked.Run, fields) => Empty(asked, AnswerForm.Read(asked.Run, fields)),
                { Answers: { } fields } => await Keep(turn, asked, AnswerForm.Read(asked.Run, fields)),
                { Text: { } text } => await Read(turn, asked, text, command),
                _ => Reply.Open(await AnswerForm.Of(turn, asked, null)),
            };
        }

        private static async Task<Reply> Read(Turn turn, Asked asked, string text, AnswerCheckIn command)
        {
            if (asked.Entry?.Value.Answers is not null && command.Replaces is null)
            {
                var buttons = new List<Button>
                {
                    new("Replace my answer", command with { Run = asked.Run.Id, Replaces = Switch.On }),
                    new("Edit my answer", new EditAnswer(Run: asked.Run.Id)),
                };
                if (await Target.After(turn, asked) is { Entry: null } next)
                    buttons.Add(new Button($"It is for {Time.Clock.Say(next.Run.Date)}", command with { Run = next.Run.Id }));
                return Reply.Refuse($"You answered {asked.Title} already. Is this your answer now?", [.. buttons]);
            }

            var questions = asked.Run.Questions;
            if (Split.Into(questions.Count, text) is not { } parts)
                return Reply.Open(await AnswerForm.Of(turn, asked, text));
            var given = parts.Index().ToDictionary(part => AnswerForm.FieldOf(part.Index), part => part.Item);
            var read = AnswerForm.Read(asked.Run, new Fields(given));
            return read.Wrong.Count == 0 ? await Keep(turn, asked, read) : Reply.Refuse(
                $"{string.Join(" ", read.Wrong.Values)}",
                new Button("Answer in the form", new AnswerCheckIn(Run: asked.Run.Id), ButtonStyle.Primary));
        }

        private static Reply.Refused Empty(Asked asked, AnswerForm.Reading read) => new(
            Card.Of($"Nothing was filled in, so I kept nothing of {asked.Title}.", new Button("Answer", To(asked.Run), ButtonStyle.Primary)), read.Wrong);

        private static async Task<Reply> Keep(Turn turn, Asked asked, AnswerForm.Reading read)
        {
            if (read.Wrong.Count > 0)
                return new Reply.Refused(Card.Of($"{string.Join(" ", read.Wrong.Values)}"), read.Wrong);
            var (entry, isNew) = await Answering.Keep(turn, asked, read.Texts);
            var late = entry.Answers!.Timeliness switch
            {
                Timeliness.Late => " It is late, and marked so.",
                Timeliness.Early => " You need not be asked then.",
                _ => "",
            };
            var stays = AfterAnswering.MayChange(asked.Run, entry) ? "" : " Nobody knows any more which answer is yours, so it stays as it is.";
            Rich said = isNew ? (Rich)$"Answered: {asked.Title}.{late}{stays}" : $"Edited: {asked.Title}.{stays}";
            var reply = Reply.Say(Card.Of(said, [.. AfterAnswering.Offers(asked, entry, turn.Now)]));
            return stays.Length > 0 ? reply.ForGood() : reply.UndoneBy(TakeBackAnswer.Of(entry));
        }
    }
}
