using AsyncBot.Core.Documents;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>
/// Looks at a rotation where something may have changed: who is on call, who has to know, who left. It carries no more than that hint; after a
/// downtime one look is enough.
/// </summary>
/// <param name="Rotation">By its key.</param>
public sealed record LookOnCall(string Rotation) : IJob
{
    public static void Schedule(Turn turn, string rotation, Instant at)
    {
        turn.Unschedule(IdOf(rotation));
        turn.Schedule(IdOf(rotation), at, new LookOnCall(rotation), IdOf(rotation));
    }

    public static string IdOf(string rotation) => $"oncall {rotation}";

    /// <summary>Tells in a conversation what there is to tell of a rotation.</summary>
    internal static void Tell(Turn turn, string rotation, Instant at, ConversationId to)
    {
        turn.Unschedule($"oncall {rotation} {to}");
        Attention.Tell.Schedule(turn, $"oncall {rotation} {to}", at, to);
    }

    public sealed class Handler : IJobHandler<LookOnCall>
    {
        public async Task Run(LookOnCall job, Turn turn)
        {
            if (await turn.Find(OnCall.Rotation.Type, job.Rotation) is not { } stored)
            {
                await OnCall.Told.Drop(turn, job.Rotation);
                return;
            }

            if (await Left(turn, stored))
                return;
            var rotation = stored.Value;
            var (before, told) = await Told.Find(turn, rotation);
            var news = await ToTell.Of(turn, rotation);
            var known = told.In(news.Now);
            if (rotation.Channel is { } channel && news.IsNewsToChannel(known) && await RotationBook.CanPost(turn, rotation))
                Tell(turn, job.Rotation, turn.Now, ConversationId.Of(channel));
            foreach (var person in news.Incoming(known).Concat(news.HeadsUps(known).Select(each => each.Person)).Distinct())
                Tell(turn, job.Rotation, turn.Now, ConversationId.Of(person));
            var open = rotation.Plan.Covers.Where(each => each.TakenBy is null).ToList();
            var over = open.Where(each => each.End <= turn.Now).Select(each => each.Id).ToList();
            foreach (var cover in over.Except(told.Over))
                RotationFollower.ShowCover(turn, rotation, cover);
            var look = news.Look;
            var shown = over.Except(told.Over).Any() ? told with { Over = over } : told;
            shown = await ChannelKeeper.Keep(turn, rotation, shown, news.IsNewsToChannel(told));
            var after = await GroupKeeper.Keep(turn, rotation, shown, news.Now.Now);
            if (after.IsWaiting)
                look = Instant.Min(look, turn.Now + GroupKeeper.Patience);
            if (after.Told != told)
                Told.Keep(turn, before, after.Told);
            foreach (var ask in open.Where(each => each.End > turn.Now))
                look = Instant.Min(look, ask.End);
            Schedule(turn, job.Rotation, look);
        }

        /// <summary>The shifts of somebody who left become gaps, which the owner and the channel hear of.</summary>
        private static async Task<bool> Left(Turn turn, Stored<Rotation> stored)
        {
            var rotation = stored.Value;
            var gone = new List<PersonId>();
            foreach (var person in rotation.Everybody.Where(person => rotation.Plan.Departures.All(each => each.Person != person)))
            {
                if (await turn.Find(person) is { IsGone: true })
                    gone.Add(person);
            }

            var back = new List<PersonId>();
            foreach (var departure in rotation.Plan.Departures)
            {
                if (await turn.Find(departure.Person) is { IsGone: false })
                    back.Add(departure.Person);
            }

            if (gone.Count + back.Count == 0)
                return false;
            IEnumerable<Departure> departures =
                [.. rotation.Plan.Departures.Where(each => !back.Contains(each.Person)), .. gone.Select(person => new Departure(person, turn.Now))];
            turn.Change(OnCall.Rotation.Type, stored, rotation with { Plan = rotation.Plan with { Departures = [.. departures] } });
            return true;
        }
    }
}
