using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

public sealed class ListIdeasTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [TestCase("idea")]
    [TestCase("/idea")]
    [TestCase("idea list")]
    public async Task The_noun_alone_lists_what_is_open_and_offers_Add(string line)
    {
        await _team.Says("ana", "#team", "idea add Ship it");
        var answer = await _team.Says("ben", "#team", line);

        Assert.That(answer.Text, Does.StartWith("Open ideas in #team, newest first\n#1 Ship it — @Ana, no votes yet, just now"));
        Assert.That(answer.Labels, Is.EqualTo(new[] { "Vote", "Add" }));
    }

    [Test]
    public async Task Add_opens_a_form_that_saves_an_idea()
    {
        var form = await _team.Presses("ana", await _team.Says("ana", "#team", "idea"), "Add");

        Assert.That(form.Form!.Inputs.Select(input => (input.Name, input.Required)), Is.EqualTo(new[] { ("text", true), ("bucket", false), ("channel", false) }));
        var wrong = await _team.Submits("ana", form, ("text", "  "), ("bucket", "nowhere"));
        Assert.That(wrong.Errors.Keys, Does.Contain("bucket"));
        Assert.That((await _team.Submits("ana", form, ("text", new string('x', 10_001)))).Errors["text"], Does.Contain("10,000"));
        var saved = await _team.Submits("ana", form, ("text", "Ship it"), ("bucket", "tasks"));
        Assert.That(saved.Text, Does.StartWith("#1 saved in tasks: Ship it"));
    }

    [Test]
    public async Task An_empty_list_says_how_to_fill_it() =>
        Assert.That((await _team.Says("ana", "#team", "idea list")).Text, Does.StartWith("No open ideas here.").And.Contain("Try: idea add"));

    [TestCase("done", "No ideas that are done here. Try: idea list")]
    [TestCase("dropped", "No dropped ideas here. Try: idea list")]
    public async Task Where_nothing_is_decided_the_open_ones_are_what_there_is(string which, string answer) =>
        Assert.That((await _team.Says("ana", "#team", $"idea list {which}")).Text, Is.EqualTo(answer));

    [Test]
    public async Task Ten_a_page_newest_first_with_More()
    {
        for (var n = 1; n <= 23; n++)
            await _team.Says("ana", "#team", $"idea add Number {n}");

        var first = await _team.Says("ben", "#team", "idea list");
        var second = await _team.Presses("ben", first, "More");
        var third = await _team.Presses("ben", second, "More");

        Assert.That(Listed.NumbersIn(first), Is.EqualTo(Enumerable.Range(14, 10).Reverse()));
        Assert.That(Listed.NumbersIn(second), Is.EqualTo(Enumerable.Range(4, 10).Reverse()));
        Assert.That(Listed.NumbersIn(third), Is.EqualTo(new[] { 3, 2, 1 }));
        Assert.That(third.Labels, Does.Not.Contain("More"));
    }

    [TestCase(10, false)]
    [TestCase(11, true)]
    public async Task More_is_offered_only_where_there_is_more(int ideas, bool more)
    {
        for (var n = 1; n <= ideas; n++)
            await _team.Says("ana", "#team", $"idea add Number {n}");

        Assert.That((await _team.Says("ben", "#team", "idea list")).Labels.Contains("More"), Is.EqualTo(more));
    }

    [TestCase("idea list", new[] { 7, 6, 4, 3, 2, 1 })]
    [TestCase("idea list open", new[] { 7, 6, 4, 3, 2, 1 })]
    [TestCase("idea list tasks", new[] { 6, 2 })]
    [TestCase("idea list TASKS", new[] { 6, 2 })]
    [TestCase("idea list discussion", new[] { 3 })]
    [TestCase("idea list #demo", new[] { 6, 4, 1 })]
    [TestCase("idea list #DEMO", new[] { 6, 4, 1 })]
    [TestCase("idea list tasks #demo", new[] { 6 })]
    [TestCase("idea list #demo tasks", new[] { 6 })]
    [TestCase("idea list mine", new[] { 7, 6 })]
    [TestCase("idea list mine tasks", new[] { 6 })]
    [TestCase("idea list tasks #demo mine", new[] { 6 })]
    [TestCase("idea list done", new[] { 5 })]
    [TestCase("idea list dropped", new[] { 8 })]
    [TestCase("idea list #nothing", new int[0])]
    public async Task Filters_may_come_in_any_order(string line, int[] numbers)
    {
        foreach (var (person, text) in new[]
        {
            ("ana", "One #demo"), ("ana", "Two in tasks"), ("ana", "Three in discussion"), ("ana", "Four #Demo!"), ("ana", "Five #demo"),
            ("ben", "Six (#demo) in tasks"), ("ben", "Seven"), ("ben", "Eight"),
        })
            await _team.Says(person, "#team", "idea add " + text);
        await _team.Says("ana", "#team", "idea done 5");
        await _team.Says("ana", "#team", "idea drop 8");

        Assert.That(Listed.NumbersIn(await _team.Says("ben", "#team", line)), Is.EqualTo(numbers));
    }

    [Test]
    public async Task A_filter_that_nobody_knows_is_refused_and_may_be_a_text()
    {
        var answer = await _team.Says("ana", "#team", "idea list of things to do");

        Assert.That(answer.IsRefused);
        Assert.That(answer.Text, Does.Contain("“of”").And.Contain("Try: idea list tasks #demo"));
        Assert.That(answer.Labels, Is.EqualTo(new[] { "Save as an idea" }));
    }

    [Test]
    public async Task In_a_direct_message_it_lists_every_place_that_one_sees()
    {
        await _team.Says("ana", "#team", "idea add For the team");
        await _team.Says("ana", "#oncall", "idea add For those on call");
        await _team.Says("ben", "dm", "idea add For me");
        await _team.Says("ana", "dm", "idea add For nobody else");

        Assert.That(Listed.NumbersIn(await _team.Says("ben", "dm", "idea list")), Is.EqualTo(new[] { 3, 2, 1 }));
        Assert.That(Listed.NumbersIn(await _team.Says("chidi", "dm", "idea list")), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Votes_age_bucket_and_outcome_are_in_the_line()
    {
        await _team.Says("ana", "#team", "idea add Ship it in tasks");
        await _team.Says("ben", "#team", "idea vote 1");
        await _team.Advance(Duration.FromDays(3));
        Assert.That((await _team.Says("ben", "#team", "idea list")).Text, Does.EndWith("#1 Ship it — @Ana, 1 vote, 3 days ago, in tasks"));

        await _team.Says("ben", "#team", "idea done 1 Shipped");
        Assert.That((await _team.Says("ben", "#team", "idea list done")).Text, Does.EndWith("in tasks, done: Shipped"));
    }
}
