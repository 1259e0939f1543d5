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
                turn, number ?? (name.Length == 0 ? null : name), checkIn => OfOne(turn, checkIn),
                again => command with { Text = date is { } on ? $"{again} {PastDate.Typed(on)}" : again });
            if (meant.CheckIn is not { Value: var checkIn })
                return meant.Refusal!;
            var runs = (await CheckInBook.RunsOf(turn, checkIn.Number, Looked)).Select(stored => stored.Value).ToList();
            var meantRuns = command.Run is { } id ? runs.Where(each => each.Id == id)
                : date is { } of ? await CheckInBook.RunsOn(turn, checkIn.Number, of)
                : name.Length == 0 && await CheckInBook.RunOfThread(turn) is { } thread && thread.CheckIn == checkIn.Number ? [thread]
                : runs.Where(each => each.IsTold).Take(1);
            var shown = new List<Run>();
            foreach (var run in meantRuns.OrderBy(each => each.OpenedAt))
            {
                if (run is not { HasBegun: true, Root: null, IsOpen: true } || await IsAnswered(turn, run))
                    shown.Add(run);
            }

            if (shown.Count == 0)
            {
                Rich when = date is { } none ? (Rich)$"did not ask on {none}" : $"has not asked yet";
                return Reply.Refuse($"{checkIn.Name} {when}. To see when it asks: {new Typed($"checkin preview {checkIn.Name}")}");
            }

            return Reply.Say(await Report(turn, checkIn, shown, runs, command.Behind ?? 0));
        }

        private static async Task<string?> OfOne(Turn turn, CheckIn checkIn) =>
            (await CheckInBook.LatestRunsOf(turn, checkIn.Number)).Any(run => run.Value.IsTold) ? $"checkin report {checkIn.Name}" : null;

        /// <summary>That one has begun without a message is not told, because it would tell for whom.</summary>
        private static async Task<bool> IsAnswered(Turn turn, Run run) =>
            (await CheckInBook.EntriesIn(turn, run.Id)).Any(entry => entry.Value.Answers is not null);

        /// <param name="shown">Those of one date, the first first.</param>
        private static async Task<Card> Report(Turn turn, CheckIn checkIn, List<Run> shown, List<Run> runs, int behind)
        {
            var (blocks, buttons) = (new List<Block>(), new List<Button>());
            var page = Math.Max(1, Page / shown.Count);
            foreach (var run in shown)
            {
                if (shown.Count > 1)
                    blocks.AddRange([.. blocks.Count > 0 ? (Block[])[new Divider()] : [], new Paragraph(Prompt.TitleOf(run))]);
                var state = await RunStates.Of(turn, run, checkIn);
                var answered = state.Entries.Where(entry => entry.Answers is not null).OrderBy(entry => entry.Answers!.FirstAt).ToList();
                if (behind == 0)
                {
                    blocks.AddRange(RunText.Live(run, state).Blocks.OfType<Facts>());
                    blocks.AddRange(RunText.NobodyAsked(run, state, Beginning.ClockOf(checkIn)));
                }

                foreach (var entry in answered.Skip(behind).Take(page))
                {
                    blocks.Add(new Divider());
                    blocks.AddRange(AnswerText.Of(run, entry, Shown).Blocks);
                }

                if (answered.Count > behind + page)
                    buttons.Add(new Button(shown.Count > 1 ? $"More of {run.Day}" : "More", new ReportCheckIn(Run: run.Id, Behind: behind + page)));
            }

            var weeks = Weeks.Of(runs, turn.Now.InZone(turn.Caller.Zone).Date);
            if (behind == 0 && weeks.Count(week => week.Asked > 0) > 1)
                blocks.Add(new Note(Weeks.InWords(weeks)));
            if (behind == 0 && weeks.Any(week => week.Asked > 0))
                buttons.Add(new Button("Participation", new ShowParticipation(CheckIn.IdOf(checkIn.Number))));
            var earlier = runs.SkipWhile(each => !IsShown(each)).SkipWhile(IsShown).FirstOrDefault();
            if (earlier is not null)
                buttons.Add(new Button("The one before", new ReportCheckIn(Run: earlier.Id)));
            return new Card(shown is [var only] ? Prompt.TitleOf(only) : (Rich)$"{checkIn.Name} in {checkIn.Home}", blocks).With([.. buttons]);

            bool IsShown(Run run) => shown.Exists(each => each.Id == run.Id);
        }
    }
}
