using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace AsyncBot.Bot.Hosting;

/// <summary>Readable lines for people in development, compact JSON for machines in production.</summary>
public static class Logging
{
    private const string Readable = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj} {Turn}{NewLine}{Exception}";

    /// <param name="level">From which level on lines are written; those of the web server and its like only from Warning on.</param>
    public static WebApplicationBuilder AddLogging(this WebApplicationBuilder builder, LogEventLevel level)
    {
        builder.Services.AddSerilog(logger =>
        {
            logger.MinimumLevel.Is(level)
                .MinimumLevel.Override("Microsoft", AtLeast(LogEventLevel.Information))
                .MinimumLevel.Override("Microsoft.AspNetCore", AtLeast(LogEventLevel.Warning))
                .MinimumLevel.Override("System", AtLeast(LogEventLevel.Warning))
                .Filter.ByExcluding(IsSaidAlready)
                .Enrich.FromLogContext()
                .Enrich.With<WithoutAddresses>();
            if (builder.Environment.IsDevelopment())
                logger.WriteTo.Console(outputTemplate: Readable, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
            else
                logger.WriteTo.Console(new RenderedCompactJsonFormatter());
        });
        return builder;

        LogEventLevel AtLeast(LogEventLevel least) => level > least ? level : least;
    }

    /// <summary>The web server notes with each line what was asked for, and a calendar's address is its password.</summary>
    private sealed class WithoutAddresses : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
    }

    /// <summary>That the host could not start is said in a sentence when it has ended.</summary>
    private static bool IsSaidAlready(LogEvent line) => line.Exception is { } error && Listening.IsRefused(error)
        && line.Properties.GetValueOrDefault(Constants.SourceContextPropertyName) is ScalarValue { Value: "Microsoft.Extensions.Hosting.Internal.Host" };
}
