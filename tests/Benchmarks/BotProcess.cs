using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AsyncBot.Benchmarks.Slack;

namespace AsyncBot.Benchmarks;

/// <summary>A bot in a process of its own, on a free port of 127.0.0.1, without a limit to commands.</summary>
public sealed partial class BotProcess : IServer, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private BotProcess(Process process, HttpClient http, TimeSpan ready)
    {
        _process = process;
        Http = http;
        Ready = ready;
    }

    public string Name => "AsyncBot";

    public Uri Address => Http.BaseAddress!;

    /// <summary>As many connections as it is asked for, to this bot.</summary>
    public HttpClient Http { get; }

    /// <summary>From the start of the process to the first answer that it is ready.</summary>
    public TimeSpan Ready { get; }

    /// <summary>Processor time of all its threads so far.</summary>
    public TimeSpan Cpu => Fresh().TotalProcessorTime;

    public double ResidentMegabytes => Fresh().WorkingSet64 / 1e6;

    public double PeakMegabytes => Fresh().PeakWorkingSet64 / 1e6;

    /// <summary>The repository in which this was built.</summary>
    public static string Root
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root.FullName, "AsyncBot.sln")))
                root = root.Parent ?? throw new InvalidOperationException("Run this inside the repository.");
            return root.FullName;
        }
    }

    /// <param name="settings">More variables of its environment, such as <c>Slack__BotToken=xoxb-1</c>.</param>
    public static async Task<BotProcess> Start(string database, params string[] settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [Assembly()])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(database)!,
            Environment =
            {
                ["Urls"] = "http://127.0.0.1:0",
                ["Storage__Path"] = database,
                ["Limits__CommandsPerMinute"] = "0",
            },
        };
        foreach (var setting in settings)
            start.Environment[setting[..setting.IndexOf('=', StringComparison.Ordinal)]] = setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..];
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) =>
        {
            if (!listening.Task.IsCompleted && Listening().Match(line.Data ?? "") is { Success: true } found)
                listening.TrySetResult(new Uri(found.Value));
        };
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The bot ended before it was ready."));
        var started = Stopwatch.GetTimestamp();
        process.Start();
        process.BeginOutputReadLine();
        try
        {
            var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = await listening.Task.WaitAsync(Patience), Timeout = Patience };
            while ((await http.GetAsync("/healthz/ready")).StatusCode != HttpStatusCode.OK)
                await Task.Delay(5);
            return new BotProcess(process, http, Stopwatch.GetElapsedTime(started));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>SIGKILL: whatever it was doing, it does no more.</summary>
    public Task Kill()
    {
        _process.Kill();
        return _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop in good order.</summary>
    public async Task Stop()
    {
        using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Kill();
        _process.Dispose();
        Http.Dispose();
    }

    private Process Fresh()
    {
        _process.Refresh();
        return _process;
    }

    /// <summary>The bot as it was built with this program, beside its own settings and not in this program's folder.</summary>
    private static string Assembly()
    {
        var build = Path.GetRelativePath(Path.Combine(Root, "tests", "Benchmarks"), AppContext.BaseDirectory);
        return Path.Combine(Root, "Bot", build, "AsyncBot.Bot.dll");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
