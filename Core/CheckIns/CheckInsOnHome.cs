using AsyncBot.Core.Home;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>What waits for somebody's answer, and what comes next; nothing for those who are in no check-in.</summary>
public sealed class CheckInsOnHome : IHomeSection
{
    private const int Most = 5;

    public async Task<IReadOnlyList<Block>> Of(Turn turn, PersonId person)
    {
        var mine = await CheckInBook.Of(turn, person);
        if (mine.Count == 0)
            return [];
        var blocks = new List<Block> { new Paragraph($"📋 Check-ins") };
        foreach (var entry in await CheckInBook.OpenOf(turn, person))
        {
            if (blocks.Count <= Most && entry.Value.IsWaiting
                && (await turn.Find(Run.Type, entry.Value.Run))?.Value is { } run)
                blocks.Add(new Section($"{Prompt.TitleOf(run)} — until {entry.Value.Closes}", new Button("Answer", AnswerCheckIn.To(run))));
        }

        if (blocks.Count == 1)
            blocks.Add(new Note(await Next(turn, mine.Select(stored => stored.Value), person)));
        return blocks;
    }

    private static async Task<Rich> Next(Turn turn, IEnumerable<CheckIn> mine, PersonId person)
    {
        var zone = await Roster.ZoneOf(turn, person);
        var next = mine.Where(checkIn => checkIn.IsActive)
            .Select(checkIn => (checkIn.Name, checkIn.Times.Next(turn.Now, zone)?.Opens))
            .Where(each => each.Opens is not null)
            .OrderBy(each => each.Opens)
            .FirstOrDefault();
        return next.Opens is { } at ? (Rich)$"Nothing waits for your answer. Next: {next.Name}, {at}." : $"Nothing waits for your answer.";
    }
}
