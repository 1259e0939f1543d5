namespace AsyncBot.Core.Messages;

/// <summary>How many answered of all who were asked, week by week: of a whole team and never of one person, so that nobody can be ranked.</summary>
public sealed record Participation(Rich Title, IReadOnlyList<ParticipationWeek> Weeks) : Chart(Title);

/// <param name="First">The week's first day.</param>
/// <param name="Answered">How often an answer came; at most <paramref name="Asked"/>.</param>
/// <param name="Asked">How often anybody was asked; 0 where nobody was.</param>
public sealed record ParticipationWeek(LocalDate First, int Answered, int Asked);
