using System.Text;
using System.Text.Json.Serialization;
using NodaTime.Serialization.SystemTextJson;
using NodaTime.Text;

namespace AsyncBot.Storage.Json;

/// <summary>Instants as every engine can keep them: PostgreSQL's timestamptz has whole microseconds, so nothing finer is ever stored.</summary>
public static class MicrosecondInstant
{
    internal static JsonConverter<Instant> Converter { get; } = new NodaPatternConverter<Instant>(new Pattern());

    /// <summary>The whole microsecond that the instant lies in.</summary>
    public static Instant Cut(this Instant instant) => Of(instant.Microseconds());

    /// <summary>Whole microseconds since 1970, rounded down.</summary>
    public static long Microseconds(this Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return ticks >= 0 || ticks % 10 == 0 ? ticks / 10 : ticks / 10 - 1;
    }

    public static Instant Of(long microseconds) => Instant.FromUnixTimeTicks(microseconds * 10);

    private sealed class Pattern : IPattern<Instant>
    {
        public ParseResult<Instant> Parse(string text) => InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed
            ? ParseResult<Instant>.ForValue(parsed.Value.Cut())
            : InstantPattern.ExtendedIso.Parse(text);

        public string Format(Instant value) => InstantPattern.ExtendedIso.Format(value.Cut());

        public StringBuilder AppendFormat(Instant value, StringBuilder builder) => InstantPattern.ExtendedIso.AppendFormat(value.Cut(), builder);
    }
}
