using System.Globalization;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Outbox;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Captures somebody's message as an idea, with its author and a link, by a bulb or from the message's menu.</summary>
/// <param name="Text">The message's text; empty where it has none.</param>
/// <param name="IsReaction">A bulb is answered in the thread only, and means nothing where it is switched off.</param>
[Command("idea capture", "Capture a message as an idea", Hidden = true)]
public sealed record CaptureIdea(
    [Arg("The message")] MessageId Message,
    [Arg("The author")] PersonId Author,
    [Arg("The text", Rest = true, Max = Idea.LongestText)] string Text,
    [Arg("The reaction")] string? IsReaction = null,
    [Arg("The link", Max = 2_000)] string? Link = null) : ICommand
{
    public static readonly MessageShortcut Shortcut = new(
        "capture-idea",
        "Capture as idea",
        "Save this message as an idea, with its author and a link",
        message => new CaptureIdea(message.Id, message.Author, message.Text, null, message.Link));

    public sealed class Handler : ICommandHandler<CaptureIdea>
    {
        public async Task<Reply> Handle(CaptureIdea command, Turn turn)
        {
            var home = turn.Caller.Conversation;
            var settings = (await turn.Find(WorkspaceSettings.Type, WorkspaceSettings.Id))?.Value ?? WorkspaceSettings.Initial;
            if (command.IsReaction is not null && settings.BulbOff.Contains(home))
                return Reply.Nothing;
            if (await NumberOf(turn, home, command.Message) is { } known)
                return await VoteFor(turn, known, command);
            var text = command.Text.Replace("\0", "", StringComparison.Ordinal);
            if (string.IsNullOrWhiteSpace(text))
                return Reply.Refuse($"That message has no text that I could keep. Try: {new Typed("idea add")} and a sentence about it.");
            if (text.EnumerateRunes().Count() is var length && length > Idea.LongestText)
            {
                return Reply.Refuse($"An idea can have at most {Written(Idea.LongestText)} characters, and that message has {Written(length)}. Try: "
                    + $"{new Typed("idea add")} and a sentence about it.");
            }
            var source = new IdeaSource(command.Message, turn.Caller.Person, command.Link);
            var (idea, _) = await AddIdea.Save(turn, home, command.Author == PersonId.Bot ? turn.Caller.Person : command.Author, text, Bucket.Ideas, source);
            var isAnsweredInThread = command.IsReaction is not null && home.Channel is not null;
            return isAnsweredInThread ? Reply.Nothing : Reply.Say($"#{idea.Number} saved in ideas from {command.Author}’s message.");
        }

        private static string Written(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

        /// <summary>A second bulb is a vote.</summary>
        private static async Task<Reply> VoteFor(Turn turn, int number, CaptureIdea command)
        {
            if (await IdeaBook.Find(turn, number) is not { } idea)
                return IdeaBook.NotFound(number);
            var isNew = idea.Value.IsOpen && !idea.Value.Votes.Contains(turn.Caller.Person) && idea.Value.Source?.CapturedBy != turn.Caller.Person;
            if (isNew)
                turn.Change(Idea.Type, idea, idea.Value with { Votes = [.. idea.Value.Votes, turn.Caller.Person] });
            if (command.IsReaction is not null)
                return Reply.Nothing;
            return isNew
                ? Reply.Say($"That is {IdeaText.Named(idea.Value)} already; you voted for it.").UndoneBy(new UnvoteIdea(number))
                : Reply.Say($"That is {IdeaText.Named(idea.Value)} already.");
        }
    }

    /// <summary>The idea that a message of the bot shows, or that a message became.</summary>
    internal static async Task<int?> NumberOf(Turn turn, ConversationId home, MessageId message) =>
        await turn.Query(Posted.Type, Posted.Of(home, message)) is [var posted] && posted.Value.Subject?.Split(' ') is [Idea.Kind, var number]
            ? int.Parse(number, CultureInfo.InvariantCulture)
            : (await turn.Find(Captured.Type, Captured.IdOf(home, message)))?.Value.Number;
}
