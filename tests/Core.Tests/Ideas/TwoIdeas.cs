using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

/// <summary>Two ideas of Ana in #team, which is all that most verbs need.</summary>
public abstract class TwoIdeas
{
    protected Team Team { get; private set; } = null!;

    [SetUp]
    public async Task Ideas_of_Ana()
    {
        Team = await Team.Open();
        await Team.Says("ana", "#team", "idea add Rotate the demo host");
        await Team.Says("ana", "#team", "idea add Buy a coffee machine");
    }

    [TearDown]
    public async Task Close() => await Team.DisposeAsync();
}
