using AsyncBot.Core.Time.Recurrences;

namespace AsyncBot.Core.OnCall.Resolving;

/// <summary>Stretches on call that come round by a calendar's rule: "on the first four days of the month from 10:30 for three hours".</summary>
/// <param name="Length">On the wall clock, from the planned start.</param>
/// <param name="PerTurn">How many of the rule's days one group has before the next; only for daily rules that name weekdays.</param>
/// <param name="From">Nobody is on call before; the turns are counted from the rule's start all the same.</param>
public sealed record Occurrences(Recurrence Rule, Duration Length, int PerTurn = 1, Instant? From = null, Instant? Until = null);
