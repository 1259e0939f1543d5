namespace AsyncBot.Bot.Playground;

/// <summary>Who is there when nobody has changed anything: six people around the world who share three channels.</summary>
public static class Seed
{
    public static readonly World World = new(
        [
            new("ana", "Ana", "Europe/Lisbon", "09:00-17:00"),
            new("ben", "Ben", "America/New_York", "09:00-17:00"),
            new("chidi", "Chidi", "Africa/Lagos", "09:00-17:00"),
            new("dana", "Dana", "Asia/Kolkata", "10:00-18:30"),
            new("emi", "Emi", "Asia/Tokyo", "09:00-18:00"),
            new("sam", "Sam", "America/Los_Angeles", "08:00-16:00", IsAdmin: true),
        ],
        [
            new("general", ["ana", "ben", "chidi", "dana", "emi", "sam"], IsForAll: true),
            new("team", ["ana", "ben", "chidi", "dana", "emi", "sam"], IsForAll: true),
            new("oncall", ["ana", "ben", "emi", "sam"]),
        ]);
}
