using AsyncBot.Bot.Slack.Api;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Lookups;

/// <summary>When people do not want to be notified. Those who are asked about while Slack is being asked go into the next call together.</summary>
internal sealed class DoNotDisturb(SlackApi api)
{
    /// <summary>dnd.teamInfo takes this many at once.</summary>
    private const int MostAtOnce = 50;

    private readonly Lock _guard = new();
    private readonly Queue<Question> _waiting = new();
    private bool _isAsking;

    /// <returns>Null where Slack does not say.</returns>
    public Task<DndAnswer?> Of(PersonId person)
    {
        var question = new Question(person.Value);
        lock (_guard)
        {
            _waiting.Enqueue(question);
            if (_isAsking)
                return question.Answer.Task;
            _isAsking = true;
        }

        _ = AskUntilEmpty();
        return question.Answer.Task;
    }

    private async Task AskUntilEmpty()
    {
        while (Next() is { Count: > 0 } asked)
        {
            var asking = Ask([.. asked.Select(question => question.User).Distinct()]);
            await ((Task)asking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var question in asked)
            {
                if (asking.Exception is { } error)
                    question.Answer.SetException(error.InnerExceptions);
                else
                    question.Answer.SetResult(asking.Result.GetValueOrDefault(question.User));
            }
        }
    }

    private List<Question> Next()
    {
        lock (_guard)
        {
            var next = new List<Question>();
            while (next.Count < MostAtOnce && _waiting.TryDequeue(out var question))
                next.Add(question);
            _isAsking = next.Count > 0;
            return next;
        }
    }

    private async Task<IReadOnlyDictionary<string, DndAnswer>> Ask(IReadOnlyList<string> users)
    {
        if (users is [var only])
        {
            var one = await api.Call(SlackMethods.DndInfo, new SlackArguments { { "user", only } }, CancellationToken.None);
            return one is SlackAnswer<DndAnswer>.Ok { Value: var answer }
                ? new Dictionary<string, DndAnswer> { [only] = answer }
                : new Dictionary<string, DndAnswer>();
        }

        var arguments = new SlackArguments { { "users", string.Join(',', users) } };
        return await api.Call(SlackMethods.DndTeamInfo, arguments, CancellationToken.None) is SlackAnswer<DndTeamAnswer>.Ok { Value.Users: { } all }
            ? all
            : new Dictionary<string, DndAnswer>();
    }

    private sealed record Question(string User)
    {
        public TaskCompletionSource<DndAnswer?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
