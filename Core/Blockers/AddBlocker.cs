using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>Says what blocks somebody, so that whoever can help hears of it in their own working time.</summary>
[Command("blocker add", "Say what blocks you, and whom it needs", Example = BlockerWords.Example, Default = true, Once = true, OfferedAs = "Flag as a blocker")]
public sealed record AddBlocker(
    [Arg("The blocker", Rest = true, Ids = true, Max = Blocker.LongestText)] string Text,
    [Arg("Whom it needs", After = "needs", Name = "whom")] PersonId? Needs = null,
    [Arg("The channel", After = "in", Trailing = true)] ChannelId? Channel = null,
    [Arg("As it stands", Hidden = true)] string? AsItStands = null) : ICommand
{
    public sealed class Handler(RaiseBlocker raise) : ICommandHandler<AddBlocker>
    {
        public async Task<Reply> Handle(AddBlocker command, Turn turn)
        {
            var home = command.Channel is { } named ? ConversationId.Of(named) : turn.Caller.Conversation;
            if (!await turn.Sees(home))
                return Reply.Refuse($"You are not in {home}. Try: {new Typed(BlockerWords.Example)}");
            var words = await BlockerWords.Read(
                turn, command.Text, text => command with { Text = text }, command.AsItStands is null ? () => command with { AsItStands = "yes" } : null);
            if (words.Refusal is { } refusal)
                return refusal;
            if (command.Needs == turn.Caller.Person)
                words = words with { IsOfCaller = true };
            else if (command.Needs is { } person && !words.People.Contains(person))
            {
                if (!await People.Whom.IsKnown(turn, person))
                    return Reply.Refuse($"I know nobody here by that name. Try: {new Typed(BlockerWords.Example)}");
                words = words with { People = [person, .. words.People] };
            }

            return await raise.Raise(turn, home, words);
        }
    }
}
