using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>What reading a line may need to know.</summary>
/// <param name="Subject">The item in whose thread it was said, such as <c>idea 12</c>.</param>
public sealed record BindContext(Caller Caller, IDirectory Directory, string? Subject, CancellationToken Cancellation);
