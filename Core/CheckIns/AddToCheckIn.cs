using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Puts people into a check-in; they are told, with a way out, and asked from their next window on.</summary>
[Command("checkin add", "Put somebody into a check-in", Example = "checkin add Daily @Ben")]
public sealed record AddToCheckIn(
    [Arg("The check-in and the people", Name = "name @person", Rest = true, Ids = true, Max = 1_000)] string? Text = null) : ICommand
{
    public sealed class Handler : ICommandHandler<AddToCheckIn>
    {
        public Task<Reply> Handle(AddToCheckIn command, Turn turn) =>
            NameAndPeople.Change(turn, command.Text, "add", again => command with { Text = again }, async (stored, people) =>
            {
                var checkIn = stored.Value;
                var news = people.Where(person => !checkIn.Asks(person.Id)).ToList();
                if (news.Count == 0)
                    return Reply.Refuse($"They are in {checkIn.Name} already. To see who is: {new Typed($"checkin preview {checkIn.Name}")}");
                foreach (var person in news)
                {
                    if (!await turn.Sees(person.Id, checkIn.Home))
                        return Reply.Refuse($"{person.Id} is not in {checkIn.Home}, where the answers are read. Invite them there first, and say it again.");
                }

                if (checkIn.Members.Count + news.Count > CheckIn.MostWithoutAdmin && !turn.Caller.IsAdmin)
                {
                    return Reply.Refuse(
                        $"More than {CheckIn.MostWithoutAdmin} people are asked only by an admin; {new Typed("async settings")} names them.");
                }

                Membership.Add(turn, stored, [.. news.Select(person => person.Id)]);
                return Reply.Say($"{RunText.Listed([.. news.Select(person => person.Id)])} will be asked in {checkIn.Name}. I told them.");
            });
    }
}
