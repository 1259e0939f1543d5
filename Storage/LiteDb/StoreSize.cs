namespace AsyncBot.Storage.LiteDb;

/// <summary>How large the files have grown, in bytes, so that a host can warn in time.</summary>
public readonly record struct StoreSize(long Data, long Log)
{
    /// <summary>The engine reports its file sizes as int32 (https://github.com/litedb-org/LiteDB, SysDatabase.cs), so 2 GB is the end.</summary>
    private const long Alarm = 1_500_000_000;

    public bool IsAlarming => Data >= Alarm || Log >= Alarm;
}
