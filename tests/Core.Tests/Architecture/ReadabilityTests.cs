using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Architecture;

/// <summary>What a reader can take in at one look.</summary>
public sealed class ReadabilityTests
{
    private const int WidestLine = 160;

    [TestCase("Core")]
    [TestCase("Storage")]
    [TestCase("Bot")]
    public void No_line_is_wider_than_a_screen(string root)
    {
        var wide =
            from source in Repository.Sources(root)
            from line in source.Text.Split('\n').Index()
            let width = line.Item.TrimEnd('\r').Length
            where width > WidestLine
            select $"{source.Path}:{line.Index + 1} has {width} characters: name a part of it, or make it several lines";

        Assert.That(wide, Is.Empty);
    }
}
