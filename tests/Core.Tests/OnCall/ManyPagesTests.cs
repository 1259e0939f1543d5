using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Help;
using AsyncBot.Core.OnCall;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.OnCall;

/// <summary>A month of pages from and to many.</summary>
public sealed class ManyPagesTests : Rota
{
    [Test]
    public async Task Those_of_somebody_are_found_without_the_others_and_forgotten_some_at_a_time()
    {
        await Seed(1, 250, "chidi");
        await Seed(251, 600, "dana");
        var most = 0;
        Team.Store.BeforeCommit = batch =>
        {
            most = Math.Max(most, batch.Writes.OfType<PutDocument>().Count(put => put.Kind == Page.Kind));
            return Task.CompletedTask;
        };
        var reads = Team.Store.Reads;
        await Team.Says("chidi", "dm", "async export me");
        Assert.That(Team.Store.Reads - reads, Is.LessThan(200));
        Assert.That(Team.Messages("@chidi")[^1].File, Does.Contain("Thing 1\"").And.Contain("Thing 250\"").And.Not.Contain("Thing 251"));

        await Team.Does("chidi", AsyncBot.TestKit.Team.Place("dm", "chidi"), null, null, new InboundContent.Call(new ConfirmForget()));
        await Team.Advance(Duration.FromMinutes(1));

        Assert.That(most, Is.EqualTo(100));
        foreach (var number in Enumerable.Range(1, 250))
            Assert.That((await Team.Find(Page.Type, Page.IdOf(number)))!.Text, Is.EqualTo("(removed)"), $"{number}");
        Assert.That((await Team.Find(Page.Type, "251"))!.Text, Is.EqualTo("Thing 251"));
    }

    private async Task Seed(int first, int last, string person)
    {
        var until = Team.Clock.GetCurrentInstant() + Page.Kept;
        var batch = new Batch(AsyncBot.TestKit.Team.Workspace, "seed");
        foreach (var number in Enumerable.Range(first, last - first + 1))
        {
            batch.Put(
                Page.Type,
                new Page(number, "support", default, TestDirectory.IdOf(person), $"Thing {number}", [], [], null, null, null, until, PageState.Acknowledged),
                Batch.New);
        }

        await Team.Store.Commit(batch, default);
    }
}
