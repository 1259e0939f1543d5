namespace AsyncBot.TestKit.Slack;

/// <summary>What goes wrong with a call: <c>slack.Fail("chat.postMessage", new Fault.RateLimited(30), times: 2, channel: "C0TEAM")</c>.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>429; without seconds there is no Retry-After.</summary>
    public sealed record RateLimited(int? Seconds = null) : Fault;

    public sealed record ServerError(int Status = 503) : Fault;

    /// <summary>A page of HTML, as a proxy or an outage gives; with 200 or 502.</summary>
    public sealed record HtmlPage(int Status = 502) : Fault;

    /// <summary>No answer, until the caller gives up.</summary>
    public sealed record Hang : Fault;

    /// <summary>The connection is cut before anything happened.</summary>
    public sealed record DropBeforeBody : Fault;

    /// <summary>It is done, and then the connection is cut.</summary>
    public sealed record DropAfterBodyWasRead : Fault;

    /// <summary>It is done, and no answer comes until the caller gives up.</summary>
    public sealed record HangAfterBodyWasRead : Fault;

    /// <summary>200 with <c>ok: false</c>.</summary>
    public sealed record OkFalse(string Error) : Fault;

    /// <summary>It is done, and the answer comes late.</summary>
    public sealed record SlowAnswer(TimeSpan After) : Fault;
}

internal sealed class Faults(Lock gate)
{
    private readonly List<Entry> _entries = [];

    public void Add(string method, Fault fault, int times, string? channel)
    {
        lock (gate)
            _entries.Add(new Entry(method, fault, channel) { Left = times });
    }

    /// <summary>The next fault of this call, used up.</summary>
    public Fault? Next(string method, string? channel)
    {
        lock (gate)
        {
            var entry = _entries.Find(each => each.Left > 0 && (each.Method == method || each.Method == "*") && (each.Channel is null || each.Channel == channel));
            if (entry is not null)
                entry.Left--;
            return entry?.Fault;
        }
    }

    private sealed record Entry(string Method, Fault Fault, string? Channel)
    {
        public int Left { get; set; }
    }
}
