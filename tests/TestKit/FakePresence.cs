using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.TestKit;

/// <summary>What the platform sees of people: nothing of anybody until a test says so.</summary>
public sealed class FakePresence(IClock clock) : IPresence
{
    private readonly Dictionary<PersonId, Presence> _known = [];
    private readonly Dictionary<PersonId, Presence> _onRequest = [];

    /// <summary>Who was asked about, in order.</summary>
    public List<PersonId> Asked { get; } = [];

    /// <summary>The platform told by itself, or was asked before.</summary>
    public void Knows(string person, Activity activity, Instant? quietUntil = null) => _known[TestDirectory.IdOf(person)] = Seen(activity, quietUntil);

    /// <summary>The platform will say so when it is asked.</summary>
    public void WillSay(string person, Activity activity, Instant? quietUntil = null) => _onRequest[TestDirectory.IdOf(person)] = Seen(activity, quietUntil);

    /// <summary>They do not want to be notified, and the platform does not say until when.</summary>
    public void Quiets(string person) => _onRequest[TestDirectory.IdOf(person)] = new Presence(Activity.Away, new Quiet(null), clock.GetCurrentInstant());

    public Presence? Known(WorkspaceId workspace, PersonId person) => _known.GetValueOrDefault(person);

    public ValueTask<Presence> Of(WorkspaceId workspace, PersonId person, CancellationToken ct)
    {
        lock (Asked)
        {
            Asked.Add(person);
            if (!_known.ContainsKey(person) && _onRequest.TryGetValue(person, out var seen))
                _known[person] = seen with { ObservedAt = clock.GetCurrentInstant() };
            return new(_known.GetValueOrDefault(person) ?? new Presence(Activity.Unknown, null, clock.GetCurrentInstant()));
        }
    }

    private Presence Seen(Activity activity, Instant? quietUntil) => new(activity, quietUntil is null ? null : new Quiet(quietUntil), clock.GetCurrentInstant());
}
