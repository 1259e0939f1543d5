using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Online;

/// <summary>Who comes online next, in order, so that one knows whom to expect an answer from first.</summary>
[Command("online next", "See who comes online in the next hours, in order", Example = "online next #team", Question = true)]
public sealed record ShowNext([Arg("The channel")] ChannelId? Channel = null) : ICommand
{
    private const int MostLines = 20;
    private const int MostLater = 3;

    private static readonly Duration Ahead = Duration.FromHours(24);

    public sealed class Handler(IPresence presence) : ICommandHandler<ShowNext>
    {
        public async Task<Reply> Handle(ShowNext command, Turn turn)
        {
            var channel = command.Channel ?? turn.Caller.Conversation.Channel;
            if (channel is { } named && !await turn.Sees(ConversationId.Of(named)))
                return Reply.Refuse($"You are not in {named}. Try: {new Typed("online next")}");
            var coming = new List<(Colleague Person, Instant At)>();
            var around = await Around.Here(turn, channel);
            foreach (var person in around.People.Where(person => person.IsShared && person.Id != turn.Caller.Person))
            {
                var state = person.At(turn.Now, presence.Known(turn.Caller.Workspace, person.Id));
                if (state.Back is { } back && back > turn.Now)
                    coming.Add((person, back));
            }

            coming = [.. coming.OrderBy(each => each.At)
                .ThenBy(each => each.Person.Name, StringComparer.Ordinal)
                .ThenBy(each => each.Person.Id.Value, StringComparer.Ordinal)];
            return Reply.Say(around.Noted(Answer(channel is { } here ? (Rich)$"{here}" : $"your channels", coming, turn)));
        }

        private static Card Answer(Rich where, List<(Colleague Person, Instant At)> coming, Turn turn)
        {
            if (coming.Count == 0)
                return Card.Of($"I don’t know of anybody else in {where} when they come next. Who is around: {new Typed("online")}");
            var soon = coming.TakeWhile(each => each.At - turn.Now <= Ahead).ToList();
            var shown = soon.Count > 0 ? soon.Take(MostLines) : coming.Take(MostLater);
            var card = new Card(
                soon.Count > 0 ? (Rich)$"Who comes online in {where} in the next 24 h" : $"Nobody comes online in {where} in the next 24 h. First afterwards",
                [.. shown.Select(each => new Paragraph(Line(each.Person, each.At, turn)))]);
            return soon.Count > MostLines ? card.With(new Note($"And {soon.Count - MostLines} more within 24 h.")) : card;
        }

        private static Rich Line(Colleague person, Instant at, Turn turn) => $"{person.Id}: {TwoClocks.Say(person, at, turn.Now, turn.Caller.Zone)}";
    }
}
