using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>Finds out who is speaking: on which clock, with which rights, in which item's thread, and whether not too often.</summary>
/// <param name="admins">Ids of people whom the configuration makes admins.</param>
public sealed class Callers(IStore store, IDirectory directory, CommandLimit limit, IReadOnlySet<string> admins)
{
    public int PerMinute => limit.PerMinute;

    /// <summary>Those whom the configuration makes admins, whether or not they are in this workspace.</summary>
    public IEnumerable<PersonId> ConfiguredAdmins => admins.Select(admin => new PersonId(admin));

    /// <summary>What the bot is told by a platform is no command of anybody’s, and is never too often.</summary>
    public bool Allows(Inbound inbound) => inbound.Person == PersonId.Bot || limit.Allows(inbound.Workspace, inbound.Person);

    public async Task<Caller> Of(Inbound inbound, CancellationToken ct)
    {
        var person = await directory.Find(inbound.Workspace, inbound.Person, ct);
        var settings = (await store.Find(inbound.Workspace, WorkspaceSettings.Type, WorkspaceSettings.Id, ct))?.Value ?? WorkspaceSettings.Initial;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(person?.Zone ?? settings.Zone) ?? DateTimeZone.Utc;
        var isAdmin = person is { IsAdmin: true } || admins.Contains(inbound.Person.Value) || settings.Admins.Contains(inbound.Person);
        return new Caller(inbound.Workspace, inbound.Person, inbound.Conversation, inbound.Thread, zone, isAdmin, IsKnown: person is not null);
    }

    /// <summary>What reading their words may need to know.</summary>
    public async Task<BindContext> ContextOf(Inbound inbound, CancellationToken ct)
    {
        var caller = await Of(inbound, ct);
        return new BindContext(caller, directory, caller.Thread is { } thread ? await SubjectOf(caller, thread, ct) : null, ct);
    }

    /// <summary>What the thread's first message shows, or else the one thing that the bot answered in the thread.</summary>
    private async Task<string?> SubjectOf(Caller caller, MessageId thread, CancellationToken ct)
    {
        if (await store.Query(caller.Workspace, Posted.Type, Posted.Of(caller.Conversation, thread), ct) is [var root])
            return root.Value.Subject;
        var answers = await store.Query(caller.Workspace, Posted.Type, Posted.In(caller.Conversation, thread), ct);
        return answers.Select(answer => answer.Value.Subject).Distinct().ToList() is [var only] ? only : null;
    }
}
