using System.Diagnostics.Metrics;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>Counts what came from Slack, or pretended to, for whoever watches the bot.</summary>
public static class SlackMetrics
{
    private const string MeterName = "AsyncBot.Slack";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "asyncbot.slack.refused", description: "Requests that were not Slack's or could not be read");
    private static readonly Counter<long> Unknowns = Meter.CreateCounter<long>(
        "asyncbot.slack.unknown", description: "Events and payloads of kinds that mean nothing to the bot");
    private static readonly Counter<long> Losses = Meter.CreateCounter<long>(
        "asyncbot.slack.events_withheld", description: "Minutes in which Slack withheld events because there were too many");

    public static void Refused(string why) => Refusals.Add(1, new KeyValuePair<string, object?>("why", why));

    public static void Unknown(string kind) => Unknowns.Add(1, new KeyValuePair<string, object?>("kind", kind));

    public static void Withheld() => Losses.Add(1);
}
