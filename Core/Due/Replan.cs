using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Reckons anew when somebody is told what, because something about their time changed.</summary>
public sealed record Replan(PersonId Person) : IJob
{
    public sealed class Handler : IJobHandler<Replan>
    {
        public async Task Run(Replan job, Turn turn)
        {
            var items = (await DueList.OpenOf(turn, ConversationId.Of(job.Person), DueItem.MostOpen * 2))
                .Concat(await DueList.Read(turn, DueList.KeyOfGiven(job.Person, "open"), DueItem.MostOpen * 2))
                .DistinctBy(item => item.Value.Number);
            foreach (var item in items)
                await DueBook.Replan(turn, item);
        }
    }

    /// <summary>The new hours are on disk first, and then reckoned with.</summary>
    public sealed class ProfileFollower : IFollow<Profile>
    {
        public Task Changed(Turn turn, Profile? before, Profile? after)
        {
            var person = (after ?? before)!.Person;
            turn.Schedule($"replan {person} {turn.Id}", turn.Now, new Replan(person), $"tell {ConversationId.Of(person)}");
            return Task.CompletedTask;
        }
    }
}
