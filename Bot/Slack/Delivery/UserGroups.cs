using AsyncBot.Bot.Slack.Api;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Delivery;

/// <summary>Makes a user group equal to some people: it reads before it writes, so that nothing is sent that changes nothing, and never empties one.</summary>
internal sealed class UserGroups(SlackApi api)
{
    public async Task<Outcome> Keep(GroupSync group, CancellationToken ct)
    {
        if (group.Members.Count == 0)
            return new Refused("a user group is never emptied");
        var list = await api.Call(SlackMethods.UserGroups, new SlackArguments(), ct);
        if (list is not SlackAnswer<UserGroupsAnswer>.Ok { Value: var groups })
            return SlackOutcome.OfNothingDone(list);
        if (groups.Usergroups?.FirstOrDefault(each => IsMeant(each, group.Group))?.Id is not { } id)
            return new Refused($"Slack has no user group @{group.Group}, or it is disabled");
        var members = await api.Call(SlackMethods.UserGroupMembers, new SlackArguments { { "usergroup", id } }, ct);
        if (members is not SlackAnswer<UserGroupMembersAnswer>.Ok { Value: var now })
            return SlackOutcome.OfNothingDone(members);
        var wanted = group.Members.Select(person => person.Value).Distinct().Order(StringComparer.Ordinal).ToList();
        if ((now.Users ?? []).Order(StringComparer.Ordinal).SequenceEqual(wanted))
            return new Delivered(null);
        var arguments = new SlackArguments { { "usergroup", id }, { "users", string.Join(',', wanted) } };
        return SlackOutcome.Of(await api.Call(SlackMethods.UpdateUserGroup, arguments, ct), _ => null);
    }

    private static bool IsMeant(UserGroupObject group, string said) =>
        group.Id == said || string.Equals(group.Handle, said, StringComparison.OrdinalIgnoreCase);
}
