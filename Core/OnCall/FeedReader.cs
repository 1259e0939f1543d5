using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;

namespace AsyncBot.Core.OnCall;

/// <summary>Reads what a calendar's address shows: only what its owner may see at that moment, and nothing once they made a new one or left.</summary>
public sealed class FeedReader(IStore store, IDirectory directory, IClock clock)
{
    private static readonly Duration Back = Duration.FromDays(28);
    private static readonly Duration Ahead = Duration.FromDays(366);

    /// <summary>Looked for where an address has no form at all, so that this takes as long as any other that is none.</summary>
    private static readonly FeedToken Nobodys = new(new WorkspaceId("nowhere"), "nothing");

    /// <returns>Null where there is none, or none any more.</returns>
    /// <exception cref="DirectoryUnavailableException">Nobody can tell what its owner may see.</exception>
    public async Task<Calendar?> Find(string token, CancellationToken ct)
    {
        var (workspace, secret) = FeedToken.Read(token) ?? Nobodys;
        if (await store.Query(workspace, Feed.Type, Feed.With(secret), ct) is not [{ Value: var feed }])
            return null;
        var owner = await directory.Find(workspace, feed.Person, ct) ?? throw new DirectoryUnavailableException("The platform");
        if (owner.IsGone)
            return null;
        var span = Span();
        if (feed.Rotation is not { } key)
            return new Calendar($"{owner.Name}: on call", await OwnShifts(workspace, owner, span, ct));
        return await store.Find(workspace, Rotation.Type, key, ct) is { Value: var rotation } && RotationBook.Sees(owner, rotation, clock.GetCurrentInstant())
            ? new Calendar($"{rotation.Name}: on call", await Shifts(workspace, rotation, span, ct))
            : null;
    }

    /// <summary>Whole days, so that what is read twice a day is the same.</summary>
    private Interval Span()
    {
        var today = clock.GetCurrentInstant().InUtc().Date.AtMidnight().InUtc().ToInstant();
        return new Interval(today - Back, today + Ahead);
    }

    private async Task<IReadOnlyList<CalendarEvent>> OwnShifts(WorkspaceId workspace, Person owner, Interval span, CancellationToken ct)
    {
        var events = new List<CalendarEvent>();
        foreach (var rotation in (await store.Query(workspace, Rotation.Type, Rotation.With(ConversationId.Of(owner.Id)), ct)).Select(stored => stored.Value))
        {
            var shifts = FeedShift.Between(rotation.Schedule(), span.Start, span.End, shift => shift.Person == owner.Id);
            var changed = await ChangedAt(workspace, rotation, ct);
            events.AddRange(shifts.Select(shift => Of(shift, changed, $"{ScopeOf(workspace, rotation)} {owner.Id}", $"On call: {rotation.Name}")));
        }

        return [.. events.OrderBy(shown => shown.Start).ThenBy(shown => shown.Uid, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<CalendarEvent>> Shifts(WorkspaceId workspace, Rotation rotation, Interval span, CancellationToken ct)
    {
        var shifts = FeedShift.Between(rotation.Schedule(), span.Start, span.End, _ => true);
        var names = new Dictionary<PersonId, string>();
        foreach (var person in shifts.Select(shift => shift.Shift.Person).Distinct())
            names[person] = person == PersonId.Former ? "a former member" : (await directory.Find(workspace, person, ct))?.Shown ?? person.Value;
        var changed = await ChangedAt(workspace, rotation, ct);
        return [.. shifts.Select(shift => Of(shift, changed, ScopeOf(workspace, rotation), $"{rotation.Name}: {names[shift.Shift.Person]}"))];
    }

    /// <summary>A rotation of the same name that is made later is another one.</summary>
    private static string ScopeOf(WorkspaceId workspace, Rotation rotation) => $"{workspace} {rotation.Key} {rotation.CreatedAt.ToUnixTimeTicks()}";

    private async Task<Instant> ChangedAt(WorkspaceId workspace, Rotation rotation, CancellationToken ct) =>
        (await store.Find(workspace, Revised.Type, rotation.Key, ct))?.Value.At ?? rotation.CreatedAt;

    private static CalendarEvent Of(FeedShift shift, Instant changed, string scope, string summary) => new(
        $"{shift.Name(scope)}@asyncbot", shift.Shift.Start, shift.Shift.End, changed, summary,
        string.Join(' ', shift.Shift.Whys.Select(why => InWords(why.Kind)).Where(words => words.Length > 0).Distinct()));

    private static string InWords(ReasonKind kind) => kind switch
    {
        ReasonKind.Layer => "",
        ReasonKind.Override => "By an override.",
        ReasonKind.Take => "Taken.",
        ReasonKind.Exchange => "By an exchange.",
        ReasonKind.Cover => "As a cover.",
        ReasonKind.Temporary => "By a temporary schedule.",
        _ => throw new InvalidOperationException($"No words for {kind}"),
    };
}
