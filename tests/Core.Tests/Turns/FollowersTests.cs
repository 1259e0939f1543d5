using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Turns;

public sealed class FollowersTests
{
    [Test]
    public async Task Several_may_follow_one_kind_and_are_told_in_the_order_of_their_lines()
    {
        await using var team = await Team.Open(new TeamOptions
        {
            Features = features => features
                .Command<Jot, Jot.Handler>()
                .Document(Note.Type, new UndoRules<Note>(_ => "the note", _ => "help"))
                .Follower<Note, First>(Note.Type)
                .Follower<Note, Second>(Note.Type),
        });

        var jotted = await team.Says("ana", "#team", "jot one");
        await team.Presses("ana", jotted, "Undo");

        Assert.That(team.Posts("#team"), Is.EqualTo(new[] { "first: one", "second: one", "first: gone", "second: gone" }));
    }

    [Test]
    public async Task What_is_changed_twice_in_one_turn_is_refused_so_that_neither_change_is_lost()
    {
        await using var team = await Team.Open(new TeamOptions
        {
            Features = features => features.Command<Jot, Jot.Handler>().Command<JotTwice, JotTwice.Handler>(),
        });
        var refused = await team.Says("ana", "#team", "jottwice one");

        Assert.That(refused.Text, Does.StartWith("Something went wrong on my side, and nothing was changed."));
        Assert.That(team.Log.Failures.Single().Error!.Message, Does.StartWith("note 1 is changed twice in one turn"));
    }

    private sealed record Note(string Text)
    {
        public static readonly DocumentType<Note> Type = new("note", _ => "1");
    }

    [Command("jot", "Jot something down", Example = "jot one")]
    private sealed record Jot([Arg("The text", Rest = true)] string Text) : ICommand
    {
        public sealed class Handler : ICommandHandler<Jot>
        {
            public Task<Reply> Handle(Jot command, Turn turn)
            {
                turn.Create(Note.Type, new Note(command.Text));
                return Task.FromResult(Reply.Say($"Jotted."));
            }
        }
    }

    [Command("jottwice", "Jot something down twice", Example = "jottwice one")]
    private sealed record JotTwice([Arg("The text", Rest = true)] string Text) : ICommand
    {
        public sealed class Handler : ICommandHandler<JotTwice>
        {
            public Task<Reply> Handle(JotTwice command, Turn turn)
            {
                turn.Create(Note.Type, new Note(command.Text));
                turn.Create(Note.Type, new Note(command.Text + " again"));
                return Task.FromResult(Reply.Say($"Jotted."));
            }
        }
    }

    private abstract class Teller(string name) : IFollow<Note>
    {
        public Task Changed(Turn turn, Note? before, Note? after)
        {
            turn.Post(Team.Place("#team"), Card.Of($"{name}: {after?.Text ?? "gone"}"));
            return Task.CompletedTask;
        }
    }

    private sealed class First() : Teller("first");

    private sealed class Second() : Teller("second");
}
