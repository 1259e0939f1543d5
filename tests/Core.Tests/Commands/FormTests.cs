using AsyncBot.Core.Commands;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Commands;

/// <summary>What is filled into a form.</summary>
public sealed class FormTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task A_form_shows_all_that_is_wrong_or_missing_at_once()
    {
        var (command, errors) = await Fill<MoveIdea>(("bucket", "nowhere"));

        Assert.That(command, Is.Null);
        Assert.That(errors, Is.EquivalentTo(new Dictionary<string, string>
        {
            ["number"] = "The number is missing.",
            ["bucket"] = "This should be one of ideas, tasks, discussion.",
        }));
    }

    [Test]
    public async Task Blanks_around_a_word_in_a_form_do_not_matter_and_a_text_is_kept_to_the_letter()
    {
        var (command, errors) = await Fill<EditIdea>(("number", " 12 "), ("text", " Two  words "));

        Assert.That(errors, Is.Empty);
        Assert.That(command, Is.EqualTo(new EditIdea(12, " Two  words ")));
    }

    private async Task<(ICommand? Command, IReadOnlyDictionary<string, string> Errors)> Fill<T>(params (string Name, string Value)[] values) where T : ICommand
    {
        var ana = TestDirectory.IdOf("ana");
        var context = new BindContext(new Caller(Team.Workspace, ana, Team.Place("#team"), null, DateTimeZone.Utc, false), _team.Directory, null, CancellationToken.None);
        return await Binder.ReadValues(CommandShape.Of<T>(), values.ToDictionary(value => value.Name, value => value.Value), context);
    }
}
