using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>Forgets somebody, a part at a time, so that a long history does not hold up everybody else.</summary>
/// <param name="Feature">The feature that comes next, by its name; empty at first.</param>
/// <param name="From">Where that feature goes on.</param>
public sealed record ForgetPerson(PersonId Person, string Feature = "", int From = 0) : IJob
{
    public sealed class Handler(IEnumerable<IPersonalData> features) : IJobHandler<ForgetPerson>
    {
        private readonly List<IPersonalData> _features = [.. features];

        public async Task Run(ForgetPerson job, Turn turn)
        {
            var at = Math.Max(0, _features.FindIndex(feature => feature.Name == job.Feature));
            var next = await _features[at].Forget(turn, job.Person, job.From);
            if (next is { } from)
                GoOn(turn, job with { Feature = _features[at].Name, From = from });
            else if (at + 1 < _features.Count)
                GoOn(turn, job with { Feature = _features[at + 1].Name, From = 0 });
        }

        private static void GoOn(Turn turn, ForgetPerson job) => turn.Schedule($"forget {job.Person} {job.Feature} {job.From}", turn.Now, job);
    }
}
