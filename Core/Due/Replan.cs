using AsyncBot.Core.Commands;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Due;

/// <summary>Reckons anew when somebody is told what, because something about their time changed. The change is on disk first.</summary>
public sealed record Replan(PersonId Person) : IJob
{
    public static Task Of(Turn turn, PersonId person)
    {
        turn.Schedule($"replan {person} {turn.Id}", turn.Now, new Replan(person), $"tell {ConversationId.Of(person)}");
        return Task.CompletedTask;
    }

    public sealed class Handler : IJobHandler<Replan>
    {
        public async Task Run(Replan job, Turn turn)
        {
            foreach (var item in await DueList.Waiting(turn, job.Person))
                await DueBook.Replan(turn, item);
        }
    }

    /// <summary>What somebody says about their hours, absences and zone.</summary>
    public sealed class ProfileFollower : IFollow<Profile>
    {
        public Task Changed(Turn turn, Profile? before, Profile? after) => Of(turn, (after ?? before)!.Person);
    }

    /// <summary>A day off, for some people or for many.</summary>
    public sealed class DayOffFollower : IFollow<DayOff>
    {
        public async Task Changed(Turn turn, DayOff? before, DayOff? after)
        {
            var days = new[] { before, after }.OfType<DayOff>().ToList();
            if (days.Any(day => day.People.Count == 0))
                ReplanAll.Begin(turn);
            foreach (var person in days.SelectMany(day => day.People).Distinct())
                await Of(turn, person);
        }
    }

    /// <summary>The zone of those whose own nobody knows.</summary>
    public sealed class SettingsFollower : IFollow<WorkspaceSettings>
    {
        public Task Changed(Turn turn, WorkspaceSettings? before, WorkspaceSettings? after)
        {
            if (before?.Zone != after?.Zone)
                ReplanAll.Begin(turn);
            return Task.CompletedTask;
        }
    }
}

/// <summary>The same for everybody, a part at a time, so that nobody waits for it.</summary>
/// <param name="From">The number behind which it goes on.</param>
public sealed record ReplanAll(int From = 0) : IJob
{
    private const int AtOnce = 200;

    public static void Begin(Turn turn) => turn.Schedule($"replan all {turn.Id}", turn.Now, new ReplanAll());

    /// <summary>When the rules of zones were changed.</summary>
    public sealed class Anew : IReckonAnew
    {
        public Task ReckonAnew(Turn turn)
        {
            Begin(turn);
            return Task.CompletedTask;
        }
    }

    public sealed class Handler : IJobHandler<ReplanAll>
    {
        public async Task Run(ReplanAll job, Turn turn)
        {
            var last = await turn.LastNumber(DueItem.Kind);
            for (var number = job.From + 1; number <= Math.Min(last, job.From + AtOnce); number++)
            {
                if (await turn.Find(DueItem.Type, DueItem.IdOf(number)) is { Value.IsOpen: true } item)
                    await DueBook.Replan(turn, item);
            }

            if (job.From + AtOnce < last)
                turn.Schedule($"replan all {turn.Id}", turn.Now, new ReplanAll(job.From + AtOnce));
        }
    }
}
