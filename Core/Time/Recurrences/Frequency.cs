namespace AsyncBot.Core.Time.Recurrences;

/// <summary>The beat people name when they say how often. Hours are elapsed time; the others keep the wall clock.</summary>
public enum Frequency
{
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
}
