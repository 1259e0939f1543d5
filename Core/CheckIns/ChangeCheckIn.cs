using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Changes when, how or what a check-in asks; what that will do is shown first.</summary>
/// <param name="Apply">Whether what was said is wanted as it was shown.</param>
[Command("checkin change", "Change when or what a check-in asks", Example = "checkin change Daily at 10:00 on weekdays open for 4h")]
public sealed record ChangeCheckIn(
    [Arg("The check-in, and what changes", Name = "name and the change", Rest = true, Ids = true, Max = 4_000)] string Text,
    [Arg("Apply it", Hidden = true)] Switch? Apply = null) : ICommand
{
    public sealed class Handler : ICommandHandler<ChangeCheckIn>
    {
        public async Task<Reply> Handle(ChangeCheckIn command, Turn turn)
        {
            var draft = await CheckInWords.Read(turn, command.Text, again => command with { Text = again }, isChange: true);
            return await ChangeOf.CheckIn(turn, draft.Name, "change", name => command with { Text = CheckInWords.Renamed(command.Text, name) }, async before =>
            {
                if (draft.IsEmpty)
                {
                    return (null, Reply.Refuse(
                        $"It does not say what changes of {before.Name}. Try: {new Typed($"checkin change {before.Name} at 10:00 on weekdays open for 4h")}"));
                }

                if (await draft.Changed(before) is not { } after)
                    return (null, draft.Refusal!);
                if (command.Apply is not null)
                    return (after, Reply.Say($"Changed: {after.Name} comes {Preview.HowOften(after)} now, open for {Time.Clock.Length(after.Times.Open)}."));
                var preview = await Preview.Of(turn, after, Preview.Runs);
                return (null, Reply.Say(preview.With(new Button("Change it", command with { Apply = Switch.On }, ButtonStyle.Primary))));
            });
        }
    }
}
