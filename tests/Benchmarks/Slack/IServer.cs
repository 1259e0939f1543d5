namespace AsyncBot.Benchmarks.Slack;

/// <summary>A process that answers slash commands.</summary>
public interface IServer
{
    string Name { get; }

    Uri Address { get; }

    /// <summary>Processor time of all its threads so far.</summary>
    TimeSpan Cpu { get; }
}
