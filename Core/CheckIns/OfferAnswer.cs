using AsyncBot.Core.Commands;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>A text that is no command may be an answer for as long as something waits for one.</summary>
public sealed class OfferAnswer : IOffer
{
    public Type Command => typeof(AnswerCheckIn);

    public async Task<bool> Fits(Turn turn) => (await Target.Open(turn)).Count > 0;
}
