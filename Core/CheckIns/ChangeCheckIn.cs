using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Changes when, how or what a check-in asks; what that will do is shown first.</summary>
/// <param name="Apply">Whether what was said is wanted as it was shown.</param>
[Command("checkin change", "Change when or what a check-in asks", Example = "checkin change Daily at 10:00 on weekdays open for 4h")]
public sealed record ChangeCheckIn(
    [Arg("The check-in, and what changes", Name = "name and the change", Rest = true, Ids = true, Max = 4_000)] string? Text = null,
    [Arg("Apply it", Hidden = true)] Switch? Apply = null) : ICommand
{
    public sealed class Handler : ICommandHandler<ChangeCheckIn>
    {
        /// <summary>As many runs of a check-in may be open at a time.</summary>
        private const int Looked = 10;

        public async Task<Reply> Handle(ChangeCheckIn command, Turn turn)
        {
            var draft = await CheckInWords.Read(turn, command.Text ?? "", again => command with { Text = again }, isChange: true);
            if (await CheckInBook.BeginningOf(turn, draft.Name) is { CheckIn: var meant, Behind: var unread })
            {
                return Reply.Refuse($"“{Excerpt.Word(unread)}” is nothing that I can change of {meant.Name}: I know when, what and how it asks, "
                    + $"and for how long. Try: {new Typed(Examples.OfChange(meant.Name))}");
            }

            var said = draft.Name.Length == 0 ? null : draft.Name;
            return await ChangeOf.CheckIn(turn, said, "change", Again, async before =>
            {
                if (draft.IsEmpty)
                {
                    return (null, Reply.Refuse($"It does not say what changes of {before.Name}. Try: {new Typed(Examples.OfChange(before.Name))}"));
                }

                if (await draft.Changed(before) is not { } after)
                    return (null, draft.Refusal!);
                var begun = after.Questions.SequenceEqual(before.Questions) ? [] : await Begun(turn, after);
                if (command.Apply is not null)
                {
                    Paragraph changed = new($"Changed: {after.Name} comes {Preview.HowOften(after)} now, open for {Time.Clock.Length(after.Times.Open)}.");
                    return (after, Reply.Say(new Card(null, [changed, .. Questions(before, after), .. begun])));
                }

                var preview = (await Preview.Of(turn, after, Preview.Runs)).With([.. begun]);
                return (null, Reply.Say(preview.With(new Button("Change it", command with { Apply = Switch.On }, ButtonStyle.Primary))));
            });

            ICommand Again(string name) => command with { Text = CheckInWords.Renamed(command.Text ?? "", name, turn) };
        }

        private static IEnumerable<Block> Questions(CheckIn before, CheckIn after)
        {
            if (!after.Questions.SequenceEqual(before.Questions))
                yield return new Paragraph($"It asks from now on:\n{Rich.Join("\n", after.Questions.Select((question, at) => Preview.Line(question, at)))}");
        }

        /// <summary>Whoever is asked later in a run is asked what those before them were.</summary>
        private static async Task<IReadOnlyList<Block>> Begun(Turn turn, CheckIn after)
        {
            var open = (await CheckInBook.RunsOf(turn, after.Number, Looked)).Select(each => each.Value)
                .Where(run => run is { IsOpen: true, HasBegun: true } && !run.Questions.SequenceEqual(after.Questions));
            return [.. open.Select(run => new Note($"{Prompt.TitleOf(run)} has begun, and keeps the questions that it began with."))];
        }
    }
}
