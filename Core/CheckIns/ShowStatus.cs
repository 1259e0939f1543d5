using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Who has answered, who is still in their window, who is away.</summary>
[Command("checkin status", "Show who has answered so far", Example = "checkin status Daily", Question = true)]
public sealed record ShowStatus([Arg("The check-in", Name = "name", Rest = true)] string? Name = null) : ICommand
{
    private const int Looked = 10;

    public sealed class Handler : ICommandHandler<ShowStatus>
    {
        public async Task<Reply> Handle(ShowStatus command, Turn turn)
        {
            var meant = await CheckInBook.Named(turn, command.Name, "checkin status Daily", name => command with { Name = name });
            if (meant.CheckIn is not { Value: var checkIn })
                return meant.Refusal!;
            var runs = (await CheckInBook.RunsOf(turn, checkIn.Number, Looked)).Select(stored => stored.Value).Where(run => run.IsTold).ToList();
            var shown = runs.Where(run => run.IsOpen).DefaultIfEmpty(runs.FirstOrDefault()).OfType<Run>().Reverse().ToList();
            var blocks = new List<Block>();
            foreach (var run in shown)
            {
                if (blocks.Count > 0)
                    blocks.Add(new Divider());
                var state = await RunStates.Of(turn, run, checkIn);
                var card = RunText.Live(run, state);
                blocks.Add(new Paragraph(card.Title!));
                blocks.AddRange(card.Blocks.Skip(1));
                blocks.AddRange(RunText.NobodyAsked(run, state, Beginning.ClockOf(checkIn)));
            }

            if (blocks.Count == 0)
                blocks.Add(new Paragraph($"{checkIn.Name} has not asked yet."));
            blocks.Add(new Note(await Next(turn, checkIn)));
            return Reply.Say(new Card($"{checkIn.Name} in {checkIn.Home}", blocks));
        }

        private static async Task<Rich> Next(Turn turn, CheckIn checkIn) =>
            !checkIn.IsActive ? await Channels.Trouble(turn, checkIn) is { } trouble
                ? (Rich)$"It is paused: {trouble}"
                : $"It is paused. Try: {new Typed($"checkin resume {checkIn.Name}")}"
            : await Preview.NextOf(turn, checkIn) is { } next ? (Rich)$"The next is asked {next}."
            : $"Nothing more is asked.";
    }
}
