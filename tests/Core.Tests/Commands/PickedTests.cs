using AsyncBot.Core.Commands;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Commands;

public sealed class PickedTests
{
    private Team _team = null!;

    [SetUp]
    public async Task Open() => _team = await Team.Open();

    [TearDown]
    public async Task Close() => await _team.DisposeAsync();

    [Test]
    public async Task A_person_picked_from_a_list_is_that_one_whatever_others_are_called()
    {
        var ana = Picked.Of(TestDirectory.IdOf("ana"), "Ana de la Cruz");

        Assert.That((await _team.Says("sam", "dm", $"async admin {ana}")).Text, Does.Contain("@Ana"));
        Assert.That((await _team.Says("sam", "dm", $"async admin {Picked.Of(TestDirectory.IdOf("ben"), "Ana")},")).IsRefused, Is.False);
        Assert.That((await _team.Says("ana", "#team", $"idea add Ask {ana} ({ana}), \"and {ana}\"")).Text,
            Does.Contain("Ask @Ana de la Cruz (@Ana de la Cruz), \"and @Ana de la Cruz\""));
    }

    [Test]
    public async Task A_channel_picked_from_a_list_is_that_one()
    {
        var answer = await _team.Says("ana", "dm", $"idea add Ship it in {Picked.Of(TestDirectory.ChannelIdOf("#team"), "whatever")}");

        Assert.That(_team.Posts("#team").Single(), Does.Contain("Ship it —"));
        Assert.That(answer.IsRefused, Is.False);
    }

    [Test]
    public void What_is_typed_can_not_pretend_to_be_picked() =>
        Assert.That(Picked.Clean(Picked.Of(TestDirectory.IdOf("ana"), "Ana")), Is.EqualTo("@U-ana@Ana"));

    [TestCase("ask ANA BEN", "ask @U-ana @U-ben")]
    [TestCase("ask ANABEN", "ask @U-ana @U-ben")]
    [TestCase("ask xANAy", "ask x @U-ana y")]
    [TestCase("(ANA),BEN", "( @U-ana ) @U-ben")]
    public void What_is_glued_to_a_pick_is_another_word(string typed, string words)
    {
        var text = typed
            .Replace("ANA", Picked.Of(TestDirectory.IdOf("ana"), "Ana de la Cruz"), StringComparison.Ordinal)
            .Replace("BEN", Picked.Of(TestDirectory.IdOf("ben"), "Ben"), StringComparison.Ordinal);

        Assert.That(string.Join(' ', Picked.Words(Picked.Ids(text)).Select(Picked.IdOf)), Is.EqualTo(words));
        Assert.That(Picked.Names(Picked.Ids(text)), Is.EqualTo(Picked.Plain(text)));
    }
}
