using AsyncBot.Core.Documents;

namespace AsyncBot.Bot.Playground;

/// <summary>The people and channels of the playground, as they are kept.</summary>
public sealed record World(IReadOnlyList<Resident> People, IReadOnlyList<Room> Rooms)
{
    public static readonly DocumentType<World> Type = new("playground.world", _ => Id);

    public const string Id = "world";
}

/// <param name="Zone">An IANA id; null where the workspace does not know it.</param>
/// <param name="Hours">Monday to Friday, on their own clock, such as <c>09:00-17:00</c>; null where the workspace does not know them.</param>
public sealed record Resident(string Id, string Name, string? Zone, string? Hours, bool IsAdmin = false, bool IsGone = false);

/// <param name="Name">Without <c>#</c>.</param>
/// <param name="IsForAll">Who is new in the workspace is a member from the start.</param>
public sealed record Room(string Name, IReadOnlyList<string> Members, bool IsArchived = false, bool IsForAll = false);
