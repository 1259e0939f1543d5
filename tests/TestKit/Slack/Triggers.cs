namespace AsyncBot.TestKit.Slack;

/// <summary>Trigger ids: good once, for three seconds.</summary>
internal sealed class Triggers(SlackState state)
{
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, Trigger> _given = new(StringComparer.Ordinal);

    public string Give(string user)
    {
        lock (state.Gate)
        {
            var id = state.NextId("trigger.");
            _given[id] = new Trigger(user, state.Now);
            return id;
        }
    }

    /// <summary>Whose it is; throws when it is none any more.</summary>
    public string Exchange(string? id)
    {
        if (id is null || !_given.TryGetValue(id, out var trigger))
            throw new SlackRefusal("invalid_trigger_id");
        if (trigger.IsUsed)
            throw new SlackRefusal("exchanged_trigger_id");
        if (state.Now - trigger.At > Life)
            throw new SlackRefusal("expired_trigger_id");
        trigger.IsUsed = true;
        return trigger.User;
    }

    private sealed record Trigger(string User, DateTimeOffset At)
    {
        public bool IsUsed { get; set; }
    }
}
