using AsyncBot.Core.Commands;
using AsyncBot.Core.Ideas;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

public sealed class CopiesOfIdeasTests
{
    private const string Secret = "hunter2 is the password";

    private Team _team = null!;

    [SetUp]
    public async Task SetUp() => _team = await Team.Open();

    [TearDown]
    public async Task TearDown() => await _team.DisposeAsync();

    [Test]
    public async Task A_deleted_text_goes_from_the_digests_and_notices_that_quoted_it()
    {
        await _team.Says("ana", "#team", $"idea add {Secret}");
        await _team.Says("ana", "#team", "idea add Something harmless");
        await _team.Says("ben", "#team", "idea move 1 tasks");
        await _team.Says("ana", "#team", "idea digest every day at 12:00");
        await _team.Advance(Duration.FromDays(1));
        Assert.That(_team.Posts("#team"), Has.Some.Contains("Waiting longest").And.Some.Contains(Secret));

        await _team.Says("ana", "#team", "idea delete 1");

        Assert.That(_team.Posts("#team"), Has.None.Contains(Secret));
        Assert.That(_team.Posts("#team"), Has.Some.Contains("Something harmless"));
        Assert.That(_team.Posts("@ana"), Has.None.Contains(Secret));
    }

    [Test]
    public async Task A_forgotten_persons_text_goes_from_them_too()
    {
        await _team.Says("emi", "#team", $"idea add {Secret}");
        await _team.Says("ana", "#team", "idea digest every day at 12:00");
        await _team.Advance(Duration.FromDays(1));

        var asked = await _team.Says("emi", "dm", "async forget me");
        await _team.Presses("emi", asked, "Forget me");

        Assert.That(_team.Posts("#team"), Has.None.Contains(Secret));
    }

    [Test]
    public async Task It_goes_from_whatever_else_quoted_it_in_a_channel_too()
    {
        await using var team = await Team.Open(new TeamOptions { Features = features => features.Command<Praise, Praise.Handler>() });
        await team.Says("ana", "#team", $"idea add {Secret}");
        await team.Says("ben", "#team", "praise 1");
        Assert.That(team.Posts("#team")[^1], Is.EqualTo($"@Ben likes “{Secret}”."));

        await team.Says("ana", "#team", "idea delete 1");

        Assert.That(team.Posts("#team")[^1], Is.EqualTo("💡 #1 was deleted."));
    }

    [Test]
    public async Task An_author_who_left_the_channel_hears_no_more_of_it()
    {
        await _team.Says("emi", "#oncall", "idea add Rotate the pager");
        _team.Directory.Leave("emi", "oncall");

        await _team.Says("sam", "#oncall", "idea edit 1 Words for those who stayed");
        await _team.Says("sam", "#oncall", "idea done 1 Because we could");

        Assert.That(_team.Posts("@emi"), Is.Empty);
    }

    [Command("praise", "Praise an idea", Example = "praise 12")]
    private sealed record Praise([Arg("The number")] int Number) : ICommand
    {
        public sealed class Handler : ICommandHandler<Praise>
        {
            public async Task<Reply> Handle(Praise command, Turn turn)
            {
                var idea = (await IdeaBook.Find(turn, command.Number))!.Value;
                turn.Post(idea.Home, Card.Of($"{turn.Caller.Person} likes “{idea.Text}”."), quotes: [IdeaText.ItemOf(idea)]);
                return Reply.Say($"They will see it.");
            }
        }
    }
}
