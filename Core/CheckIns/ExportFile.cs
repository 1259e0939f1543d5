using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Time;

namespace AsyncBot.Core.CheckIns;

/// <summary>One answer, or that there is none.</summary>
/// <param name="Run">Tells a run that was begun by hand from the others of its date; null for the one that the rule asks for.</param>
/// <param name="Id">Tells people of one name apart.</param>
/// <param name="State">For example <c>answered</c>, <c>late</c>, <c>skipped</c>, <c>open</c>.</param>
public sealed record ExportRow(
    string CheckIn, string Date, string? Run, string Person, string Id, string State,
    string? AnsweredAt = null, string? Question = null, string? Answer = null)
{
    /// <param name="isHidden">Whether they share nothing of their time, so that only what they did, and the end, is told of them.</param>
    public static IEnumerable<ExportRow> Of(Run run, Entry entry, string person, bool isHidden, Instant now)
    {
        if (isHidden && IsOfTheClock(run, entry))
            return [];
        var without = new ExportRow(run.Name, Clock.Iso(run.Date), CheckIns.Run.WhichOf(run.Id), person, entry.Person.Value, StateOf(entry, now));
        if (entry.Answers is not { } answers)
            return [without];
        without = without with { AnsweredAt = answers.At.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) };
        return run.Questions.Zip(answers.To(run)).Where(each => each.Second is not null)
            .Select(each => without with { Question = each.First.Text, Answer = each.Second })
            .DefaultIfEmpty(without);
    }

    /// <summary>Somebody whose window is still to open.</summary>
    public static ExportRow Later(Run run, string person, PersonId id) =>
        new(run.Name, Clock.Iso(run.Date), CheckIns.Run.WhichOf(run.Id), person, id.Value, "later");

    private static bool IsOfTheClock(Run run, Entry entry) => entry.Answers is null
        && (RunState.TellsOfClock(entry, run.IsOpen) || entry.State is EntryState.Away or EntryState.DayOff or EntryState.Unasked
            || (entry.State is EntryState.Asked or EntryState.Hindered && run.IsOpen));

    private static string StateOf(Entry entry, Instant now) => entry switch
    {
        { Answers.Timeliness: Timeliness.Late } => "late",
        { Answers.Timeliness: Timeliness.Early } => "early",
        { Answers: not null } => "answered",
        { State: EntryState.Asked } => now < entry.Closes ? "open" : "no answer",
        { State: EntryState.Unasked } when now < entry.Opens => "later",
        { State: EntryState.Skipped } => "skipped",
        { State: EntryState.Away or EntryState.DayOff } => "away",
        { State: EntryState.Gone } => "left",
        { State: EntryState.Hindered } => "could not answer",
        _ => "not asked",
    };
}

/// <summary>Writes rows as a file.</summary>
internal static class ExportFile
{
    private static readonly string[] Header = ["check-in", "date", "run", "person", "id", "state", "answered at", "question", "answer"];

    private const string Formulas = "=+-@\t\r\n＝＋－＠";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Csv(IEnumerable<ExportRow> rows)
    {
        var csv = new StringBuilder();
        Line(csv, Header);
        foreach (var row in rows)
            Line(csv, row.CheckIn, row.Date, row.Run, row.Person, row.Id, row.State, row.AnsweredAt, row.Question, row.Answer);
        return csv.ToString();
    }

    public static string Json(IEnumerable<ExportRow> rows) => JsonSerializer.Serialize(rows, Readable);

    private static void Line(StringBuilder csv, params string?[] cells) => csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string? text)
    {
        var safe = Defused(text ?? "");
        return safe.AsSpan().IndexOfAny(',', '"', '\n') >= 0 || safe.Contains('\r', StringComparison.Ordinal)
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    /// <summary>A spreadsheet would take it for a formula, also behind spaces that it leaves out.</summary>
    private static string Defused(string text) => text.TrimStart(' ', '\u00A0', '\uFEFF') is [var first, ..] && Formulas.Contains(first) ? "'" + text : text;
}
