using System.Globalization;
using AsyncBot.Core.Documents;
using AsyncBot.Storage.Json;
using AsyncBot.Storage.LiteDb;
using AsyncBot.TestKit;

namespace AsyncBot.Storage.Tests.LiteDb;

/// <summary>The thread that owns the file: what runs on it, and what it does at once for many.</summary>
public sealed class DatabaseThreadTests
{
    private static readonly DocumentType<Line> Lines = new("line", line => line.Id);

    private TemporaryFolder _folder = null!;

    private string Path => _folder.File("asyncbot.db");

    [SetUp]
    public void Make_a_folder() => _folder = new TemporaryFolder();

    [TearDown]
    public void Remove_the_folder() => _folder.Dispose();

    [Test]
    public async Task The_file_is_opened_on_a_thread_of_its_own_where_nothing_else_can_be_scheduled()
    {
        (bool IsShared, SynchronizationContext? Context, TaskScheduler Scheduler)? owner = null;

        await using var store = await LiteDbStore.Open(new LiteDbOptions(Path), new DocumentJson(), new ManualTime(), path =>
        {
            owner = (Thread.CurrentThread.IsThreadPoolThread, SynchronizationContext.Current, TaskScheduler.Current);
            return new DiskFile(path);
        });

        Assert.That(owner, Is.EqualTo((false, (SynchronizationContext?)null, TaskScheduler.Default)));
    }

    [Test]
    public async Task Whoever_waited_goes_on_on_another_thread()
    {
        using var opening = new ManualResetEventSlim();
        using var reading = new ManualResetEventSlim();
        var owner = 0;
        var thread = new DatabaseThread(() =>
        {
            opening.Wait();
            owner = Environment.CurrentManagedThreadId;
            return OpenDatabase();
        }, groupSize: 64);
        var opened = ThreadAfter(thread.Opened);
        opening.Set();
        await thread.Opened;

        Task<int>[] others =
        [
            ThreadAfter(thread.Read(_ => Held(reading))),
            ThreadAfter(thread.Commit(Put("1"))),
            ThreadAfter(thread.Commit(Put("1"))),
            ThreadAfter(thread.Read<bool>(_ => throw new DocumentDamagedException("line", "1"))),
            ThreadAfter(thread.End()),
        ];
        reading.Set();

        Assert.That(await Task.WhenAll([opened, .. others]), Has.None.EqualTo(owner));
    }

    [Test]
    public async Task Whoever_is_told_of_a_failure_goes_on_on_another_thread()
    {
        using var reading = new ManualResetEventSlim();
        var owner = 0;
        var thread = new DatabaseThread(() =>
        {
            owner = Environment.CurrentManagedThreadId;
            return OpenDatabase();
        }, groupSize: 64);
        await thread.Opened;

        Task<int>[] told =
        [
            ThreadAfter(thread.Read<bool>(_ => Held(reading) ? throw new IOException("No space left on device") : false)),
            ThreadAfter(thread.Commit(Put("1"))),
            ThreadAfter(thread.Read(_ => true)),
            ThreadAfter(thread.Failure),
        ];
        reading.Set();

        Assert.That(await Task.WhenAll(told), Has.None.EqualTo(owner));
    }

    [Test]
    public async Task Commits_that_wait_share_a_transaction_and_64_are_the_most()
    {
        using var reading = new ManualResetEventSlim();
        var thread = new DatabaseThread(OpenDatabase, new LiteDbOptions(Path).GroupSize);
        await thread.Opened;
        var before = Transactions();

        var held = thread.Read(_ => Held(reading));
        var commits = Enumerable.Range(0, 100).Select(i => thread.Commit(Put($"{i}"))).ToArray();
        reading.Set();
        await held;
        await Task.WhenAll(commits);

        Assert.That(Transactions() - before, Is.EqualTo(2));
        await thread.End();
    }

    [Test]
    public async Task A_batch_that_conflicts_does_not_keep_those_that_wait_with_it()
    {
        using var reading = new ManualResetEventSlim();
        var thread = new DatabaseThread(OpenDatabase, new LiteDbOptions(Path).GroupSize);

        var held = thread.Read(_ => Held(reading));
        var commits = new[] { "1", "2", "1", "3" }.Select(id => thread.Commit(Put(id))).ToArray();
        reading.Set();
        await held;

        await Assert.ThrowsAsync<ConflictException>(() => commits[2]);
        await Task.WhenAll(commits[0], commits[1], commits[3]);
        await thread.End();
    }

    [Test]
    public async Task Finds_that_wait_are_answered_together_each_with_its_own()
    {
        using var reading = new ManualResetEventSlim();
        var thread = new DatabaseThread(OpenDatabase, groupSize: 64);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(id => thread.Commit(Put($"{id}"))));
        await thread.End();
        thread = new DatabaseThread(OpenDatabase, groupSize: 64);

        var held = thread.Read(_ => Held(reading));
        var finds = Enumerable.Range(0, 100).Select(id => (Id: $"{id / 2}", Found: thread.Find($"T1\u0001line\u0001{id / 2}", "line", $"{id / 2}"))).ToList();
        reading.Set();
        await held;

        foreach (var (id, found) in finds)
            Assert.That((await found)?.Body.Key, Is.EqualTo(int.Parse(id, CultureInfo.InvariantCulture) < 30 ? $"T1\u0001line\u0001{id}" : null));
        await thread.End();
    }

    [Test]
    public async Task Finds_that_wait_when_the_engine_fails_are_told()
    {
        using var reading = new ManualResetEventSlim();
        var thread = new DatabaseThread(OpenDatabase, groupSize: 64);
        await thread.Opened;

        var held = thread.Read(_ => Held(reading));
        var before = thread.Find("T1\u0001line\u00011", "line", "1");
        var failing = thread.Read<bool>(_ => throw new IOException("No space left on device"));
        var after = thread.Find("T1\u0001line\u00012", "line", "2");
        reading.Set();

        await held;
        foreach (var told in new Task[] { before, failing, after })
            await Assert.ThrowsAsync<StoreFailedException>(() => told);
    }

    private Database OpenDatabase() =>
        new(Path, path => new DiskFile(path), new Memory(1 << 20), new ManualTime(), TimeSpan.FromSeconds(10));

    /// <summary>Each transaction ends with the one page in the log that confirms it (BasePage.cs, P_IS_CONFIRMED).</summary>
    private int Transactions()
    {
        using var log = new FileStream(LiteDbStores.LogOf(Path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var page = new byte[8192];
        var confirmed = 0;
        while (log.ReadAtLeast(page, page.Length, throwOnEndOfStream: false) == page.Length)
            confirmed += page[18];
        return confirmed;
    }

    /// <summary>The thread on which whoever waits for the task goes on, unless the task has it go elsewhere.</summary>
    private static Task<int> ThreadAfter(Task task) =>
        task.ContinueWith(_ => Environment.CurrentManagedThreadId, default, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private static bool Held(ManualResetEventSlim gate)
    {
        gate.Wait();
        return true;
    }

    private static PreparedBatch Put(string id)
    {
        var batch = new Batch(new WorkspaceId("T1"), "turn");
        batch.Put(Lines, new Line(id), Batch.New);
        return PreparedBatch.Of(batch, new DocumentJson());
    }

    private sealed record Line(string Id);
}
