using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Jobs;

/// <summary>Does one kind of job. Like a command it only reads and describes, and is committed with the end of its lease.</summary>
public interface IJobHandler<in T> where T : IJob
{
    Task Run(T job, Turn turn);
}
