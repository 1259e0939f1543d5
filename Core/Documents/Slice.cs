namespace AsyncBot.Core.Documents;

/// <summary>The only query there is: a run of one index under one key, in the order of its sort strings.</summary>
/// <param name="From">The first sort string, included; null starts at the beginning.</param>
/// <param name="To">The sort string to stop before; null goes to the end.</param>
/// <param name="Newest">Reads from the end backwards.</param>
/// <param name="Take">At most this many documents.</param>
public sealed record Slice(string Index, string Key, string? From = null, string? To = null, bool Newest = false, int Take = 100);

/// <summary>A document as it was read, with the version that a later write must still find.</summary>
public sealed record Stored<T>(T Value, long Version) where T : class;
