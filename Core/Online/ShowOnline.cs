using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Online;

/// <summary>Tells who is around now, why we think so, and when the others will be: not a green dot, but what to expect of each.</summary>
[Command("online show", "See who is around now, and when the others will be", Example = "online show #team", Default = true, Alone = true, Question = true)]
public sealed record ShowOnline(
    [Arg("Who", Name = "#channel|@person …", Rest = true, Ids = true, Max = 2_000)] string? Whom = null) : ICommand
{
    public sealed class Handler(Sight sight) : ICommandHandler<ShowOnline>
    {
        private const int MostDetailed = 10;

        public async Task<Reply> Handle(ShowOnline command, Turn turn)
        {
            var here = turn.Caller.Conversation.Channel;
            if (command.Whom is null && here is { } elsewhere && !await turn.Sees(turn.Caller.Conversation))
                return Reply.Refuse($"You are not in {elsewhere}. Try: {new Typed("online #team")}");
            if (command.Whom is null)
            {
                var where = here is { } channel ? (Rich)$"{channel}" : $"your channels";
                return await Groups(command, turn, await Around.Here(turn, here), $"Who is around in {where}");
            }

            var whom = await People.Whom.Read(turn, command.Whom);
            if (whom.Unclear is { } unclear)
                return unclear.Ask(words => command with { Whom = words });
            if (whom.Unknown.FirstOrDefault(word => word.StartsWith('#')) is { } nowhere)
                return Reply.Refuse($"“{Excerpt.Word(nowhere)}” is no channel that you are in. Try: {new Typed("online #team")}");
            var (named, untold) = await NotTold.Split(turn, whom);
            if (whom.Channels is [var only] && named.Count == 0 && untold.Count == 0)
                return await Groups(command, turn, await Around.Here(turn, only.Id), $"Who is around in {only.Id}");
            var people = named.ToList();
            foreach (var each in whom.Channels)
                people.AddRange((await Around.Here(turn, each.Id)).People);
            people = [.. people.DistinctBy(person => person.Id)];
            if (people.Count == 0 && untold.Count > 0)
                return Reply.Refuse($"{NotTold.Of(untold)} Try: {new Typed("online")}, or {new Typed("help online")}");
            if (people.Count == 0)
                return Reply.Refuse($"That names nobody. Try: {new Typed("online @ana")}");
            var reply = people.Count > MostDetailed || whom.Channels.Count > 0
                ? await Groups(command, turn, new Around(people, 0), $"Who is around")
                : await Details(command, turn, people);
            return untold.Count == 0 ? reply : reply with { Card = reply.Card.With(new Note(NotTold.Of(untold))) };
        }

        private async Task<Reply.Said> Groups(ShowOnline command, Turn turn, Around around, Rich title)
        {
            var people = around.People;
            var seen = await sight.Of(turn, people);
            var card = around.Noted(OnlineCard.Of(title, people, new PersonText(turn.Caller, turn.Now, seen)));
            return Answered(command, turn, seen, Confirmed(card, turn, people));
        }

        private async Task<Reply.Said> Details(ShowOnline command, Turn turn, IReadOnlyList<Colleague> people)
        {
            var seen = await sight.Of(turn, people);
            var self = await Colleagues.Find(turn, turn.Caller.Person);
            return Answered(command, turn, seen, Confirmed(PersonCard.Of(people, self, turn.Now, new PersonText(turn.Caller, turn.Now, seen)), turn, people));
        }

        /// <summary>Whoever finds themselves in the answer with hours that nobody said can say that they are right.</summary>
        private static Card Confirmed(Card card, Turn turn, IReadOnlyList<Colleague> people) =>
            people.FirstOrDefault(person => person.Id == turn.Caller.Person) is { Hours: { Assumed: true, Week: var week } }
                ? card
                    .With(new Note($"Your own hours are assumed: {week.ToString()}. If they are others, say {new Typed("online hours mon-thu 8-16")}"))
                    .With(SetHours.Confirm(week))
                : card;

        /// <summary>Says what is known; what the platform is still to be asked comes with a better answer.</summary>
        private static Reply.Said Answered(ShowOnline command, Turn turn, Seen seen, Card card)
        {
            if (seen.Missing == 0)
                return new Reply.Said(card);
            if (!turn.IsPatient)
                return new Reply.Said(card, Better: command);
            var unseen = Counted.Of(seen.Missing, "person", "people");
            return new Reply.Said(card
                .With(new Note($"Of {unseen} the chat did not say in time whether they are active; that is unknown, not away."))
                .With(new Button("Look again", command)));
        }
    }
}
