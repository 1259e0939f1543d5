using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>How many days of a schedule are looked at together.</summary>
internal static class ScheduleDays
{
    public const int Most = 366;

    /// <summary>Null where it is not too many.</summary>
    public static Reply? Refuse(int? days, string verb, Rotation rotation) => days > Most
        ? Reply.Refuse($"I look at most {Most} days ahead. Try: {new Typed($"oncall {verb} {rotation.Name} {Most}")}")
        : null;
}
