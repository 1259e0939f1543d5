using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace AsyncBot.Benchmarks.Slack;

/// <summary>One request again and again over 32 connections, by wrk (https://github.com/wg/wrk).</summary>
/// <param name="Failed">Answers other than 200 and broken connections.</param>
public sealed record Wrk(long Requests, double Seconds, double P99Milliseconds, long Failed)
{
    public const int Connections = 32;

    /// <param name="folder">Where the script may be written.</param>
    public static async Task<Wrk> Run(Uri server, SignedForm form, int seconds, string folder)
    {
        var script = Path.Combine(folder, "slash.lua");
        await File.WriteAllTextAsync(script, $$"""
            wrk.method = "POST"
            wrk.path = "{{SignedForm.Path}}"
            wrk.body = "{{form.Body}}"
            wrk.headers["Content-Type"] = "{{SignedForm.Type}}"
            wrk.headers["X-Slack-Request-Timestamp"] = "{{form.Timestamp}}"
            wrk.headers["X-Slack-Signature"] = "{{form.Signature}}"
            function done(summary, latency, requests)
              local e = summary.errors
              io.write(string.format("RESULT %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
            end
            """);
        var start = new ProcessStartInfo("wrk", ["-t2", $"-c{Connections}", $"-d{seconds}s", "-s", script, server.ToString()]) { RedirectStandardOutput = true };
        using var wrk = Started(start);
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var line = output.Split('\n').LastOrDefault(line => line.StartsWith("RESULT ", StringComparison.Ordinal)) ?? throw new InvalidOperationException($"wrk said: {output}");
        var numbers = line.Split(' ').Skip(1).Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new Wrk(numbers[0], numbers[1] / 1e6, numbers[2] / 1e3, numbers[3]);
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("wrk is not installed: on Debian and Ubuntu, apt-get install wrk.", missing);
        }
    }
}
