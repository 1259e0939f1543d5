using AsyncBot.Core.Catalogs;
using AsyncBot.Core.Commands;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Help;

public sealed class CommandDocsTests
{
    private static readonly CommandCatalog Commands = Catalog.Features().Commands;

    [Test]
    public async Task The_page_of_commands_is_what_the_declarations_say()
    {
        var path = Repository.PathOf("docs/commands.md");
        var page = CommandDocs.Write(Commands);
        if (Repository.IsRewriting)
            await File.WriteAllTextAsync(path, page);

        Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo(page), "ASYNCBOT_REWRITE=1 dotnet test tests/Core.Tests writes it anew");
    }

    [Test]
    public void Every_command_that_can_be_typed_is_on_it_and_no_other()
    {
        var page = CommandDocs.Write(Commands);

        foreach (var shape in Commands.All)
            Assert.That(page.Contains($"| {shape.Summary}", StringComparison.Ordinal), Is.Not.EqualTo(shape.IsHidden), shape.Name);
    }

    [TestCase("`online hours [hours\\|auto]`")]
    [TestCase("`online away [[@person] from … until …] [because reason]`")]
    [TestCase("`online off [[@person] from … until …] [because reason]`")]
    public void Words_that_mean_something_of_their_own_are_on_it(string usage) => Assert.That(CommandDocs.Write(Commands), Does.Contain(usage));
}
