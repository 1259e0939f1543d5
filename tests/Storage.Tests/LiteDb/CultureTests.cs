using System.Globalization;
using AsyncBot.Core.Documents;
using AsyncBot.TestKit;

namespace AsyncBot.Storage.Tests.LiteDb;

[NonParallelizable]
public sealed class CultureTests
{
    /// <summary>Turkish i, Swedish å after z, and Thai digits and years have all changed files in other programs.</summary>
    [TestCase("tr-TR"), TestCase("sv-SE"), TestCase("th-TH"), TestCase("ar-SA")]
    public async Task A_file_is_the_same_in_every_culture(string culture)
    {
        var before = CultureInfo.DefaultThreadCurrentCulture;
        try
        {
            await using var stores = new LiteDbStores();
            var here = new WorkspaceId("T1");
            var type = new DocumentType<Word>("word", word => word.Id, new DocumentIndex<Word>("all", _ => "", word => word.Id));
            string[] words = ["I", "Z", "i", "z", "Å", "å", "İ", "ı"];
            CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo(culture);
            var store = await stores.Open();
            foreach (var word in words.Reverse())
            {
                var batch = new Batch(here, "turn");
                batch.Put(type, new Word(word, -1234.5m, Instant.FromUtc(2026, 3, 9, 8, 0)), Batch.New);
                await store.Commit(batch, default);
            }
            CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            store = await stores.Reopen();

            var found = await store.Query(here, type, new Slice("all", ""), default);

            Assert.That(found.Select(word => word.Value), Is.EqualTo(words.Select(word => new Word(word, -1234.5m, Instant.FromUtc(2026, 3, 9, 8, 0)))));
        }
        finally
        {
            CultureInfo.DefaultThreadCurrentCulture = before;
        }
    }

    private sealed record Word(string Id, decimal Number, Instant At);
}
