using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>The form for those who would rather fill in a check-in than say it in a sentence. What is filled in becomes that sentence.</summary>
internal static class NewForm
{
    private const string Argument = "form";
    private static readonly string[] Ways = ["by direct message", "in the channel"];
    private static readonly string[] Clocks = ["each at their own time", "all at the same time"];

    /// <summary>Whether nothing was said but a name, which may be a template's.</summary>
    public static bool IsWanted(CheckInDraft draft) => !draft.IsWhenSaid && draft is { Channel: null, IsForEveryone: false, People.Count: 0 };

    public static async Task<Form> Of(Turn turn, CheckInDraft draft)
    {
        var template = Template.Named(draft.Name) ?? Template.All[0];
        var name = draft.Name.Length > 0 ? draft.Name : template.Name;
        var questions = draft.Questions.Count > 0 ? draft.Questions : template.Questions;
        var here = turn.Caller.Conversation.Channel;
        var at = here is { } channel && await turn.Find(channel) is not null ? $"#{channel}" : null;
        Input[] inputs =
        [
            Line("name", "Name", name, CheckIn.LongestName),
            new(Name("channel"), "Channel in which the answers are read", true, 200, false, [], at, InputKind.Channel),
            new(Name("questions"), "Questions, a line each; behind one may stand (yes/no), (number), (scale), (anonymous scale) or (choice: red, green)",
                true, 2_500, true, [], string.Join('\n', questions.Select(Written))),
            Line("when", "When", template.When, 100),
            new(Name("clock"), "On whose clock", true, 40, false, Clocks, Clocks[0]),
            Line("for", "For everyone in the channel, or for whom", "everyone", 1_500),
            Line("open", "Open for how long", Time.Clock.Length(template.Open), 40),
            new(Name("by"), "How people are asked", true, 40, false, Ways, Ways[0]),
        ];
        return new Form(
            "New check-in", CommandShape.Of<NewCheckIn>().Name, inputs, new Dictionary<string, string>(),
            Opener: new NewCheckIn(draft.Name.Length > 0 ? draft.Name : null));
    }

    /// <summary>The same as a sentence.</summary>
    /// <param name="zone">The speaker’s, on whose clock all are asked who are asked at the same time.</param>
    public static string Words(Fields form, string zone)
    {
        var questions = (form["questions"] ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Quoted);
        var clock = form["clock"] == Clocks[1] ? zone : "local";
        var by = form["by"] == Ways[1] ? "channel" : "dm";
        var channel = form["channel"] is { } named ? $"in #{named.TrimStart('#')}" : "";
        return $"\"{(form["name"] ?? "").Replace("\"", "", StringComparison.Ordinal)}\" {channel} {form["when"]} {clock} for {form["for"] ?? "everyone"} "
            + $"ask {string.Join(' ', questions)} open for {form["open"] ?? "8h"} {by}";
    }

    private static string Quoted(string question)
    {
        var note = question.EndsWith(')') ? question.LastIndexOf('(') : -1;
        var (text, behind) = note > 0 ? (question[..note].Trim(), question[note..]) : (question, "");
        return $"\"{text.Replace('"', '\'')}\" {behind}";
    }

    private static string Written(Question question) => question.Kind switch
    {
        QuestionKind.YesNo => $"{question.Text} (yes/no)",
        QuestionKind.Number => $"{question.Text} (number)",
        QuestionKind.Scale => $"{question.Text} ({(question.IsAnonymous ? "anonymous scale" : "scale")})",
        QuestionKind.Choice => $"{question.Text} (choice: {string.Join(", ", question.Choices)})",
        _ => question.Text,
    };

    private static Input Line(string field, string label, string value, int most) => new(Name(field), label, true, most, false, [], value);

    private static string Name(string field) => Fields.NameOf(Argument, field);
}
