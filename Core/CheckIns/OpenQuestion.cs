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
                { Entry.Value.Answers: not null } done => Refused($"You answered {done.Title} already. {After(turn, done)}"),
                { Entry: null } early => Refused(
                    $"You are asked {early.Window.Opens}. Until then there is nothing to skip. Try: {new Typed($"checkin preview {early.CheckIn.Name}")}"),
                var asked when !asked.IsOpen(turn.Now) => Refused(
                    $"{asked.Title} closed {asked.Window.Closes}. A late answer is fine.",
                    new Button("Answer", AnswerCheckIn.To(asked.Run), ButtonStyle.Primary)),
                var asked => new Target(asked, null),
            };
        }

        var open = await Target.Open(turn);
        if (name is not null)
            open = [.. open.Where(each => each.CheckIn.Name.StartsWith(name.Trim().Trim('"', '“', '”'), StringComparison.OrdinalIgnoreCase))];
        return open switch
        {
            [var only] => new Target(only, null),
            [] => Refused($"Nothing waits for your answer now. To see what comes: {await Examples.WhatComes(turn)}"),
            _ => new Target(null, Reply.Refuse($"Which one?", [.. open.Take(8).Select(each => new Button(each.Name, with(each.Run.Id)))])),
        };
    }

    private static Rich After(Turn turn, Asked done) => done.IsOpen(turn.Now)
        ? $"To change that: {new Typed($"checkin edit {done.CheckIn.Name}")}"
        : (Rich)$"To see it: {new Typed($"checkin report {done.CheckIn.Name}")}";

    private static Target Refused(Rich text, params Button[] buttons) => new(null, Reply.Refuse(text, buttons));
}
