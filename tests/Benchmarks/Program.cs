using AsyncBot.Benchmarks;
using AsyncBot.Benchmarks.Slack;

const string usage = """
    Measures AsyncBot, and checks what it promises. Run it in Release; it starts bots of its own, on 127.0.0.1 and in temporary folders.

      bench [options of BenchmarkDotNet]        reading a line, dispatching help, rendering a card, working hours, recurrences
      load  [--ideas 2000] [--clients 32]       ideas added one at a time and by many clients at once, then a restart
      fill  [--ideas 50000] [--clients 32]      a large workspace: listing, memory, time to start
      due   [--items 100000] [--people 1000]    very much that is due: time to start, memory, and all people told at one instant
      checkins [--people 10000]                 a check-in of very many people who are asked in one second, and who answer meanwhile
      slack [--seconds 8] [--rounds 3]          `/idea list` as Slack sends it, beside a minimal Bolt app; needs wrk, node and npm
      turn  [--turns 50000]                     processor time and memory of one `idea list`, without the web server
      kill  [--rounds 10] [--clients 32]        kills the bot amid the load, starts it again, and looks for what was lost or doubled
      idle  [--seconds 60] [--starts 5]         time to start, and what doing nothing costs

      --check   ends with 1 when a figure is worse than promised; a lost or doubled idea always does
    """;

try
{
    if (args is ["bench", ..])
    {
        Bench.Run(args[1..]);
        return 0;
    }

    var given = Arguments.Of(args);
    var report = new Report();
    await (given.Program switch
    {
        "load" => Load.Run(given["ideas"], given["clients"], report),
        "fill" => Fill.Run(given["ideas"], given["clients"], report),
        "due" => DueLoad.Run(given["items"], given["people"], report),
        "checkins" => CheckInLoad.Run(given["people"], report),
        "slack" => SlackLoad.Run(given["seconds"], given["rounds"], report),
        "turn" => TurnCost.Run(given["turns"], report),
        "kill" => Kill.Run(given["rounds"], given["clients"], report),
        _ => Idle.Run(given["seconds"], given["starts"], report),
    });
    return report.IsWrong || (given.IsStrict && report.IsWorse) ? 1 : 0;
}
catch (ArgumentException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message + Environment.NewLine + Environment.NewLine + usage);
    return 2;
}
