using System.Collections.Concurrent;
using AsyncBot.Bot.Slack.Api;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Lookups;

/// <summary>The channel in which the bot talks to one person; it is opened once and never changes.</summary>
public sealed class DirectChannels(SlackApi api)
{
    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<PersonId, string> _channels = new();

    public async ValueTask<SlackAnswer<string>> Of(PersonId person, CancellationToken ct)
    {
        if (_channels.TryGetValue(person, out var known))
            return new SlackAnswer<string>.Ok(known);
        var answer = await api.Call(SlackMethods.OpenConversation, new SlackArguments { { "users", person.Value } }, ct);
        if (answer is not SlackAnswer<ConversationAnswer>.Ok { Value: var opened })
            return answer.As<string>();
        if (opened.Channel?.Id is not { } channel)
            return new SlackAnswer<string>.Failed("no_channel", null, []);
        Learn(person, channel);
        return new SlackAnswer<string>.Ok(channel);
    }

    /// <summary>An event came from somebody's direct conversation.</summary>
    public void Learn(PersonId person, string channel)
    {
        if (_channels.Count >= MostKept)
            _channels.Clear();
        _channels[person] = channel;
    }

    public void Forget(PersonId person) => _channels.TryRemove(person, out _);
}
