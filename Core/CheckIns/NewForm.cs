using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>The form for those who would rather fill in a check-in than say it in a sentence.</summary>
internal static class NewForm
{
    private const string Argument = "form";
    private const string Everyone = "everyone";
    private const string Until = "until ";
    private const int LongestWhen = 200;

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
            Line(Part.Name, "Name", name, CheckIn.LongestName),
            new(Name(Part.Channel), "Channel in which the answers are read", true, 200, false, [], at, InputKind.Channel),
            new(Name(Part.Questions), "Questions, a line each; behind one may stand (yes/no), (number), (scale), (anonymous scale) or (choice: red, green)",
                true, 2_500, true, [], string.Join('\n', questions.Select(Written))),
            Line(Part.When, "When", template.When, 100),
            new(Name(Part.Clock), "On whose clock", true, 40, false, Clocks, Clocks[0]),
            Line(Part.For, "For everyone in the channel, or for whom", Everyone, 1_500),
            Line(Part.Open, "Open for how long", Time.Clock.Length(template.Open), 40),
            new(Name(Part.By), "How people are asked", true, 40, false, Ways, Ways[0]),
        ];
        return new Form(
            "New check-in", CommandShape.Of<NewCheckIn>().Name, inputs, new Dictionary<string, string>(),
            Opener: new NewCheckIn(draft.Name.Length > 0 ? draft.Name : null));
    }

    /// <summary>What was filled in.</summary>
    public static async Task<CheckInDraft> Read(Turn turn, Fields form)
    {
        var draft = new CheckInDraft(turn, await Examples.OfNew(turn))
        {
            Name = Line(form[Field(Part.Name)]).Replace("\"", "", StringComparison.Ordinal),
            Asking = form[Field(Part.By)] == Ways[1] ? Asking.Channel : Asking.Dm,
        };
        if (form[Field(Part.Clock)] == Clocks[1])
            draft.Zone = turn.Caller.Zone.Id;
        else
            draft.IsLocal = true;
        if (form[Field(Part.Channel)] is { } channel)
            await draft.In($"#{channel.Trim().TrimStart('#')}");
        draft.Ask((form[Field(Part.Questions)] ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => (line, "")));
        await draft.For(Line(form[Field(Part.For)] ?? Everyone), _ => new NewCheckIn(Form: form));
        var open = Line(form[Field(Part.Open)]);
        if (open.StartsWith(Until, StringComparison.OrdinalIgnoreCase))
            draft.OpenUntil(open[Until.Length..].Trim());
        else if (open.Length > 0)
            draft.OpenFor(open);
        var when = Line(form[Field(Part.When)]);
        if (when.Length is 0 or > LongestWhen)
            draft.Refuse(Part.When, $"It does not say when, such as “{Template.All[0].When}”.");
        else
            await CheckInWords.Times(draft, when);
        return draft;
    }

    /// <summary>What is wrong, each at its field, so that nothing that was filled in is lost.</summary>
    public static async Task<Reply> Wrong(Turn turn, CheckInDraft draft)
    {
        var wrong = new Dictionary<string, string>();
        foreach (var (part, what) in draft.Wrong)
            wrong[Name(part)] = PlainText.Render(what, await ReaderOf(turn, what));
        return new Reply.Refused(Card.Of(Rich.Join(" ", draft.Wrong.OrderBy(each => each.Key).Select(each => each.Value))), wrong);
    }

    private static async Task<Reader> ReaderOf(Turn turn, Rich text)
    {
        var people = new Dictionary<PersonId, string>();
        var channels = new Dictionary<ChannelId, string>();
        foreach (var part in text.Parts)
        {
            if (part is Mention { Person: var person })
                people[person] = (await turn.Find(person))?.Shown ?? person.Value;
            if (part is ChannelName { Channel: var channel })
                channels[channel] = (await turn.Find(channel))?.Name ?? channel.Value;
        }

        return new Reader(turn.Caller.Zone, turn.Now, person => people[person], channel => channels[channel]);
    }

    private static string Line(string? value) => (value ?? "").ReplaceLineEndings(" ").Trim();

    private static string Written(Question question) => question.Kind switch
    {
        QuestionKind.YesNo => $"{question.Text} (yes/no)",
        QuestionKind.Number => $"{question.Text} (number)",
        QuestionKind.Scale => $"{question.Text} ({(question.IsAnonymous ? "anonymous scale" : "scale")})",
        QuestionKind.Choice => $"{question.Text} (choice: {string.Join(", ", question.Choices)})",
        _ => question.Text.EndsWith(')') ? $"{question.Text} (text)" : question.Text,
    };

    private static Input Line(Part part, string label, string value, int most) => new(Name(part), label, true, most, false, [], value);

    private static string Name(Part part) => Fields.NameOf(Argument, Field(part));

    private static string Field(Part part) => part.ToString().ToLowerInvariant();
}
