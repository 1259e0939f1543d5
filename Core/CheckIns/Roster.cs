using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Who is asked: kept equal to who is there, so that nobody is waited for who left, and nobody is forgotten who came.</summary>
public static class Roster
{
    /// <summary>So many are looked up at a time.</summary>
    private const int AtOnce = 100;

    /// <summary>The zone on whose clock somebody is asked; where nobody knows theirs, the one that the admins chose.</summary>
    public static async Task<string> ZoneOf(Turn turn, PersonId person) =>
        Known((await turn.Find(person))?.Zone) ?? Known((await Profile.Of(turn, person)).Zone) ?? await UsualZone(turn);

    /// <summary>On which clock each was asked at the last look.</summary>
    public static Task<IReadOnlyDictionary<PersonId, string>> LastZones(Turn turn, CheckIn checkIn) => turn.Once(
        (typeof(CheckInPlan), checkIn.Number),
        async () => (await turn.Find(CheckInPlan.Type, CheckIn.IdOf(checkIn.Number)))?.Value.ZoneOfEach ?? new Dictionary<PersonId, string>());

    /// <summary>The same of a member; of whom the platform does not know for the moment, the one that they chose or had, if any.</summary>
    public static async Task<string?> ZoneIn(Turn turn, CheckIn checkIn, PersonId person) => await turn.Find(person) is { } found
        ? Known(found.Zone) ?? await UsualZone(turn)
        : Known((await Profile.Of(turn, person)).Zone) ?? (await LastZones(turn, checkIn)).GetValueOrDefault(person);

    /// <summary>The zones of many, each with those who are asked on its clock; without those whose nobody knows for the moment.</summary>
    public static async Task<IReadOnlyDictionary<string, List<Member>>> Zones(Turn turn, CheckIn checkIn)
    {
        var zones = new Dictionary<string, List<Member>>();
        foreach (var some in checkIn.Members.Chunk(AtOnce))
        {
            var found = await Task.WhenAll(some.Select(async member => (Zone: await ZoneIn(turn, checkIn, member.Person), Member: member)));
            foreach (var (zone, member) in found.Where(each => each.Zone is not null))
            {
                if (!zones.TryGetValue(zone!, out var members))
                    zones[zone!] = members = [];
                members.Add(member);
            }
        }

        return zones;
    }

    /// <summary>Takes in who came to the channel of what is for everyone, and leaves out who left.</summary>
    public static async Task<CheckIn> Renew(Turn turn, Stored<CheckIn> stored)
    {
        var after = await WithOwner(turn, stored.Value);
        after = after with { Members = await MembersNow(turn, after) };
        if (after.Owner == stored.Value.Owner && after.Members.SequenceEqual(stored.Value.Members))
            return stored.Value;
        turn.Change(CheckIn.Type, stored, after);
        var (before, now) = (stored.Value.Members.Select(member => member.Person).ToList(), after.Members.Select(member => member.Person).ToList());
        Welcome.Send(turn, after, now.Except(before));
        return after;
    }

    /// <summary>Who is asked as things are now, each since when.</summary>
    public static async Task<IReadOnlyList<Member>> MembersNow(Turn turn, CheckIn checkIn)
    {
        var members = new List<Member>();
        if (checkIn.IsForEveryone)
        {
            var known = checkIn.Members.ToDictionary(member => member.Person);
            var left = checkIn.Left.ToHashSet();
            foreach (var person in await InChannel(turn, checkIn))
            {
                if (person is { IsGone: false } && !left.Contains(person.Id))
                    members.Add(known.GetValueOrDefault(person.Id) ?? new Member(person.Id, turn.Now));
            }

            return [.. members.OrderBy(member => member.Person.Value, StringComparer.Ordinal)];
        }

        foreach (var member in checkIn.Members)
        {
            if (await turn.Find(member.Person) is not { IsGone: true })
                members.Add(member);
        }

        return members;
    }

    /// <summary>Where the platform can't be asked, those who were there when it could.</summary>
    private static async Task<IReadOnlyList<Person>> InChannel(Turn turn, CheckIn checkIn)
    {
        try
        {
            return await turn.MembersOf(checkIn.Channel);
        }
        catch (DirectoryUnavailableException) when (checkIn.Members.Count > 0)
        {
            return [.. checkIn.Members.Select(member => new Person(member.Person, member.Person.Value, null))];
        }
    }

    /// <summary>Passes on what somebody kept who left, also where nobody is asked just now.</summary>
    public static async Task PassOn(Turn turn, Stored<CheckIn> stored)
    {
        var after = await WithOwner(turn, stored.Value);
        if (after.Owner != stored.Value.Owner)
            turn.Change(CheckIn.Type, stored, after);
    }

    /// <summary>What somebody kept who left passes to those who look after it then.</summary>
    private static async Task<CheckIn> WithOwner(Turn turn, CheckIn checkIn)
    {
        if (checkIn.Owner is not { } owner || await turn.Find(owner) is not { IsGone: true })
            return checkIn;
        var after = checkIn with { Owner = null };
        await Keepers.Tell(turn, after, keepers => $"{owner} left, so {checkIn.Name} in {checkIn.Home} is {keepers} to keep now. It goes on as before. "
            + $"To see it: {new Typed($"checkin status {checkIn.Name}")}");
        return after;
    }

    private static string? Known(string? zone) => zone is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null ? zone : null;

    private static async Task<string> UsualZone(Turn turn)
    {
        var settings = (await turn.Find(WorkspaceSettings.Type, WorkspaceSettings.Id))?.Value ?? WorkspaceSettings.Initial;
        return Known(settings.Zone) ?? "UTC";
    }
}
