using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AsyncBot.Core.Time;

namespace AsyncBot.Core.CheckIns;

/// <summary>One answer, or that there is none.</summary>
/// <param name="State">For example <c>answered</c>, <c>late</c>, <c>skipped</c>, <c>away</c>.</param>
public sealed record ExportRow(string CheckIn, string Date, string Person, string State, string? AnsweredAt, string? Question, string? Answer)
{
    public static IEnumerable<ExportRow> Of(Run run, Entry entry, string person)
    {
        var (name, date, state) = (run.Name, Clock.Iso(run.Date), StateOf(entry));
        if (entry.Answers is not { } answers)
            return [new ExportRow(name, date, person, state, null, null, null)];
        var at = answers.At.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return run.Questions.Zip(answers.To(run)).Where(each => each.Second is not null)
            .Select(each => new ExportRow(name, date, person, state, at, each.First.Text, each.Second))
            .DefaultIfEmpty(new ExportRow(name, date, person, state, at, null, null));
    }

    private static string StateOf(Entry entry) => entry switch
    {
        { Answers.Timeliness: Timeliness.Late } => "late",
        { Answers.Timeliness: Timeliness.Early } => "early",
        { Answers: not null } => "answered",
        { State: EntryState.Asked } => "no answer",
        { State: EntryState.Skipped } => "skipped",
        _ => "not asked",
    };
}

/// <summary>Writes rows as a file.</summary>
internal static class ExportFile
{
    private static readonly string[] Header = ["check-in", "date", "person", "state", "answered at", "question", "answer"];

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
            Line(csv, row.CheckIn, row.Date, row.Person, row.State, row.AnsweredAt, row.Question, row.Answer);
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
