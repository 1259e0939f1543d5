using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Turns;

/// <summary>The two queues that turns fill.</summary>
public static class Queues
{
    /// <summary>What will be done.</summary>
    public static readonly DueQueue<IJob> Jobs = new("jobs");

    /// <summary>What is still to be delivered.</summary>
    public static readonly DueQueue<Effect> Outbox = new("outbox");
}
