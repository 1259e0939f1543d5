using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Blockers;

/// <summary>A blocker as a line of a list, with the one button that matters for it.</summary>
internal static class BlockerLine
{
    /// <param name="isAmongHomes">Whether the list holds blockers of several places, so that each says where it lives.</param>
    public static Section Of(Blocker blocker, BlockerAge age, bool isAmongHomes = false)
    {
        Rich home = isAmongHomes ? $", {blocker.Home}" : Rich.Empty;
        Rich since = blocker.IsOpen ? (Rich)$", {age.Waiting}" : $", {blocker.ClosedAt!.Value:age}";
        var text = Excerpt.Of(blocker.Text, BlockerText.ShowCommand(blocker));
        return new Section(
            $"#{blocker.Number} {text} — {blocker.Author}, {BlockerText.State(blocker, person => $"{person}")}{since}{home}",
            blocker.State == BlockerState.Open ? BlockerText.TakeButton(blocker) : BlockerText.ShowButton(blocker));
    }
}
