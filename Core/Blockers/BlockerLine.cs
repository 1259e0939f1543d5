using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>A blocker as a line of a list, with the one button that matters for it.</summary>
internal static class BlockerLine
{
    /// <param name="age">Null where it is solved.</param>
    /// <param name="isAmongHomes">Whether the list holds blockers of several places, so that each says where it lives, to those who are there.</param>
    public static async Task<Section> Of(Turn turn, Blocker blocker, BlockerAge? age, PersonId reader, bool isAmongHomes)
    {
        Rich home = isAmongHomes && await turn.Sees(reader, blocker.Home) ? $", {blocker.Home}" : Rich.Empty;
        Rich since = age is not null ? (Rich)$", {age.Waiting}" : $", {blocker.ClosedAt!.Value:age}";
        var text = Excerpt.Of(blocker.Text, BlockerText.ShowCommand(blocker));
        return new Section(
            $"#{blocker.Number} {text} — {blocker.Author}, {BlockerText.State(blocker, person => $"{person}")}{since}{home}",
            blocker.State == BlockerState.Open ? BlockerText.TakeButton(blocker) : BlockerText.ShowButton(blocker));
    }
}
