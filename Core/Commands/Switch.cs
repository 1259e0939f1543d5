namespace AsyncBot.Core.Commands;

/// <summary>The words that turn something on and off.</summary>
public enum Switch
{
    On,
    Off,
}
