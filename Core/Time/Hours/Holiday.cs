namespace AsyncBot.Core.Time.Hours;

/// <summary>A day on which no work begins, by its name. A night's work that began the evening before goes on.</summary>
public sealed record Holiday(LocalDate Date, string Name);
