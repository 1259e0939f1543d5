using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Finds the question that somebody puts off or skips: one that was asked and is open.</summary>
internal static class OpenQuestion
{
    public static async Task<Target> Find(Turn turn, string? name, string? run, Func<string, ICommand> with)
    {
        run ??= name is null ? (await CheckInBook.RunOfThread(turn))?.Id : null;
        if (run is not null)
        {
            return await Target.Of(turn, run) switch
            {
                null => Refused($"You have no part in that one any more. Try: {new Typed("checkin list")}"),
                { Entry.Value.Answers: not null } done => Refused($"You answered {done.Title} already. To change that: {new Typed("checkin edit")}"),
                { Entry: null } early => Refused(
                    $"You are asked {early.Window.Opens}. Until then there is nothing to skip. Try: {new Typed("checkin preview")}"),
                var asked when !asked.IsOpen(turn.Now) => Refused(
                    $"{asked.Title} closed {asked.Window.Closes}. A late answer is fine: {new Typed("checkin answer")}"),
                var asked => new Target(asked, null),
            };
        }

        var open = await Target.Open(turn);
        if (name is not null)
            open = [.. open.Where(each => each.CheckIn.Name.StartsWith(name.Trim().Trim('"', '“', '”'), StringComparison.OrdinalIgnoreCase))];
        return open switch
        {
            [var only] => new Target(only, null),
            [] => Refused($"Nothing waits for your answer now. To see what comes: {new Typed("checkin preview")}"),
            _ => new Target(null, Reply.Refuse($"Which one?", [.. open.Take(8).Select(each => new Button(each.CheckIn.Name, with(each.Run.Id)))])),
        };
    }

    private static Target Refused(Rich text) => new(null, Reply.Refuse(text));
}
