using System.Globalization;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Messages whoever is on call, goes on to the next in line where nobody answers, and says honestly what a chat can't do.</summary>
[Command("oncall page", "Message whoever is on call, and the next in line if need be", Example = "oncall page support The checkout is down", Once = true)]
public sealed record PageOnCall(
    [Arg("The rotation and the matter", Name = "[rotation] text", Rest = true, Max = Page.LongestText + Rotation.LongestName + 1)] string Text) : ICommand
{
    public sealed class Handler(Reachable reachable) : ICommandHandler<PageOnCall>
    {
        public async Task<Reply> Handle(PageOnCall command, Turn turn)
        {
            var me = turn.Caller.Person;
            var words = await RotationWords.FirstOrOnly(turn, command.Text, name => $"oncall page {name} The checkout is down");
            if (words.Refusal is { } refusal)
                return refusal;
            var rotation = words.Rotation!.Value;
            var example = new Typed($"oncall page {rotation.Name} The checkout is down");
            if (words.Rest.Length == 0)
                return Reply.Refuse($"It does not say what is the matter. Try: {example}");
            if (words.Rest.EnumerateRunes().Count() is > Page.LongestText and var length)
            {
                var sizes = string.Create(CultureInfo.InvariantCulture, $"at most {Page.LongestText:N0} characters, and this has {length:N0}");
                return Reply.Refuse($"The matter can have {new Rich([new Words(sizes)])}. Try: {example}");
            }

            var now = await Paging.Here(turn, rotation.Schedule().At(turn.Now).Select(seat => seat.Person));
            var on = now.Where(person => person != me).ToList();
            if (on.Count == 0 && (await Paging.Here(turn, Reachable.InLine(rotation, turn.Now, [me]))).Count == 0)
                return Reply.Refuse($"Nobody else takes turns in {rotation.Name}. Who does elsewhere: {new Typed("oncall")}");

            var channel = await RotationBook.CanPost(turn, rotation) ? rotation.Channel : null;
            var (number, until) = (await turn.Number(Page.Kind), turn.Now + Page.Kept);
            var page = new Page(number, rotation.Name, rotation.CreatedAt, me, words.Rest, [], [], channel, null, null, until);
            var kept = await Kept(turn, on);
            page = on.Count > 0
                ? Paging.Message(turn, page, on).After(new PageStep(turn.Now, PageDeed.Messaged, on))
                : page.After(now.Count > 0 ? new PageStep(turn.Now, PageDeed.Themselves, now) : new PageStep(turn.Now, PageDeed.Nobody));
            foreach (var (person, why) in kept)
                page = page.After(new PageStep(turn.Now, PageDeed.Unreachable, [person], why));
            if (kept.Count == on.Count)
                page = await Paging.GoOn(turn, rotation, page, reachable);
            page = Paging.Post(turn, page, rotation);
            Expiry.Create(turn, Page.Type, page);
            Paging.Schedule(turn, page);
            var told = page.Paged.Select(paged => paged.Person).ToList();
            var notes = Rich.Join("", kept.Select(each => (Rich)$" {each.Key} is {new Rich([new Words(each.Value)])}."));
            Rich special = now.Contains(me) ? (Rich)$"You are on call for {rotation.Name} yourself. "
                : now.Count == 0 ? $"Nobody is on call for {rotation.Name} now. " : Rich.Empty;
            return Reply.Say(
                $"{special}I messaged {OnCallText.Names(told)}.{notes} Unanswered for 10 minutes, it goes on; you see each step in your direct messages. "
                + $"A chat can’t ring a phone: if it burns, call somebody.",
                new Button("Call it off", new CallOffPage(page.Number)));
        }

        /// <summary>Who is away or does not want to be disturbed, as far as the caller may know.</summary>
        private async Task<Dictionary<PersonId, string>> Kept(Turn turn, IReadOnlyList<PersonId> people)
        {
            var states = await reachable.States(turn, people);
            return people.Where(states.ContainsKey)
                .Where(person => states[person].Because.Because is Because.Away or Because.DoNotDisturb)
                .ToDictionary(person => person, person => states[person].Because.Because == Because.DoNotDisturb ? "on do not disturb" : "away");
        }
    }
}
