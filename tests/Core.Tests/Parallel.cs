// Each test has a team and a database of its own, and most of its time is spent on waiting for the disk.
[assembly: Parallelizable(ParallelScope.Fixtures)]
