using System.Collections.Concurrent;
using AsyncBot.Core.Documents;

namespace AsyncBot.Core.Turns;

/// <summary>
/// The numbers by which people name things (<c>idea 12</c>). They are reserved in blocks ahead of the commit, so that many captures at once
/// don't wait for one counter. A crash may leave a gap; a number is never given twice.
/// </summary>
public sealed class Numbers(IStore store, TimeProvider time) : IWorkspaceMemory
{
    private const int SmallestBlock = 16;
    private const int LargestBlock = 512;

    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(1);

    private static readonly DocumentType<Series> SeriesType = new("numbers", series => series.Name);

    private readonly ConcurrentDictionary<(WorkspaceId Workspace, string Series), Block> _blocks = new();

    public async Task<int> Next(WorkspaceId workspace, string series, CancellationToken ct)
    {
        var block = _blocks.GetOrAdd((workspace, series), _ => new Block());
        await block.Gate.WaitAsync(ct);
        try
        {
            if (block.Next > block.Last)
                await Reserve(workspace, series, block, ct);
            return block.Next++;
        }
        finally
        {
            block.Gate.Release();
        }
    }

    /// <summary>A number that none given so far is above.</summary>
    public async Task<int> Last(WorkspaceId workspace, string series, CancellationToken ct) =>
        (await store.Find(workspace, SeriesType, series, ct))?.Value.Reserved ?? 0;

    /// <summary>Gives back what was reserved and not used, so that an orderly restart leaves no gap.</summary>
    public async Task GiveBack(CancellationToken ct)
    {
        foreach (var ((workspace, series), block) in _blocks)
        {
            await block.Gate.WaitAsync(ct);
            try
            {
                var stored = await store.Find(workspace, SeriesType, series, ct);
                if (stored is null || stored.Value.Reserved != block.Last || block.Next > block.Last)
                    continue;
                var batch = new Batch(workspace, "numbers");
                batch.Put(SeriesType, new Series(series, block.Next - 1), stored.Version);
                await store.Commit(batch, ct);
                block.Last = block.Next - 1;
            }
            finally
            {
                block.Gate.Release();
            }
        }
    }

    /// <summary>Starts again at 1 in a workspace that was cleared.</summary>
    public void Forget(WorkspaceId workspace)
    {
        foreach (var key in _blocks.Keys.Where(key => key.Workspace == workspace))
            _blocks.TryRemove(key, out _);
    }

    private async Task Reserve(WorkspaceId workspace, string series, Block block, CancellationToken ct)
    {
        var now = time.GetTimestamp();
        var busy = block.ReservedAt is { } before && time.GetElapsedTime(before, now) < Busy;
        block.Size = busy ? Math.Min(LargestBlock, block.Size * 2) : SmallestBlock;
        block.ReservedAt = now;
        while (true)
        {
            var stored = await store.Find(workspace, SeriesType, series, ct);
            var first = (stored?.Value.Reserved ?? 0) + 1;
            var batch = new Batch(workspace, "numbers");
            batch.Put(SeriesType, new Series(series, first + block.Size - 1), stored?.Version ?? Batch.New);
            try
            {
                await store.Commit(batch, ct);
            }
            catch (ConflictException)
            {
                continue;
            }

            (block.Next, block.Last) = (first, first + block.Size - 1);
            return;
        }
    }

    private sealed record Series(string Name, int Reserved);

    private sealed class Block
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public int Next { get; set; } = 1;

        public int Last { get; set; }

        public int Size { get; set; }

        public long? ReservedAt { get; set; }
    }
}
