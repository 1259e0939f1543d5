namespace AsyncBot.Core.Time.When;

/// <summary>What came of reading a time phrase: a <see cref="Once"/>, <see cref="Repeats"/>, or <see cref="NoTime"/>, and nothing else.</summary>
public abstract record WhenReading
{
    private protected WhenReading()
    {
    }

    /// <summary>What is left of the message as the task, to the letter; empty where the phrase was all of it. A refusal keeps everything.</summary>
    public string Text { get; init; } = "";

    /// <summary>How many words were looked at, the same on every machine: what bounds the work for hostile text.</summary>
    public int Steps { get; init; }

    internal WhenReading Leaving(string task) => this with { Text = task };
}
