using System.Collections.Immutable;
using AsyncBot.Bot.Slack.Api;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Lookups;

/// <summary>Everybody in the workspace, as far as Slack was asked or told about them.</summary>
internal sealed class SlackPeople
{
    private const int MostKept = 20_000;
    private const int PageSize = 200;
    private const int MostPages = 250;

    /// <summary>Of how many people one answer asks about each alone: Slack allows a hundred such questions in a minute.</summary>
    private const int MostAlone = 20;

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private readonly SlackApi _api;
    private readonly SlackPages _pages;
    private readonly TimeProvider _time;
    private readonly Remembered<PersonId, SlackPerson?> _people;
    private NamesakesOf? _namesakes;
    private readonly Remembered<int, ImmutableDictionary<PersonId, SlackPerson>> _everybody;

    public SlackPeople(SlackApi api, SlackPages pages, Patience patience, Patience patienceForAll, TimeProvider time)
    {
        _api = api;
        _pages = pages;
        _time = time;
        _people = new(Ask, Fresh, outlives: true, MostKept, patience, time);
        _everybody = new(AskForAll, Fresh, outlives: true, 1, patienceForAll, time);
    }

    /// <summary>As far as Slack has named everybody.</summary>
    public Namesakes Namesakes
    {
        get
        {
            var all = _everybody.Last(0)?.Value;
            if (all is null)
                return Namesakes.None;
            if (_namesakes is not { } known || known.Of != all)
                _namesakes = known = new(all, new Namesakes(all.Values.Where(person => !person.IsBot).Select(person => person.Person)));
            return known.Known;
        }
    }

    /// <summary>What was last known of somebody, without asking.</summary>
    public SlackPerson? Known(PersonId person) => _people.Last(person)?.Value ?? _everybody.Last(0)?.Value.GetValueOrDefault(person);

    public async ValueTask<SlackPerson?> Find(PersonId person, CancellationToken ct) => (await _people.Get(person, ct))?.Value;

    public async ValueTask<IReadOnlyList<Person>> Named(string name, CancellationToken ct)
    {
        if (SlackIds.IsPerson(name) && await Find(new PersonId(name), ct) is { IsSomebody: true } meant)
            return [Namesakes.Told(meant.Person)];
        var here = await Here(ct);
        var found = here.Where(person => person.Person.Id.Value.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0 && name.Contains('@', StringComparison.Ordinal))
            found = [.. here.Where(person => name.Equals(person.Email, StringComparison.OrdinalIgnoreCase))];
        if (found.Count == 0)
            found = [.. here.Where(person => person.IsCalled(name))];
        if (found.Count == 0 && name.Length > 1)
            found = [.. here.Where(person => person.IsCalledLike(name))];
        return [.. found.Select(person => Namesakes.Told(person.Person))];
    }

    public async ValueTask<IReadOnlyList<Person>> Admins(CancellationToken ct) =>
        [.. (await Here(ct)).Where(person => person.Person.IsAdmin).Select(person => Namesakes.Told(person.Person))];

    /// <summary>Those of these users who are people and still here. Whom Slack does not name in time goes by their id.</summary>
    public async ValueTask<IReadOnlyList<Person>> Among(IReadOnlyCollection<string> users, CancellationToken ct)
    {
        var all = (await _everybody.Get(0, ct))?.Value; // one question about all of them rather than one about each
        var ids = users.Order(StringComparer.Ordinal).Select(user => new PersonId(user)).ToList();
        var alone = all is null && _everybody.IsUnderWay(0)
            ? [] // most of them will be in it
            : ids.Where(id => all?.ContainsKey(id) != true && _people.Peek(id) is null).Take(MostAlone).ToList();
        await Task.WhenAll(alone.Select(id => _people.Get(id, ct).AsTask()));
        var people = new List<Person>(ids.Count);
        var namesakes = Namesakes;
        foreach (var id in ids)
        {
            var listed = all?.GetValueOrDefault(id);
            var known = listed is null ? _people.Last(id) : new(listed);
            if (known is null)
                people.Add(new Person(id, id.Value, null));
            else if (known.Value is { IsSomebody: true } somebody)
                people.Add(namesakes.Told(somebody.Person));
        }

        return people;
    }

    /// <returns>The same person as they were known before, and as they are now; null for nobody.</returns>
    public (SlackPerson? Before, SlackPerson Now)? Learn(UserObject user)
    {
        if (SlackPerson.Of(user) is not { } person)
            return null;
        var before = Known(person.Person.Id);
        _people.Set(person.Person.Id, person);
        _everybody.Change(0, all => all.SetItem(person.Person.Id, person));
        return (before, person);
    }

    private async ValueTask<IReadOnlyList<SlackPerson>> Here(CancellationToken ct)
    {
        var all = await _everybody.Get(0, ct);
        var somebody = all?.Value.Values.Where(person => person.IsSomebody) ?? [];
        return [.. somebody.OrderBy(person => person.Person.Id.Value, StringComparer.Ordinal)];
    }

    private async Task<Known<SlackPerson?>?> Ask(PersonId person, CancellationToken ct)
    {
        switch (await _api.Call(SlackMethods.UserInfo, new SlackArguments { { "user", person.Value }, { "include_locale", true } }, ct))
        {
            case SlackAnswer<UserAnswer>.Ok { Value.User: { } user }:
                var found = SlackPerson.Of(user);
                if (found is not null)
                    _everybody.Change(0, all => all.ContainsKey(person) ? all.SetItem(person, found) : all); // it is newer than the list
                return new(found);
            case SlackAnswer<UserAnswer>.Failed { Error: "user_not_found" or "user_not_visible" }:
                return new(null);
            default:
                return null;
        }
    }

    private async Task<Known<ImmutableDictionary<PersonId, SlackPerson>>?> AskForAll(int key, CancellationToken ct)
    {
        var asked = _time.GetTimestamp();
        var answer = await _pages.All(
            SlackMethods.UsersList,
            cursor => new SlackArguments { { "limit", PageSize }, { "cursor", cursor }, { "include_locale", true } },
            page => page.Members, page => page.ResponseMetadata, MostPages, ct);
        if (answer is not SlackAnswer<IReadOnlyList<UserObject>>.Ok { Value: var users })
            return null;
        var all = users.Select(SlackPerson.Of).OfType<SlackPerson>().DistinctBy(person => person.Person.Id).ToImmutableDictionary(person => person.Person.Id);
        foreach (var (id, person) in all.Take(MostKept / 2))
            _people.Offer(id, person, asked);
        return new(all);
    }

    private sealed record NamesakesOf(ImmutableDictionary<PersonId, SlackPerson> Of, Namesakes Known);
}
