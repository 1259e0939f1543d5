using AsyncBot.Core.Turns;
using Serilog.Context;

namespace AsyncBot.Bot.Hosting;

/// <summary>One line a turn that changed something, each line with the turn's id, no line with anybody's words.</summary>
public sealed partial class TurnLog(ILogger<TurnLog> log) : ITurnLog
{
    public IDisposable Begin(string turn) => LogContext.PushProperty("Turn", turn);

    public void Ended(string what, string outcome, TimeSpan took, bool changed = true)
    {
        if (changed)
            Ended(what, outcome, took.TotalMilliseconds);
        else
            Looked(what, outcome, took.TotalMilliseconds);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} failed")]
    public partial void Failed(string what, Exception error);

    [LoggerMessage(Level = LogLevel.Information, Message = "{What}: {Outcome} in {Milliseconds:0.0} ms")]
    private partial void Ended(string what, string outcome, double milliseconds);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{What}: {Outcome} in {Milliseconds:0.0} ms")]
    private partial void Looked(string what, string outcome, double milliseconds);
}
