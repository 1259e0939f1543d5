using System.Globalization;
using AsyncBot.Core.Documents;
using AsyncBot.Storage.Json;
using AsyncBot.Storage.LiteDb;
using AsyncBot.TestKit;
using LiteDB;
using LiteDB.Engine;

namespace AsyncBot.Storage.Tests.LiteDb;

/// <summary>Whatever a power cut leaves of what was not flushed, what was acknowledged is there, and of each commit all or nothing.</summary>
public sealed class PowerCutTests
{
    private const int Cuts = 60;
    private const int Commits = 120;
    private const int Together = 4;

    /// <summary>Where a page of the log confirms its transaction (BasePage.cs, P_IS_CONFIRMED).</summary>
    private const int Confirms = 18;

    private static readonly WorkspaceId Here = new("T1");
    private static readonly DocumentType<Page> Pages = new("page", page => page.Id, new DocumentIndex<Page>("all", _ => "", page => page.Id));
    private static readonly DueQueue<Page> Outbox = new("outbox");

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Make_a_folder() => _folder = new TemporaryFolder();

    [TearDown]
    public void Remove_the_folder() => _folder.Dispose();

    /// <param name="keeps">How likely a sector is there that was not flushed.</param>
    /// <param name="pages">Of so many the log goes into the data file.</param>
    [TestCase(0.1, 60), TestCase(0.5, 60), TestCase(0.5, 8), TestCase(0.9, 8)]
    public async Task What_was_acknowledged_outlasts_a_power_cut_at_any_moment(double keeps, int pages)
    {
        var (disk, acknowledged) = await Written(pages);
        var flushes = disk.BeforeFlushes;
        var seed = Random.Shared.Next();
        var chance = new Random(seed);
        for (var cut = 0; cut < Cuts; cut++)
        {
            var moment = (cut % 3) switch
            {
                0 => chance.Next(disk.Moments + 1),
                1 => flushes[chance.Next(flushes.Count)],
                _ => acknowledged[chance.Next(acknowledged.Count)].At,
            };
            var folder = Directory.CreateDirectory(_folder.File($"{cut}"));
            disk.Cut(moment, keeps, chance, folder.FullName);
            var promised = acknowledged.Where(each => each.At <= moment).Select(each => each.Number).ToList();

            await AssertWhole(Path.Combine(folder.FullName, "one.db"), promised, $"seed {seed}, cut {cut} at {moment}");
        }
    }

    [Test]
    public async Task What_is_acknowledged_right_after_the_start_is_on_disk_by_then()
    {
        var disk = new PowerCutDisk();
        var acknowledged = new List<int>();
        await using (var store = await Open(_folder.File("one.db"), disk.Open))
        {
            acknowledged.Add(disk.Moments);
            for (var number = 1; number <= 40; number++)
            {
                await Put(store, number);
                acknowledged.Add(disk.Moments);
            }
        }

        for (var number = 0; number <= 40; number++)
        {
            var folder = Directory.CreateDirectory(_folder.File($"{number}")).FullName;
            disk.Cut(acknowledged[number], keeps: 0, new Random(1), folder);
            await AssertWhole(Path.Combine(folder, "one.db"), [.. Enumerable.Range(1, number)], $"{number}");
        }
    }

    [Test]
    public void A_page_that_confirms_is_whole_and_so_are_all_before_it()
    {
        var disk = new PowerCutDisk();
        var written = new List<byte[]>();
        using (var log = new LogFile(disk.Open(_folder.File("one-log.db"))))
        {
            for (var number = 1; number <= 8; number++)
            {
                var page = Enumerable.Repeat((byte)number, PageStream.PageSize).ToArray();
                page[Confirms] = number % 4 == 0 ? (byte)1 : (byte)0;
                written.Add(page);
                log.Position = (number - 1) * PageStream.PageSize;
                log.Write(page, 0, page.Length);
                log.Flush();
            }

            log.ToDisk();
        }

        for (var cut = 0; cut < 500; cut++)
        {
            disk.Cut(cut % (disk.Moments + 1), 0.5, Random.Shared, _folder.Path);
            var there = File.ReadAllBytes(_folder.File("one-log.db")).Chunk(PageStream.PageSize).ToList();
            var last = there.FindLastIndex(page => page.Length > Confirms && page[Confirms] == 1);
            Assert.That(last, Is.AnyOf(-1, 3, 7));
            Assert.That(there.Take(last + 1), Is.EqualTo(written.Take(last + 1)));
        }
    }

