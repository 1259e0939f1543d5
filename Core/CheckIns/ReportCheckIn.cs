using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>What everybody answered on a date, the latest where none is named.</summary>
[Command("checkin report", "Show what was answered on a date", Example = "checkin report Daily yesterday", Question = true)]
public sealed record ReportCheckIn(
    [Arg("The check-in and the date", Name = "name date", Rest = true)] string? Text = null,
    [Arg("The run", Hidden = true)] string? Run = null,
    [Arg("Behind", Hidden = true)] int? Behind = null) : ICommand
{
    private const int Page = 10;
    private const int Looked = 60;
    private const int Shown = 1_500;

    public sealed class Handler : ICommandHandler<ReportCheckIn>
    {
        public async Task<Reply> Handle(ReportCheckIn command, Turn turn)
        {
            var (date, name) = PastDate.AtEnd(command.Text ?? "", turn.Now.InZone(turn.Caller.Zone).Date);
            var number = command.Run?.Split(' ')[0];
            var meant = await CheckInBook.Named(
                turn, number ?? (name.Length == 0 ? null : name), "checkin report Daily yesterday",
                again => command with { Text = date is { } on ? $"{again} {PastDate.Typed(on)}" : again });
            if (meant.CheckIn is not { Value: var checkIn })
                return meant.Refusal!;
            var runs = (await CheckInBook.RunsOf(turn, checkIn.Number, Looked)).Select(stored => stored.Value).ToList();
            var run = command.Run is { } id ? runs.Find(each => each.Id == id)
                : date is { } of ? runs.Find(each => each.Date == of) ?? (await turn.Find(CheckIns.Run.Type, CheckIns.Run.IdOf(checkIn.Number, of)))?.Value
                : name.Length == 0 && await CheckInBook.RunOfThread(turn) is { } thread && thread.CheckIn == checkIn.Number ? thread
                : runs.Find(each => each.IsTold);
            if (run is null || (run is { HasBegun: true, Root: null, IsOpen: true } && !await IsAnswered(turn, run)))
            {
                Rich when = date is { } none ? (Rich)$"did not ask on {none}" : $"has not asked yet";
                return Reply.Refuse($"{checkIn.Name} {when}. To see when it asks: {new Typed($"checkin preview {checkIn.Name}")}");
            }

            return Reply.Say(await Report(turn, checkIn, run, runs, command.Behind ?? 0));
        }

        /// <summary>That one has begun without a message is not told, because it would tell for whom.</summary>
        private static async Task<bool> IsAnswered(Turn turn, Run run) =>
            (await CheckInBook.EntriesIn(turn, run.Id)).Any(entry => entry.Value.Answers is not null);

        private static async Task<Card> Report(Turn turn, CheckIn checkIn, Run run, List<Run> runs, int behind)
        {
            var state = await RunStates.Of(turn, run, checkIn);
            var answered = state.Entries.Where(entry => entry.Answers is not null).OrderBy(entry => entry.Answers!.FirstAt).ToList();
            var blocks = new List<Block>();
            if (behind == 0)
            {
                blocks.AddRange(RunText.Live(run, state).Blocks.OfType<Facts>());
                blocks.AddRange(RunText.NobodyAsked(run, state, Beginning.ClockOf(checkIn)));
            }

            foreach (var entry in answered.Skip(behind).Take(Page))
            {
                blocks.Add(new Divider());
                blocks.AddRange(AnswerText.Of(run, entry, Shown).Blocks);
            }

            var weeks = Weeks.Of(runs, turn.Now.InZone(turn.Caller.Zone).Date);
            if (behind == 0 && weeks.Count(week => week.Asked > 0) > 1)
                blocks.Add(new Note(Weeks.InWords(weeks)));
            var card = new Card(Prompt.TitleOf(run), blocks);
            if (answered.Count > behind + Page)
                card = card.With(new Button("More", new ReportCheckIn(Run: run.Id, Behind: behind + Page)));
            var at = runs.FindIndex(each => each.Id == run.Id);
            if (behind == 0 && weeks.Any(week => week.Asked > 0))
                card = card.With(new Button("Participation", new ShowParticipation(CheckIn.IdOf(checkIn.Number))));
            return at >= 0 && at + 1 < runs.Count ? card.With(new Button("The one before", new ReportCheckIn(Run: runs[at + 1].Id))) : card;
        }
    }
}
