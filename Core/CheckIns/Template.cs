namespace AsyncBot.Core.CheckIns;

/// <summary>A check-in that many teams have, so that nobody has to think one up. What is said besides takes the place of its parts.</summary>
/// <param name="When">As it is typed.</param>
internal sealed record Template(string Name, string When, Duration Open, IReadOnlyList<Question> Questions)
{
    public static readonly IReadOnlyList<Template> All =
    [
        new("Daily", "at 9:30 on weekdays", Timetable.Usual,
        [
            Text("What did you do?", QuestionRole.Done), Text("What is next?", QuestionRole.Plan), Text("What blocks you?", QuestionRole.Blocker),
        ]),
        new("Weekly goals", "at 10:00 on mondays", Timetable.Usual,
        [
            Text("How did last week’s goals go?", QuestionRole.Done), Text("What are your goals for this week?", QuestionRole.Plan),
            Text("What could get in the way?", QuestionRole.Blocker),
        ]),
        new("Friday wins", "at 15:00 on fridays", Timetable.Usual, [Text("What went well this week?"), Text("Whom do you want to thank?")]),
        new("Retrospective", "every 2 weeks on friday at 14:00", Duration.FromHours(24),
        [
            Text("What should we keep?"), Text("What should we change?"), Text("What will you try next?", QuestionRole.Plan),
            new("How do you feel about these two weeks?", QuestionKind.Scale, QuestionRole.None, [], IsAnonymous: true),
        ]),
    ];

    public static Template? Named(string name) => All.FirstOrDefault(each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Question Text(string text, QuestionRole role = QuestionRole.None) => new(text, QuestionKind.Text, role, []);
}
