using AsyncBot.Core.Commands;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.CheckIns;

/// <summary>Gives everything that was answered as a file, so that nothing is locked in.</summary>
[Command("checkin export", "Get all answers as a file", Example = "checkin export csv Daily")]
public sealed record ExportCheckIn(
    [Arg("The format", Name = "format")] ExportFormat? Format = null,
    [Arg("The check-in", Name = "name", Rest = true)] string? Name = null) : ICommand
{
    private static readonly Dictionary<string, ExportFormat> Formats = Enum.GetValues<ExportFormat>()
        .ToDictionary(format => format.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The same with the format that stands behind the name; null where none does.</summary>
    private ExportCheckIn? WithFormatBehind =>
        Format is null && Name?.LastIndexOf(' ') is { } space and > 0 && Formats.TryGetValue(Name[(space + 1)..], out var format)
            ? new ExportCheckIn(format, Name[..space].TrimEnd())
            : null;

    public sealed class Handler : ICommandHandler<ExportCheckIn>
    {
        public async Task<Reply> Handle(ExportCheckIn command, Turn turn)
        {
            var meant = await Named(turn, command);
            if (meant.CheckIn is null && command.WithFormatBehind is { } other)
                (command, meant) = (other, await Named(turn, other));
            if (meant.CheckIn is not { Value: var checkIn })
                return meant.Refusal!;
            var format = command.Format ?? ExportFormat.Csv;
            turn.Schedule($"{checkIn.Lane} export {turn.Id}", turn.Now, new SendExport(checkIn.Number, format, turn.Caller.Person));
            return Reply.Say($"I send you the answers to {checkIn.Name} as a file, by direct message.");
        }

        private static Task<Meant> Named(Turn turn, ExportCheckIn command) =>
            CheckInBook.Named(turn, command.Name, "checkin export csv Daily", name => command with { Name = name });
    }
}

public enum ExportFormat
{
    Csv,
    Json,
}

/// <summary>Makes the file, when nobody waits for an answer.</summary>
public sealed record SendExport(int Number, ExportFormat Format, PersonId To) : IJob
{
    /// <summary>Runs that a file has at most; a daily one of three years.</summary>
    private const int MostRuns = 800;

    private const int MostRows = 50_000;

    public sealed class Handler : IJobHandler<SendExport>
    {
        public async Task Run(SendExport job, Turn turn)
        {
            if (await CheckInBook.Find(turn, job.Number) is not { Value: var checkIn } || !(checkIn.Asks(job.To) || await turn.Sees(job.To, checkIn.Home)))
                return;
            var rows = new List<ExportRow>();
            var people = new Dictionary<PersonId, (string Name, bool IsHidden)>();
            foreach (var run in (await CheckInBook.RunsOf(turn, job.Number, MostRuns)).Select(stored => stored.Value))
            {
                if (rows.Count >= MostRows)
                    break;
                var entries = (await CheckInBook.EntriesIn(turn, run.Id)).Select(stored => stored.Value).ToList();
                foreach (var entry in entries)
                {
                    var (name, isHidden) = await Known(entry.Person);
                    rows.AddRange(ExportRow.Of(run, entry, name, isHidden, turn.Now));
                }

                if (!run.IsOpen || !run.HasBegun)
                    continue;
                foreach (var person in (await RunStates.Of(turn, run, checkIn)).Coming.Except(entries.Select(entry => entry.Person)))
                {
                    var (name, isHidden) = await Known(person);
                    if (!isHidden)
                        rows.Add(ExportRow.Later(run, name, person));
                }
            }

            var extension = job.Format.ToString().ToLowerInvariant();
            var content = job.Format == ExportFormat.Csv ? ExportFile.Csv(rows) : ExportFile.Json(rows);
            Rich cut = rows.Count >= MostRows ? (Rich)$" These are the newest {MostRows} lines; older ones are left out." : Rich.Empty;
            turn.Upload(
                ConversationId.Of(job.To), $"checkin-{checkIn.Number}.{extension}", job.Format == ExportFormat.Csv ? "text/csv" : "application/json", content,
                Card.Of($"The answers to {checkIn.Name}, {Counted.Of(rows.Count, "line", "lines")}. Answers without names are not in it.{cut}"));

            async Task<(string Name, bool IsHidden)> Known(PersonId person)
            {
                if (!people.TryGetValue(person, out var known))
                    people[person] = known = (await NameOf(turn, person), !(await Profile.Of(turn, person)).IsToldTo(job.To));
                return known;
            }
        }

        private static async Task<string> NameOf(Turn turn, PersonId person) =>
            person == PersonId.Former ? "former member" : (await turn.Find(person))?.Shown ?? person.Value;
    }
}
