// Each test has a team and a database of its own, and most of its time is spent on waiting for the disk: so there are more at a time than processors.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(8)]
