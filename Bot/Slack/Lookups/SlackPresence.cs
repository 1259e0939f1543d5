using AsyncBot.Bot.Slack.Api;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Lookups;

/// <summary>
/// Whether somebody is active and may be notified. Slack does not tell apps when that changes, so it is asked about those who matter now, and
/// the answer counts for a minute and a half. Nothing is written anywhere.
/// </summary>
public sealed class SlackPresence : IPresence, IDisposable
{
    private const int MostKept = 5_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(90);

    /// <summary>Nothing of anybody's presence is kept in memory for longer than twice this.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    private readonly SlackApi _api;
    private readonly TimeProvider _time;
    private readonly DoNotDisturb _doNotDisturb;
    private readonly Remembered<PersonId, Presence> _seen;
    private readonly ITimer _forgetting;

    public SlackPresence(SlackApi api, TimeProvider time, ILogger<SlackPresence> log)
    {
        (_api, _time) = (api, time);
        _doNotDisturb = new DoNotDisturb(api);
        _seen = new(Ask, Fresh, outlives: false, MostKept, new Patience(time, log), time);
        _forgetting = time.CreateTimer(_ => _seen.ForgetOlder(Kept), null, Kept, Kept);
    }

    /// <summary>Of how many people something is in memory.</summary>
    public int Remembered => _seen.Count;

    public void Dispose() => _forgetting.Dispose();

    public async ValueTask<Presence> Of(WorkspaceId workspace, PersonId person, CancellationToken ct)
    {
        var isSomebody = SlackIds.IsSlack(workspace) && person != PersonId.Bot && person != PersonId.Former;
        if (!isSomebody || (await _seen.Get(person, ct))?.Value is not { } presence)
            return new Presence(Activity.Unknown, null, Now());
        return AsOfNow(presence);
    }

    public Presence? Known(WorkspaceId workspace, PersonId person) =>
        SlackIds.IsSlack(workspace) && _seen.Peek(person) is { Value: var presence } ? AsOfNow(presence) : null;

    /// <summary>An event told that their status or their quiet time changed.</summary>
    public void Forget(PersonId person) => _seen.Forget(person);

    private async Task<Known<Presence>?> Ask(PersonId person, CancellationToken ct)
    {
        var quiet = _doNotDisturb.Of(person);
        var answer = await _api.Call(SlackMethods.Presence, new SlackArguments { { "user", person.Value } }, ct);
        var now = Now();
        var activity = answer is not SlackAnswer<PresenceAnswer>.Ok { Value.Presence: var presence } ? Activity.Unknown : presence switch
        {
            "active" => Activity.Active,
            "away" => Activity.Away,
            _ => Activity.Unknown,
        };
        var until = QuietUntil(await quiet, now);
        return activity == Activity.Unknown && until is null ? null : new(new Presence(activity, until is null ? null : new Quiet(until), now));
    }

    private Presence AsOfNow(Presence presence) => presence.Quiet?.Until <= Now() ? presence with { Quiet = null } : presence;

    private static Instant? QuietUntil(DndAnswer? quiet, Instant now) =>
        quiet is { DndEnabled: true, NextDndStartTs: { } from, NextDndEndTs: { } to } && from <= now.ToUnixTimeSeconds() && now.ToUnixTimeSeconds() < to
            ? Instant.FromUnixTimeSeconds(to)
            : null;

    private Instant Now() => Instant.FromDateTimeOffset(_time.GetUtcNow());
}
