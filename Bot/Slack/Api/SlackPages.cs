namespace AsyncBot.Bot.Slack.Api;

/// <summary>Reads lists that Slack gives page by page.</summary>
public sealed class SlackPages(SlackApi api, TimeProvider time)
{
    /// <summary>The error of a list that is longer than anybody wants to read.</summary>
    private const string TooMany = "too_many_pages";

    private const int MostPauses = 20;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <param name="argumentsAt">What to ask for from a cursor on; null is the beginning.</param>
    /// <param name="isEnough">
    /// Ends the reading at the first item that it is true of; without it, the reading waits where Slack asks for it in the middle of a list.
    /// </param>
    public async Task<SlackAnswer<IReadOnlyList<TItem>>> All<T, TItem>(
        SlackMethod<T> method, Func<string?, SlackArguments> argumentsAt, Func<T, IReadOnlyList<TItem>?> itemsOf, Func<T, ResponseMetadata?> metadataOf,
        int mostPages, CancellationToken ct, Func<TItem, bool>? isEnough = null)
    {
        var items = new List<TItem>();
        string? cursor = null;
        var pauses = 0;
        for (var page = 0; page < mostPages;)
        {
            var answer = await api.Call(method, argumentsAt(cursor), ct);
            if (answer is SlackAnswer<T>.RateLimited limited && isEnough is null && page > 0 && limited.After <= LongestPause && pauses++ < MostPauses)
            {
                await Task.Delay(limited.After, time, ct);
                continue;
            }

            if (answer is not SlackAnswer<T>.Ok { Value: var value })
                return answer.As<IReadOnlyList<TItem>>();
            pauses = 0;
            items.AddRange(itemsOf(value) ?? []);
            cursor = metadataOf(value)?.NextCursor;
            if (string.IsNullOrEmpty(cursor) || (isEnough is not null && items.Any(isEnough)))
                return new SlackAnswer<IReadOnlyList<TItem>>.Ok(items);
            page++;
        }

        return new SlackAnswer<IReadOnlyList<TItem>>.Failed(TooMany, null, []);
    }
}
