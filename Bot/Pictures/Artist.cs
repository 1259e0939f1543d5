using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Pictures;

/// <summary>Draws what features describe: one layout for all platforms, and a pen for each form.</summary>
public sealed partial class Artist
{
    private readonly Lazy<Lettering?> _lettering;
    private readonly ILogger<Artist> _log;

    public Artist(ILogger<Artist> log)
    {
        _log = log;
        _lettering = new(Load);
    }

    /// <summary>For a platform that draws it itself.</summary>
    /// <returns>Null on a machine that can't draw.</returns>
    public Drawing? Lay(Chart chart, Reader reader) => _lettering.Value is { } lettering ? Lay(chart, reader, lettering) : null;

    /// <summary>As a file.</summary>
    /// <returns>Null on a machine that can't draw.</returns>
    public byte[]? Png(Chart chart, Reader reader) =>
        _lettering.Value is { } lettering ? new PngPen(lettering).Draw(Lay(chart, reader, lettering)) : null;

    private static Drawing Lay(Chart chart, Reader reader, Lettering lettering) => chart switch
    {
        Timeline timeline => TimelineLayout.Of(timeline, reader, lettering),
        Participation participation => ParticipationLayout.Of(participation, reader, lettering),
        _ => throw new InvalidOperationException($"No layout for {chart.GetType().Name}"),
    };

    private Lettering? Load()
    {
        try
        {
            return new Lettering();
        }
        catch (Exception error) when (error is DllNotFoundException or TypeInitializationException or BadImageFormatException or EntryPointNotFoundException)
        {
            CannotDraw(error);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This machine can't draw, so pictures come as words: Skia's native library does not load")]
    private partial void CannotDraw(Exception error);
}
