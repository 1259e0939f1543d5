using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Makes a check-in of a sentence or a form; what it will do is shown before it does anything.</summary>
/// <param name="Create">Whether what was said is wanted as it was shown.</param>
[Command("checkin new", "Set up a check-in for a channel or some people", Example = CheckInWords.Example, Once = true)]
public sealed record NewCheckIn(
    [Arg("The name, and where, when, for whom and what", Name = "name and the rest", Rest = true, Ids = true, Max = 4_000)] string? Text = null,
    [Arg("What was filled in", Hidden = true)] Fields? Form = null,
    [Arg("Create it", Hidden = true)] Switch? Create = null) : ICommand
{
    public sealed class Handler : ICommandHandler<NewCheckIn>
    {
        public async Task<Reply> Handle(NewCheckIn command, Turn turn)
        {
            var draft = command.Form is { } filled ? await NewForm.Read(turn, filled)
                : await CheckInWords.Read(turn, command.Text?.Trim() ?? "", again => command with { Text = again });
            if (command.Form is null && draft.Refusal is null && NewForm.IsWanted(draft))
                return Reply.Open(await NewForm.Of(turn, draft));
            var number = command.Create is null ? 0 : await turn.Number(CheckIn.Kind);
            var made = await draft.Made(number);
            if (made is not null)
                await RefuseTaken(turn, draft, made);
            if (draft.Refusal is { } refusal)
                return command is { Form: not null, Create: null } ? await NewForm.Wrong(turn, draft) : refusal;
            var checkIn = made!;
            if (command.Create is not null)
                return await Keep(turn, checkIn);
            var create = new Button("Create", command with { Create = Switch.On }, ButtonStyle.Primary);
            return Reply.Say((await Preview.Of(turn, checkIn, Preview.Runs)).With(create));
        }

        private static async Task RefuseTaken(Turn turn, CheckInDraft draft, CheckIn checkIn)
        {
            var others = await CheckInBook.All(turn);
            if (others.Count >= CheckIn.Most)
            {
                Rich many = $"There are {CheckIn.Most} check-ins already, as many as there can be.";
                draft.Refuse(Part.Name, many, Reply.Refuse($"{many} To delete one: {new Typed($"checkin delete {others[0].Value.Name}")}"));
            }

            foreach (var other in others.Select(stored => stored.Value))
            {
                if (other.Channel != checkIn.Channel || !other.Name.Equals(checkIn.Name, StringComparison.OrdinalIgnoreCase))
                    continue;
                Rich taken = $"{checkIn.Home} has a check-in named {other.Name} already.";
                Rich next = await CheckInBook.MayChange(turn, other)
                    ? (Rich)$"To change that one: {new Typed(Examples.OfChange(other.Name))}"
                    : $"To see that one: {new Typed($"checkin status {other.Name}")}";
                draft.Refuse(Part.Name, taken, Reply.Refuse($"{taken} {next}"));
            }
        }

        private static async Task<Reply> Keep(Turn turn, CheckIn checkIn)
        {
            turn.Create(CheckIn.Type, checkIn);
            Welcome.Send(turn, checkIn, checkIn.Members.Select(member => member.Person));
            var next = await Preview.NextOf(turn, checkIn);
            Rich first = next is { } at ? (Rich)$" The first is asked {at}." : Rich.Empty;
            Rich where = await turn.Find(checkIn.Channel) is { CanPost: true } ? Rich.Empty
                : $" I can’t post in {checkIn.Home} yet; invite me there with {new Typed("/invite @asyncbot")}";
            return Reply.Say($"{checkIn.Name} is set up in {checkIn.Home} for {Counted.Of(checkIn.Members.Count, "person", "people")}.{first}{where}");
        }
    }
}
