using System.Text.Json;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Help;

public sealed class ExportMeTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task An_export_is_a_file_in_my_direct_messages_with_my_own_words_only()
    {
        await _team.Says("ana", "#team", "idea add Rotate the <demo> host “now”");
        await _team.Says("ana", "dm", "idea add A private thought");
        await _team.Says("ben", "#team", "idea add Words of Ben");
        await _team.Says("ben", "#team", "idea vote 1");
        await _team.Says("ben", "#team", "idea drop 1 Reasons of Ben");
        var answer = await _team.Says("ana", "#team", "async export me");

        Assert.That(answer.Text, Does.Contain("in our direct messages"));
        Assert.That(_team.Messages("#team"), Has.None.Property("File").Not.Null);
        var file = _team.LastPost("@ana").File!;
        Assert.That(file, Does.Contain("Rotate the <demo> host “now”").And.Contain("A private thought"));
        Assert.That(file, Does.Not.Contain("of Ben"));
        var ideas = JsonDocument.Parse(file).RootElement.GetProperty("ideas");
        Assert.That(ideas[0].GetProperty("votes").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task An_export_has_every_idea_of_a_long_history()
    {
        await _team.AtOnce(Enumerable.Range(1, 205).Select(n => _team.Says("ana", "#team", $"idea add Number {n}")));
        await _team.Says("ana", "dm", "async export me");

        var ideas = JsonDocument.Parse(_team.LastPost("@ana").File!).RootElement.GetProperty("ideas");
        Assert.That(ideas.EnumerateArray().Select(idea => idea.GetProperty("number").GetInt32()), Is.EqualTo(Enumerable.Range(1, 205)));
    }
}