    [Test]
    public async Task A_commit_costs_two_flushes_however_much_is_in_it()
    {
        using var disk = new FaultyDisk();
        await using var store = await Open(_folder.File("one.db"), disk.Open);
        await Put(store, 1);
        var before = disk.Flushes;

        await Put(store, 2, documents: 200);

        Assert.That(disk.Flushes - before, Is.EqualTo(2));
    }

    [Test]
    public async Task What_was_not_confirmed_when_the_power_was_cut_is_cut_off_the_log()
    {
        var path = _folder.File("one.db");
        var store = await Open(path, file => new DiskFile(file));
        await Put(store, 1);
        var copy = Directory.CreateDirectory(_folder.File("copy")).FullName;
        foreach (var file in new[] { path, DatabaseFiles.LogPath(path) })
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        await store.DisposeAsync();
        var (again, log) = (Path.Combine(copy, "one.db"), DatabaseFiles.LogPath(Path.Combine(copy, "one.db")));
        var whole = File.ReadAllBytes(log);
        var torn = whole[^PageStream.PageSize..];
        torn[Confirms] = 0;
        torn.AsSpan(PageStream.PageSize / 2).Clear();
        File.WriteAllBytes(log, [.. whole, .. torn, .. new byte[PageStream.PageSize], 1, 2, 3]);

        using (new LogFile(new DiskFile(log)))
            Assert.That(new FileInfo(log).Length, Is.EqualTo(whole.Length));

        await AssertWhole(again, [1], "");
    }

    /// <summary>Commits, several at a time, through as many checkpoints as there may be, and when each was acknowledged.</summary>
    private async Task<(PowerCutDisk Disk, IReadOnlyList<(int Number, int At)> Acknowledged)> Written(int pages)
    {
        var path = _folder.File("one.db");
        await (await Open(path, file => new DiskFile(file))).DisposeAsync();
        using (var engine = new LiteEngine(new EngineSettings { Filename = path, Collation = Collation.Binary }))
            engine.Pragma("CHECKPOINT", pages);
        var disk = new PowerCutDisk();
        await using var store = await Open(path, disk.Open);
        var acknowledged = new List<(int, int)>();
        for (var number = 1; number <= Commits; number += Together)
        {
            await Task.WhenAll(Enumerable.Range(number, Together).Select(async each =>
            {
                await Put(store, each);
                lock (acknowledged)
                    acknowledged.Add((each, disk.Moments));
            }));
        }

        return (disk, acknowledged);
    }

    private static async Task AssertWhole(string path, IReadOnlyList<int> promised, string when)
    {
        await using (var store = await Open(path, file => new DiskFile(file)))
        {
            var there = await Numbers(store);
            Assert.That(promised.Except(there), Is.Empty, when);
            await Put(store, Commits + 1);
        }

        await using var again = await Open(path, file => new DiskFile(file));
        Assert.That(await Numbers(again), Is.SupersetOf(promised.Append(Commits + 1)), when);

        // Of each commit two pages and what is to be sent, or nothing.
        async Task<IReadOnlyList<int>> Numbers(LiteDbStore store)
        {
            var pages = (await store.Query(Here, Pages, new Slice("all", "", Take: 10_000), default)).Select(page => page.Value).ToList();
            var sent = await store.Take(Outbox, Instant.FromUnixTimeTicks(0), 10_000, Duration.FromMinutes(1), default);
            var numbers = sent.Select(lease => int.Parse(lease.Id, CultureInfo.InvariantCulture)).ToList();
            Assert.That(pages.Select(page => page.Id).Order(), Is.EqualTo(numbers.SelectMany(number => new[] { $"{number}-0", $"{number}-1" }).Order()), when);
            foreach (var page in pages)
                Assert.That((await store.Find(Here, Pages, page.Id, default))!.Value, Is.EqualTo(page), when);
            return numbers;
        }
    }

    private static Task Put(LiteDbStore store, int number, int documents = 2)
    {
        var batch = new Batch(Here, "turn");
        for (var each = 0; each < documents; each++)
            batch.Put(Pages, new Page($"{number}-{each}", new string((char)('a' + number % 26), 700)), Batch.New);
        batch.Enqueue(Outbox, $"{number}", "", Instant.FromUnixTimeTicks(0), new Page($"{number}", ""));
        return store.Commit(batch, default);
    }

    private static Task<LiteDbStore> Open(string path, Func<string, IDiskFile> open) =>
        LiteDbStore.Open(new LiteDbOptions(path), new DocumentJson(), new ManualTime(), open);

    private sealed record Page(string Id, string Text);
}
