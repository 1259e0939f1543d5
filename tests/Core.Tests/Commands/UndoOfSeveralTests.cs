using AsyncBot.Core.Commands;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Commands;

/// <summary>A command that changes more than one thing.</summary>
public sealed class UndoOfSeveralTests
{
    [Test]
    public async Task What_made_one_thing_and_changed_another_is_taken_back_in_both()
    {
        await using var team = await Jotting(features => features.Document(Total.Type, new UndoRules<Total>(_ => "the total", _ => "help")));
        await team.Says("ana", "#team", "jot one");
        var answer = await team.Says("ana", "#team", "jot two");
        var undone = await team.Presses("ana", answer, "Undo");

        Assert.That(undone.Text, Is.EqualTo("Taken back: note 2 and the total is as before."));
        Assert.That((await team.Find(Note.Type, "2"), await team.Find(Total.Type, "total")), Is.EqualTo(((Note?)null, new Total(1))));
    }

    [Test]
    public async Task What_can_be_taken_back_in_part_only_can_not_be_taken_back()
    {
        await using var team = await Jotting(features => features);
        var answer = await team.Says("ana", "#team", "jot one");

        Assert.That(answer.Text, Is.EqualTo("Jotted."));
        Assert.That(answer.Labels, Is.Empty);
    }

    private static Task<Team> Jotting(Func<FeatureCatalog, FeatureCatalog> more) => Team.Open(new TeamOptions
    {
        Features = features => more(features).Command<Jot, Jot.Handler>().Document(Note.Type, new UndoRules<Note>(note => $"note {note.Id}", _ => "help")),
    });

    private sealed record Note(string Id, string Text)
    {
        public static readonly DocumentType<Note> Type = new("note", note => note.Id);
    }

    private sealed record Total(int Count)
    {
        public static readonly DocumentType<Total> Type = new("total", _ => "total");
    }

    [Command("jot", "Jot something down", Example = "jot one")]
    private sealed record Jot([Arg("The text", Rest = true)] string Text) : ICommand
    {
        public sealed class Handler : ICommandHandler<Jot>
        {
            public async Task<Reply> Handle(Jot command, Turn turn)
            {
                var total = await turn.Find(Total.Type, "total");
                var after = new Total((total?.Value.Count ?? 0) + 1);
                turn.Create(Note.Type, new Note($"{after.Count}", command.Text));
                if (total is null)
                    turn.Create(Total.Type, after);
                else
                    turn.Change(Total.Type, total, after);
                return Reply.Say($"Jotted.");
            }
        }
    }
}
