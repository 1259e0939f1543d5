using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using AsyncBot.Bot.Hosting;
using AsyncBot.TestKit;

namespace AsyncBot.Bot.Tests;

/// <summary>
/// The real bot in a process of its own, on a port that the system picks. It has started when it says on which address it listens;
/// it is ended by its own id, whatever the test did.
/// </summary>
public sealed partial class RunningBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _ended;

    private RunningBot(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = new Process { StartInfo = start };
        _process.Start();
        _ended = Task.WhenAll(Read(_process.StandardOutput), Read(_process.StandardError), _process.WaitForExitAsync())
            .ContinueWith(_ => _address.TrySetResult(""), TaskScheduler.Default);
    }

    public PlaygroundClient Api { get; private set; } = null!;

    public Uri Address => Api.Address;

    public int ProcessId => _process.Id;

    /// <summary>Everything it wrote to the console, line by line.</summary>
    public IReadOnlyList<string> Output => [.. _output];

    public static string Program { get; } = typeof(BotOptions).Assembly.Location;

    /// <param name="settings">As <c>Playground:AllowRemote=true</c>; later ones win.</param>
    public static Task<RunningBot> Start(string storagePath, params string[] settings) => Listening(Serving(storagePath, settings));

    /// <summary>The same under a limit of the shell, for example <c>ulimit -f 100</c>.</summary>
    public static Task<RunningBot> StartUnder(string limit, string storagePath, params string[] settings)
    {
        var command = Serving(storagePath, settings);
        var start = new ProcessStartInfo("bash") { WorkingDirectory = command.WorkingDirectory };
        foreach (var argument in new[] { "-c", limit + "; exec \"$@\"", "bash", command.FileName }.Concat(command.ArgumentList))
            start.ArgumentList.Add(argument);
        return Listening(start);
    }

    /// <summary>Starts it expecting that it ends by itself.</summary>
    public static Task<(int ExitCode, string Said)> RunToEnd(string storagePath, params string[] settings) => ToEnd(Serving(storagePath, settings));

    /// <summary>Has the program do one thing, such as <c>slack manifest</c>, and end.</summary>
    public static async Task<(int ExitCode, string Said)> RunVerb(params string[] words)
    {
        using var folder = new TemporaryFolder();
        return await RunWith(folder, words);
    }

    /// <summary>The program with these words behind its name, in a folder of its own.</summary>
    public static Task<(int ExitCode, string Said)> RunWith(TemporaryFolder folder, params string[] words) => ToEnd(Command(folder.Path, words));

    /// <summary>Asks it to end, as a supervisor does, and gives its exit code.</summary>
    public async Task<int> Stop()
    {
        await Terminate();
        return await Exited();
    }

    public async Task Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Ends it without a warning.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _ended;
    }

    public async Task<int> Exited()
    {
        await _ended.WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _ended;
        _process.Dispose();
        Api?.Dispose();
    }

    private static async Task<RunningBot> Listening(ProcessStartInfo start)
    {
        var bot = new RunningBot(start);
        var address = await bot._address.Task.WaitAsync(Patience);
        if (address.Length > 0)
        {
            bot.Api = new PlaygroundClient(new Uri(address));
            return bot;
        }

        await bot.DisposeAsync();
        throw new InvalidOperationException("The bot did not start: " + string.Join('\n', bot.Output));
    }

    private static async Task<(int ExitCode, string Said)> ToEnd(ProcessStartInfo start)
    {
        await using var bot = new RunningBot(start);
        var exitCode = await bot.Exited();
        return (exitCode, string.Join('\n', bot.Output));
    }

    private static ProcessStartInfo Serving(string storagePath, string[] settings)
    {
        string[] usual = ["Urls=http://127.0.0.1:0", $"Storage:Path={storagePath}", "Limits:CommandsPerMinute=0", "Environment=Production"];
        return Command(Path.GetTempPath(), usual.Concat(settings).Select(setting => "--" + setting));
    }

    private static ProcessStartInfo Command(string folder, IEnumerable<string> words) =>
        new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", words.Prepend(Program)) { WorkingDirectory = folder };

    private async Task Read(StreamReader lines)
    {
        while (await lines.ReadLineAsync() is { } line)
        {
            _output.Enqueue(line);
            if (ListeningOn().Match(line) is { Success: true } match)
                _address.TrySetResult(match.Groups[1].Value.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        }
    }

    [GeneratedRegex("Now listening on: [\\\\\"]*(http://[^\\\\\"]+)")]
    private static partial Regex ListeningOn();
}
