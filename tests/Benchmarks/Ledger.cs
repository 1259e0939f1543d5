using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AsyncBot.Benchmarks;

/// <summary>What the bot was asked to keep and said that it keeps, and whether that is what it shows.</summary>
public sealed partial class Ledger
{
    private readonly ConcurrentDictionary<int, int> _ideaOf = new();
    private readonly ConcurrentQueue<string> _wrong = new();
    private int _asked;

    /// <summary>Ideas that were answered.</summary>
    public int Count => _ideaOf.Count;

    /// <summary>Everything that was wrong with the answers themselves.</summary>
    public IReadOnlyCollection<string> WrongAnswers => _wrong;

    /// <summary>The next idea that nobody has told yet.</summary>
    public int Next() => Interlocked.Increment(ref _asked);

    /// <summary>Notes an answer, if it is a success with its post in the channel.</summary>
    public void Answered(int idea, IReadOnlyList<Message> messages)
    {
        var saved = messages.Where(message => message.Ephemeral).Select(message => Saved().Match(message.Text)).FirstOrDefault(match => match.Success);
        var posts = messages.Where(message => !message.Ephemeral).Select(message => Posted().Match(message.Text)).Where(match => match.Success).ToList();
        if (saved is null)
            _wrong.Enqueue($"idea {idea} was not answered with its number: {string.Join(" | ", messages.Select(message => message.Text))}");
        else if (posts is not [var post] || NumberIn(post) != NumberIn(saved) || IdeaIn(post) != idea)
            _wrong.Enqueue($"idea {idea} was answered as #{NumberIn(saved)} without its post");
        else if (!_ideaOf.TryAdd(NumberIn(saved), idea))
            _wrong.Enqueue($"#{NumberIn(saved)} was given to ideas {_ideaOf[NumberIn(saved)]} and {idea}");
    }

    /// <summary>Notes an answer that is no success.</summary>
    public void Refused(int idea, Exception why) => _wrong.Enqueue($"idea {idea} was refused: {why.Message}");

    /// <summary>Whether the numbers given so far are 1 to the count of ideas, each once.</summary>
    public IReadOnlyList<string> Gaps() => [.. Enumerable.Range(1, _asked).Where(number => !_ideaOf.ContainsKey(number)).Select(number => $"#{number} was given to nobody")];

    /// <summary>Compares all that was answered with what is listed and what stands in the channel.</summary>
    /// <param name="wait">How long a post may still be on its way.</param>
    public async Task<IReadOnlyList<string>> Compare(PlaygroundClient client, TimeSpan wait)
    {
        var wrong = new List<string>();
        var listed = await Listed(client);
        Doubles(listed, "listed", wrong);
        var ideas = listed.DistinctBy(one => one.Number).ToDictionary(one => one.Number, one => one.Idea);
        foreach (var (number, idea) in _ideaOf)
        {
            if (!ideas.TryGetValue(number, out var kept))
                wrong.Add($"#{number} was answered and is not listed");
            else if (kept != idea)
                wrong.Add($"#{number} was answered for idea {idea} and lists idea {kept}");
        }

        var until = Environment.TickCount64 + (long)wait.TotalMilliseconds;
        var posted = await InChannel(client);
        while (posted.Count < ideas.Count && Environment.TickCount64 < until)
        {
            await Task.Delay(50);
            posted = await InChannel(client);
        }

        Doubles(posted, "posted", wrong);
        foreach (var (number, idea) in posted)
        {
            if (!ideas.TryGetValue(number, out var kept) || kept != idea)
                wrong.Add($"#{number} is posted for idea {idea}, and the list has {(kept == 0 ? "none" : $"idea {kept}")}");
        }

        wrong.AddRange(ideas.Keys.Except(posted.Select(one => one.Number)).Select(number => $"#{number} is listed and not posted"));
        return wrong;
    }

    private static async Task<List<(int Number, int Idea)>> Listed(PlaygroundClient client)
    {
        var listed = new List<(int, int)>();
        var answer = (await client.Say("ana", "/idea list"))[0];
        while (true)
        {
            listed.AddRange(Line().Matches(answer.Text).Select(match => (NumberIn(match), IdeaIn(match))));
            if (answer.Buttons.FirstOrDefault(button => button.Label == "More") is not { } more)
                return listed;
            answer = (await client.Press("ana", answer.Id, more.Id))[0];
        }
    }

    private static async Task<List<(int Number, int Idea)>> InChannel(PlaygroundClient client) =>
        [.. (await client.Read("ana")).Where(message => !message.Ephemeral)
            .Select(message => Posted().Match(message.Text))
            .Where(match => match.Success)
            .Select(match => (NumberIn(match), IdeaIn(match)))];

    private static void Doubles(List<(int Number, int Idea)> found, string how, List<string> wrong)
    {
        wrong.AddRange(found.CountBy(one => one.Number).Where(one => one.Value > 1).Select(one => $"#{one.Key} is {how} {one.Value} times"));
        wrong.AddRange(found.CountBy(one => one.Idea).Where(one => one.Value > 1).Select(one => $"idea {one.Key} is {how} {one.Value} times"));
    }

    private static int NumberIn(Match match) => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    private static int IdeaIn(Match match) => int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^#(\d+) saved in ideas")]
    private static partial Regex Saved();

    [GeneratedRegex(@"^💡 #(\d+) Load idea (\d+): ")]
    private static partial Regex Posted();

    [GeneratedRegex(@"^#(\d+) Load idea (\d+): ", RegexOptions.Multiline)]
    private static partial Regex Line();
}
