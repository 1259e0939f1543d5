using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>What one can do here, with an example each, at most a screen.</summary>
[Command("help", "See what I can do", Example = "help idea", Alone = true, Question = true)]
public sealed record ShowHelp([Arg("The topic")] string? About = null) : ICommand
{
    public sealed class Handler(CommandCatalog commands) : ICommandHandler<ShowHelp>
    {
        public Task<Reply> Handle(ShowHelp command, Turn turn)
        {
            var about = command.About?.TrimStart('/');
            if (about is null)
                return Task.FromResult(Overview());
            if (commands.Nouns.FirstOrDefault(noun => noun.Equals(about, StringComparison.OrdinalIgnoreCase)) is { } known)
                return Task.FromResult(Of(known, turn));
            if (commands.AnswerAnnounced(about) is { } announced)
                return Task.FromResult(announced);
            return Task.FromResult(Spelling.Nearest(about, commands.Nouns) is { } near
                ? Reply.Refuse($"I have no help on “{Excerpt.Word(about)}”; did you mean {near}? Try: {new Typed($"help {near}")}")
                : Reply.Refuse($"I have no help on “{Excerpt.Word(about)}”. Try one of: {string.Join(", ", commands.Nouns)}; for example "
                    + $"{new Typed(CommandShape.Of<ShowHelp>().Example)}"));
        }

        private Reply Overview()
        {
            var facts = commands.Nouns.Select(noun => (Noun: noun, Command: commands.FirstOf(noun)))
                .Where(each => each.Noun != CommandShape.Of<ShowHelp>().Noun)
                .Select(each => new Fact(each.Noun, $"{each.Command.Summary}. {new Typed(each.Command.Example)}"));
            return Reply.Say(new Card($"What I can do for you", [
                new Facts([.. facts]),
                new Note($"{new Typed("help idea")} shows everything about ideas. In a direct message, say it without the slash."),
            ]));
        }

        private Reply Of(string noun, Turn turn)
        {
            var shapes = commands.Of(noun).Where(shape => shape.Role == Role.Member || turn.Caller.IsAdmin);
            return Reply.Say(new Card($"{Spelling.Capital(noun)}", [
                .. shapes.Select(shape => new Section($"{new Typed(shape.Usage)} — {shape.Summary}{(shape.Role == Role.Admin ? " (admins)" : "")}")),
                new Note($"For example: {new Typed(commands.FirstOf(noun).Example)}"),
            ]));
        }
    }
}
