using AsyncBot.Core.Catalogs;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;
using CsCheck;

namespace AsyncBot.Core.Tests.Commands;

/// <summary>What holds for every registered command and every line.</summary>
public sealed class CommandLaws
{
    private static readonly CommandCatalog Commands = Catalog.Features().Commands;
    private static readonly TestDirectory Directory = new();

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[1, 60],
        Among.These("in tasks", "into 7", "#12", "@ana", "\"quoted\"", "“smart”", "a in #team", "/idea add", "\u202Ex", "12", "x\ny")).Where(text => !Blank.Is(text));

    private static readonly string[] Tokens =
    [
        "idea", "help", "async", "/async", "add", "list", "vote", "vot", "edit", "merge", "into", "in", "tasks", "#team", "#demo", "#12", "12", "0", "-1", "@ana", "@", "#",
        "\"", "“", "”quoted”", "\"two words\"", "mine", "every", "monday", "off", "me", "\n", "\0", "🎉", "\uD83D", "\u202E", "İ", "ﬁ", "forget", "undo", "draft", "<!channel>", "",
    ];

    private static IEnumerable<CommandShape> Shapes => Commands.All;

    private static Dictionary<string, string> Values(CommandShape shape, ICommand command) =>
        shape.Args.Where(arg => arg.Read(command) is not null).ToDictionary(arg => arg.Name, arg => arg.Kind.Write(arg.Read(command)!));

    [TestCaseSource(nameof(Shapes))]
    public void Any_command_is_read_back_from_what_a_button_keeps(CommandShape shape) =>
        Any(shape).Sample(command => Equals(Binder.Restore(shape, Values(shape, command)), command));

    [TestCaseSource(nameof(Shapes))]
    public async Task Any_command_is_read_back_from_a_form(CommandShape shape) =>
        await Any(shape).SampleAsync(async command =>
        {
            var (read, errors) = await Binder.ReadValues(shape, Values(shape, command), Context("#team"));
            return errors.Count == 0 && Equals(read, command);
        });

    [TestCaseSource(nameof(Shapes))]
    public void Any_command_is_read_back_from_disk(CommandShape shape)
    {
        var json = new AsyncBot.Storage.Json.DocumentJson([new CommandJson(Commands)]);
        Any(shape).Where(command => !Values(shape, command).Values.Any(HasLoneSurrogate))
            .Sample(command => Equals(json.Read<ICommand>(json.Write(command, typeof(ICommand))), command));
    }

    [Test]
    public async Task Any_line_is_a_command_or_a_refusal_with_words()
    {
        var reader = new LineReader(Commands);
        var line = Gen.Select(Gen.Int[0, Tokens.Length - 1].Select(at => Tokens[at]).List[0, 8], Among.These("", "/", " "), (words, start) => start + string.Join(' ', words));
        await Gen.Select(line, Among.These("#team", "dm")).SampleAsync(
            async (text, place) => await reader.Read(text, Context(place)) switch
            {
                Reading.Command command => Commands.Find(CommandShape.Of(command.Meant.GetType()).Name) is { IsHidden: false },
                Reading.Unread { Reply: Reply.Refused refused } => Cards.TextsOf(refused.Card).Any(),
                _ => false,
            },
            iter: 5_000);
    }

    [Test]
    public async Task Any_text_at_all_can_be_read()
    {
        var reader = new LineReader(Commands);
        await Gen.Select(Among.These("", "idea ", "idea add ", "help ", "async ", "/"), Gen.String).SampleAsync(
            async (start, text) => await reader.Read(start + text, Context("dm")) is not null, iter: 5_000);
    }

    [Test]
    public async Task A_text_behind_the_default_verb_is_kept_to_the_letter()
    {
        var reader = new LineReader(Commands);
        await Gen.String[1, 80].Where(text => !Blank.Is(text)).SampleAsync(async text =>
            await reader.Read("idea add " + text + " end", Context("#team")) is Reading.Command { Meant: AddIdea add } && add.Text == (text + " end").TrimStart());
    }

    [Test]
    public void The_words_of_a_line_cover_all_of_it_but_blanks_in_order() =>
        Gen.Select(Gen.Int[0, Tokens.Length - 1].Select(at => Tokens[at]).List[0, 10], Gen.String).Sample((words, text) =>
        {
            var line = new Line(string.Join(' ', words) + text);
            var end = 0;
            foreach (var word in line.Words)
            {
                if (word.Start < end || word.End <= word.Start || !string.IsNullOrWhiteSpace(line.Text[end..word.Start]))
                    return false;
                if (line.Text[word.Start..word.End].Trim().Length == 0 || !line.Text[word.Start..word.End].Contains(word.Text, StringComparison.Ordinal))
                    return false;
                end = word.End;
            }

            return string.IsNullOrWhiteSpace(line.Text[end..]) && (line.Words.Count == 0 || line.Between(0, line.Words.Count) == line.Text.Trim());
        });

    [Test]
    public void Spelling_is_the_same_from_both_sides_and_one_slip_is_one()
    {
        var word = Gen.Char['a', 'e'].Array[0, 7].Select(chars => new string(chars));
        Gen.Select(word, word).Sample((one, other) =>
            Spelling.Distance(one, other) == Spelling.Distance(other, one)
            && Spelling.Distance(one, one.ToUpperInvariant()) == 0
            && (one == other || Spelling.Distance(one, other) > 0));
        Gen.Select(word.Where(text => text.Length > 1), Gen.Int[0, 100], Gen.Char['f', 'h']).Sample((text, at, letter) =>
        {
            var i = at % text.Length;
            return Spelling.Distance(text, text.Remove(i, 1)) == 1 && Spelling.Distance(text, text.Insert(i, letter.ToString())) == 1
                && Spelling.Distance(text, text[..i] + letter + text[(i + 1)..]) == 1;
        });
        Assert.That(Spelling.Distance("vote", "voet"), Is.EqualTo(1));
    }

    private static Gen<ICommand> Any(CommandShape shape)
    {
        var values = Gen.Const(Array.Empty<object?>());
        foreach (var arg in shape.Args)
        {
            var value = Any(arg);
            var maybe = arg.IsRequired ? value.Select(each => (object?)each) : Gen.Select(Gen.Bool, value, (given, each) => given ? each : null);
            values = Gen.Select(values, maybe, (before, next) => before.Append(next).ToArray());
        }

        return values.Select(shape.Create);
    }

    private static Gen<object> Any(ArgShape arg)
    {
        if (arg.Kind == ArgKind.Of(typeof(int)))
            return Gen.Int[1, int.MaxValue].Select(number => (object)number);
        if (arg.Kind == ArgKind.Of(typeof(Tag)))
            return Among.These<object>(new Tag("demo"), new Tag("v-2_x"), new Tag("日本"));
        if (arg.Kind == ArgKind.Of(typeof(PersonId)))
            return Among.These<object>(TestDirectory.IdOf("ana"), TestDirectory.IdOf("sam"));
        if (arg.Kind == ArgKind.Of(typeof(ChannelId)))
            return Among.These<object>(TestDirectory.ChannelIdOf("team"), TestDirectory.ChannelIdOf("oncall"));
        if (arg.Kind == ArgKind.Of(typeof(MessageId)))
            return Among.These<object>(new MessageId("m1"), new MessageId("1700000000.000100"));
        if (arg.Kind == ArgKind.Of(typeof(Fields)))
            return Text.Select(text => (object)new Fields(new Dictionary<string, string> { ["1"] = text, ["2"] = "b" }));
        if (arg.Kind.Choices.Count > 0)
            return Among.These<object>([.. arg.Kind.Choices.Select(choice => arg.Kind.Restore(choice)!)]);
        return arg.IsRest ? Text.Select(text => (object)text) : Text.Select(text => (object)text.Trim());
    }

    private static bool HasLoneSurrogate(string text) => text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD);

    private static BindContext Context(string place)
    {
        var ana = TestDirectory.IdOf("ana");
        return new BindContext(new Caller(Team.Workspace, ana, Team.Place(place, "ana"), null, Directory.ZoneOf(ana), false), Directory, null, CancellationToken.None);
    }
}
