using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>Flags somebody's message as a blocker, with a link to it, from the message's menu.</summary>
[Command("blocker flag", "Flag a message as a blocker", Hidden = true)]
public sealed record FlagMessage(
    [Arg("The message")] MessageId Message,
    [Arg("The author")] PersonId Author,
    [Arg("The text", Rest = true, Max = Blocker.LongestText)] string Text,
    [Arg("The link", Max = 2_000)] string? Link = null) : ICommand
{
    public static readonly MessageShortcut Shortcut = new(
        "flag-blocker",
        "Flag as blocker",
        "Say that this message blocks you, with a link to it",
        message => new FlagMessage(message.Id, message.Author, message.Text, message.Link));

    public sealed class Handler(RaiseBlocker raise) : ICommandHandler<FlagMessage>
    {
        public async Task<Reply> Handle(FlagMessage command, Turn turn)
        {
            var home = turn.Caller.Conversation;
            if (await BlockerBook.FlaggedAt(turn, home, command.Message) is { } known)
                return Reply.Say($"That message is {BlockerText.Named(known)} already.", BlockerText.ShowButton(known));

            var text = Excerpt.Within(command.Text.Replace("\0", "", StringComparison.Ordinal).Trim(), Blocker.LongestText);
            if (Blank.Is(text))
                return Reply.Refuse($"That message has no text that I could keep. Try: {new Typed(BlockerWords.Example)}");
            var words = await BlockerWords.Read(turn, text, with => command with { Text = with }, asItStands: null);
            return words.Refusal ?? await raise.Raise(turn, home, words, new BlockerSource(command.Message, command.Author, command.Link));
        }
    }
}
