using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using AsyncBot.Bot.Slack.Incoming;
using BenchmarkDotNet.Attributes;

namespace AsyncBot.Benchmarks.Slack;

/// <summary>What it takes to know that a slash command is Slack's, and what it says.</summary>
[MemoryDiagnoser]
public class RequestBenchmarks
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly SlackSignature _signature = new([Secret], TimeProvider.System);
    private readonly SignedForm _form = SignedForm.Of(Secret, "list", "1234567890.1234567890.0123456789abcdef");
    private readonly byte[] _body;

    public RequestBenchmarks() => _body = Encoding.UTF8.GetBytes(_form.Body);

    [Benchmark]
    public async Task<SlashPayload> SlashCommand()
    {
        var body = await SlackBody.Read(PipeReader.Create(new ReadOnlySequence<byte>(_body)), CancellationToken.None);
        var verdict = _signature.Check(_form.Timestamp, _form.Signature, body);
        return verdict == SignatureVerdict.Right ? SlashPayload.Read(body.Text()) : throw new InvalidOperationException($"{verdict}");
    }
}
