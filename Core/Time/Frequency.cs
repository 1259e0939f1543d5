namespace AsyncBot.Core.Time;

/// <summary>The beat people name when they say how often: days, weeks or months.</summary>
public enum Frequency
{
    Daily,
    Weekly,
    Monthly,
}
