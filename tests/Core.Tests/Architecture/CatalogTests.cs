using System.Reflection;
using AsyncBot.Core.Attention;
using AsyncBot.Core.Catalogs;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Help;
using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Architecture;

/// <summary>What keeps one declaration on every surface honest.</summary>
public sealed class CatalogTests
{
    private static readonly FeatureCatalog Features = Catalog.Features();
    private static readonly CommandCatalog Commands = Features.Commands;

    /// <summary>What is kept here names nobody, or the house tells and forgets it (see <see cref="HouseData"/>).</summary>
    private static readonly string[] OfTheHouse = ["AsyncBot.Core.Commands", "AsyncBot.Core.Jobs", "AsyncBot.Core.Outbox", "AsyncBot.Core.Turns"];

    private static IEnumerable<CommandShape> Typed => Commands.All.Where(shape => !shape.IsHidden);

    [Test]
    public void Every_command_is_registered() =>
        Assert.That(Commands.All.Select(shape => shape.Type), Is.EquivalentTo(KindsOf(typeof(ICommand))),
            "A command needs a line in the feature file of its folder: .Command<VoteForIdea, VoteForIdea.Handler>()");

    [Test]
    public void Every_job_is_registered() =>
        Assert.That(Features.Jobs.All, Is.EquivalentTo(KindsOf(typeof(IJob))),
            "A job needs a line in the feature file of its folder: .Job<PostDigest, PostDigest.Handler>(\"digest\")");

    /// <summary>What a folder offers to others through one of their ports is of no use until its feature file names it.</summary>
    [TestCase(typeof(IHomeSection))]
    [TestCase(typeof(IPersonalData))]
    [TestCase(typeof(IWorkspaceMemory))]
    [TestCase(typeof(IZoneBound))]
    [TestCase(typeof(IHoursBound))]
    [TestCase(typeof(ILeaving))]
    [TestCase(typeof(IReckonAnew))]
    [TestCase(typeof(ITell))]
    public void Every_part_is_registered(Type port) =>
        Assert.That(Features.Parts.Where(part => part.Service == port).Select(part => part.Type), Is.EquivalentTo(KindsOf(port)),
            "A part needs one line in the feature file of its folder: .Part<IHomeSection, IdeasOnHome>()");

    [Test]
    public void Every_follower_follows() =>
        Assert.That(Features.Documents.Followers.Select(followed => followed.Follower), Is.EquivalentTo(KindsOf(typeof(IFollow<>))),
            "A follower needs one line in the feature file of its folder: .Follower<Idea, IdeaFollower>(Idea.Type)");

    /// <summary>A turn that changes one kind without rules for Undo can't be taken back at all.</summary>
    [Test]
    public void What_is_followed_can_be_taken_back() =>
        Assert.That(Features.Documents.Followers.Select(followed => followed.Kind).Distinct(), Is.SubsetOf(Features.Documents.Kinds),
            "A kind of document needs a line in the feature file of its folder: .Document(Idea.Type, IdeaUndo.Rules)");

    [Test]
    public void What_expires_is_cleared_away() =>
        Assert.That(KindsOf(typeof(IExpires)).Where(type => !Features.Expiries.Types.Contains(type)), Is.Empty);

    [TestCaseSource(nameof(Typed))]
    public void Every_command_has_an_example_and_a_summary_that_starts_with_a_verb(CommandShape shape)
    {
        Assert.That(shape.Example, Does.StartWith(shape.Name));
        Assert.That(shape.Summary, Has.Length.InRange(10, 80).And.Match("^[A-Z][a-z]+ ").And.Not.EndsWith("."));
    }

    [TestCaseSource(nameof(Typed))]
    public async Task Every_example_works_as_its_own_command(CommandShape shape)
    {
        var directory = new TestDirectory();
        var ana = TestDirectory.IdOf("ana");
        var context = new BindContext(new Caller(Team.Workspace, ana, Team.Place("#team"), null, DateTimeZone.Utc, false), directory, null, CancellationToken.None);
        var reader = new LineReader(Commands);

        foreach (var line in new[] { shape.Example, "/" + shape.Example, "/async " + shape.Example, shape.Example.ToUpperInvariant() })
            Assert.That(await reader.Read(line, context), Is.InstanceOf<Reading.Command>().With.Property("Meant").InstanceOf(shape.Type), line);
    }

    [TestCaseSource(nameof(Typed))]
    public void Every_command_has_a_file_of_its_own(CommandShape shape) =>
        Assert.That(File.Exists(Repository.PathOf($"Core/{shape.Type.Namespace!.Split('.')[^1]}/{shape.Type.Name}.cs")));

    [TestCaseSource(nameof(Typed))]
    public void Every_command_can_be_filled_in_as_a_form(CommandShape shape)
    {
        var form = shape.ToForm();

        Assert.That(form.Command, Is.EqualTo(shape.Name));
        Assert.That(form.Inputs.Select(input => input.Name), Is.Unique);
        Assert.That(form.Inputs.Select(input => input.Label), Is.All.Match("^[A-Z]"));
    }

    [TestCaseSource(nameof(Typed))]
    public void What_must_be_said_can_be_said_to_be_missing(CommandShape shape) =>
        Assert.That(shape.Args.Where(arg => arg.IsRequired).Select(arg => $"{arg.Label} is missing."), Is.All.Match("^(The [a-z]|On or off)"));

    [TestCaseSource(nameof(Questions))]
    public async Task A_question_changes_nothing(CommandShape shape)
    {
        await using var team = await Team.Open();
        await team.Says("sam", "#team", "idea add Rotate the demo host #demo");
        var commits = team.Store.Commits;
        await team.Says("sam", "#team", shape.Example.Replace("12", "1", StringComparison.Ordinal), key: "k1");

        Assert.That(team.Store.Commits, Is.EqualTo(commits));
    }

    private static IEnumerable<CommandShape> Questions => Commands.All.Where(shape => shape.IsQuestion);

    [Test]
    public void A_noun_has_at_most_one_default_and_one_verb_alone()
    {
        foreach (var noun in Commands.Nouns)
        {
            Assert.That(Commands.Of(noun).Count(shape => shape.IsDefault), Is.LessThanOrEqualTo(1), noun);
            Assert.That(Commands.Of(noun).Count(shape => shape.IsAlone), Is.LessThanOrEqualTo(1), noun);
        }
    }

    [Test]
    public void What_knows_a_person_can_tell_and_forget_them()
    {
        var features = KindsOf(typeof(IPersonalData)).Select(type => type.Namespace);
        var withDocuments = typeof(CommandCatalog).Assembly.GetTypes()
            .Where(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                .Any(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(DocumentType<>)))
            .Select(type => type.Namespace).Distinct().ToList();

        Assert.That(withDocuments, Does.Contain("AsyncBot.Core.Ideas"));
        Assert.That(withDocuments.Except(OfTheHouse), Is.SubsetOf(features));
    }

    private static IEnumerable<Type> KindsOf(Type port) => typeof(CommandCatalog).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsInterface: false })
        .Where(type => type.GetInterfaces().Any(known => known == port || (known.IsGenericType && known.GetGenericTypeDefinition() == port)));
}
