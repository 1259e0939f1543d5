namespace AsyncBot.Bot.Playground.Page;

/// <summary>What one person sees in one place, as threads in the order in which they began.</summary>
/// <param name="IsOpen">Whether this person may read it at all.</param>
/// <param name="HasEarlier">Whether there is more than is shown.</param>
public sealed record Conversation(Resident Person, string Place, bool IsOpen, bool IsArchived, IReadOnlyList<ChatThread> Threads, bool HasEarlier);

/// <summary>A message with its answers.</summary>
public sealed record ChatThread(ChatMessage Root, IReadOnlyList<ChatMessage> Replies);

/// <summary>Reads conversations for the page.</summary>
public sealed class Conversations(Transcript transcript, PlaygroundDirectory directory)
{
    /// <param name="show">How many messages at most, the newest ones; the beginnings of their threads come on top.</param>
    public async Task<Conversation> Read(Resident person, string place, int show, CancellationToken ct)
    {
        var room = place == PageQuery.Direct ? null : directory.FindRoom(place.TrimStart('#'));
        if (place != PageQuery.Direct && room?.Members.Contains(person.Id) != true)
            return new Conversation(person, place, IsOpen: false, IsArchived: false, [], HasEarlier: false);

        var read = await transcript.Read(place, person.Id, 0, show + 1, ct);
        var shown = read.Count > show ? read.Skip(read.Count - show) : read;
        var messages = shown.ToDictionary(message => message.Id);
        var roots = messages.Values.Select(message => message.Thread).OfType<string>().Distinct();
        foreach (var missing in roots.Where(root => !messages.ContainsKey(root)).ToList())
        {
            if (await transcript.Find(missing, ct) is { } root && root.In == place && (root.To is null || root.To == person.Id))
                messages[missing] = root;
        }

        var answers = messages.Values.Where(message => message.Thread is { } root && messages.ContainsKey(root)).ToLookup(message => message.Thread!);
        var threads = messages.Values.Where(message => message.Thread is null || !messages.ContainsKey(message.Thread))
            .OrderBy(message => message.Number)
            .Select(root => new ChatThread(root, [.. answers[root.Id].OrderBy(answer => answer.Number)]));
        return new Conversation(person, place, IsOpen: true, room?.IsArchived == true, [.. threads], read.Count > show);
    }
}
