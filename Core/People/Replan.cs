using AsyncBot.Core.Commands;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.People;

/// <summary>Reckons anew when somebody is told what, because something about their time changed. The change is on disk first.</summary>
public sealed record Replan(PersonId Person) : IJob
{
    public static Task Of(Turn turn, PersonId person)
    {
        turn.Schedule($"replan {person} {turn.Id}", turn.Now, new Replan(person), $"tell {ConversationId.Of(person)}");
        return Task.CompletedTask;
    }

    public sealed class Handler(IEnumerable<IHoursBound> features) : IJobHandler<Replan>
    {
        public async Task Run(Replan job, Turn turn)
        {
            foreach (var feature in features)
                await feature.Replan(turn, job.Person);
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
/// <param name="Of">The turn that began it.</param>
public sealed record ReplanAll(string Of, int From = 0) : IJob
{
    public static void Begin(Turn turn) => GoOn(turn, new ReplanAll(turn.Id));

    private static void GoOn(Turn turn, ReplanAll job) => turn.Schedule($"replan all {job.Of} {job.From}", turn.Now, job);

    /// <summary>When the rules of zones were changed.</summary>
    public sealed class Anew : IReckonAnew
    {
        public Task ReckonAnew(Turn turn)
        {
            Begin(turn);
            return Task.CompletedTask;
        }
    }

    public sealed class Handler(IEnumerable<IHoursBound> features) : IJobHandler<ReplanAll>
    {
        public async Task Run(ReplanAll job, Turn turn)
        {
            int? next = null;
            foreach (var feature in features)
            {
                if (await feature.ReplanAll(turn, job.From) is { } more)
                    next = Math.Min(next ?? more, more);
            }

            if (next is { } from)
                GoOn(turn, job with { From = from });
        }
    }
}
