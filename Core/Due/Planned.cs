namespace AsyncBot.Core.Due;

/// <summary>Something that will be told.</summary>
/// <param name="Key">Under which it is kept that it was told.</param>
/// <param name="Earlier">By how much it comes earlier than was asked for, because that lies outside somebody's hours.</param>
public sealed record Planned(Instant At, Telling What, string Key, Duration Earlier = default)
{
    public const string Again = "again";
    public const string Time = "time";
    public const string Late = "late";
    public const string LateForAsker = "late for asker";
    public const string End = "end";

    /// <summary>Whether focus and the nag budget hold it.</summary>
    public bool MayWait => What is Telling.Before or Telling.Overdue or Telling.AskerOverdue;

    public bool IsForAsker => What == Telling.AskerOverdue;

    public static string KeyOf(Lead lead) => $"{lead.Days} d {lead.Time.TotalMinutes:0} min";
}

/// <summary>What somebody can be told of an item, the strongest last: one message names the strongest of what it could say.</summary>
public enum Telling
{
    /// <summary>Nothing is told: it leaves the list.</summary>
    Lapsed,

    Before,
    Again,
    Overdue,
    AskerOverdue,
    Due,
}
