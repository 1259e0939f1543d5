using System.Text.Json.Serialization;

namespace AsyncBot.Core.Time.Hours;

/// <summary>The hours that somebody works in an ordinary week, written as people write them: "mon-fri 9-17, sat 10-12".</summary>
[JsonConverter(typeof(WorkingWeekJson))]
public sealed record WorkingWeek
{
    public const int MostWindows = 70;

    /// <exception cref="ArgumentException">Too many windows, or one that is no whole minutes of a day.</exception>
    public WorkingWeek(IEnumerable<WorkingWindow> windows)
    {
        Windows = [.. windows.Distinct()
            .OrderBy(window => window.Day)
            .ThenBy(window => window.From)
            .ThenBy(window => window.IsOvernight)
            .ThenBy(window => window.To)];
        if (Windows.Count > MostWindows)
            throw new ArgumentException($"A week has at most {MostWindows} windows, not {Windows.Count}.", nameof(windows));
        foreach (var wrong in Windows.Where(window => !window.IsValid))
            throw new ArgumentException($"{wrong} is no window: use a day from Monday to Sunday, and times of whole minutes.", nameof(windows));
    }

    /// <summary>What is taken for somebody who said nothing: mon-fri 9-17.</summary>
    public static WorkingWeek Usual { get; } = new(
        WeekDays.Work.Select(day => new WorkingWindow(day, new LocalTime(9, 0), new LocalTime(17, 0))));

    /// <summary>Sorted, Monday first; several may be on one day, and they may overlap.</summary>
    public IReadOnlyList<WorkingWindow> Windows { get; }

    /// <summary>Reads the whole text or refuses it. Without days it is about Monday to Friday; "9-5" ends in the afternoon, "22-6" the next morning.</summary>
    public static WeekReading Read(string? text) => WeekText.Read(text);

    /// <summary>For example <c>mon-fri 9-12 and 13-17, sat 22-06</c>; <see cref="Read"/> reads it back.</summary>
    public override string ToString() => WeekText.Of(this);

    // Records compare lists by reference.
    public bool Equals(WorkingWeek? other) => other is not null && Windows.SequenceEqual(other.Windows);

    public override int GetHashCode() => Windows.Aggregate(0, HashCode.Combine);
}
