using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace AsyncBot.Benchmarks.Slack;

/// <summary>The Bolt app of <c>peers/bolt</c> in a process of its own, with the same ideas in an array.</summary>
public sealed class BoltProcess : IServer, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private BoltProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public string Name => "Bolt";

    public Uri Address { get; }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Installs what its lock file names, unless that was done, and starts it.</summary>
    public static async Task<BoltProcess> Start(string secret, IEnumerable<string> ideas)
    {
        var folder = Path.Combine(BotProcess.Root, "tests", "Benchmarks", "peers", "bolt");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "@slack", "bolt")))
        {
            string[] install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
            await Run(new ProcessStartInfo("npm", install) { WorkingDirectory = folder, RedirectStandardOutput = true });
        }
        var port = FreePort();
        var process = Process.Start(new ProcessStartInfo("node", ["app.js"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            Environment =
            {
                ["NODE_ENV"] = "production",
                ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
                ["SLACK_SIGNING_SECRET"] = secret,
                ["IDEAS"] = JsonSerializer.Serialize(ideas),
            },
        })!;
        var ready = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        return ready is null ? throw new InvalidOperationException("The Bolt app ended before it was ready.") : new BoltProcess(process, new Uri(ready));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
