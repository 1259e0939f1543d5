using System.Text;
using AsyncBot.Bot.Slack.Incoming;
using AsyncBot.TestKit;
using AsyncBot.TestKit.Slack;
using Microsoft.Extensions.Primitives;

namespace AsyncBot.Bot.Tests.Slack.Incoming;

public sealed class SlackSignatureTests
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Body = "text=a%20b+c&team_id=T1";

    private readonly ManualTime _time = new();

    [Test]
    public void What_Slack_signed_is_right() => Assert.That(Check(), Is.EqualTo(SignatureVerdict.Right));

    [TestCase(-299, SignatureVerdict.Right)]
    [TestCase(-300, SignatureVerdict.Right)]
    [TestCase(-301, SignatureVerdict.Stale)]
    [TestCase(299, SignatureVerdict.Right)]
    [TestCase(301, SignatureVerdict.Stale)]
    [TestCase(-86_400, SignatureVerdict.Stale)]
    public void It_is_right_for_five_minutes_both_ways(int seconds, SignatureVerdict verdict) =>
        Assert.That(Check(timestamp: (Now + seconds).ToString(System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(verdict));

    [TestCase("", SignatureVerdict.Wrong)]
    [TestCase("yesterday", SignatureVerdict.Wrong)]
    [TestCase("-1", SignatureVerdict.Wrong)]
    [TestCase("+1772442000", SignatureVerdict.Wrong)]
    [TestCase("1772442000.5", SignatureVerdict.Wrong)]
    [TestCase("99999999999999999999", SignatureVerdict.Wrong)]
    [TestCase("١٧٧٢٤٤٢٠٠٠", SignatureVerdict.Wrong)]
    public void A_time_that_is_none_is_wrong(string timestamp, SignatureVerdict verdict) => Assert.That(Check(timestamp: timestamp), Is.EqualTo(verdict));

    [TestCase("v0=")]
    [TestCase("v1={0}")]
    [TestCase("{0}")]
    [TestCase("v0={0}0")]
    [TestCase("v0=zz{0}")]
    [TestCase("V0={0}")]
    public void A_signature_of_another_form_is_wrong(string form) => Assert.That(
        Check(signature: string.Format(System.Globalization.CultureInfo.InvariantCulture, form, Sign(Secret)["v0=".Length..])), Is.EqualTo(SignatureVerdict.Wrong));

    [Test]
    public void Another_secret_body_or_time_is_wrong()
    {
        Assert.That(Check(signature: Sign("another")), Is.EqualTo(SignatureVerdict.Wrong));
        Assert.That(Check(body: Body + " "), Is.EqualTo(SignatureVerdict.Wrong));
        Assert.That(Check(body: "text=a+b+c&team_id=T1"), Is.EqualTo(SignatureVerdict.Wrong), "the same form in other bytes");
        Assert.That(Check(timestamp: $"{Now + 1}", signature: Sign(Secret)), Is.EqualTo(SignatureVerdict.Wrong));
    }

    [Test]
    public void A_header_that_is_missing_or_there_twice_is_refused()
    {
        var (timestamp, signature) = ($"{Now}", Sign(Secret));
        Assert.That(Of(Secret).Check(default, signature, SlackBody.Of(Encoding.UTF8.GetBytes(Body))), Is.EqualTo(SignatureVerdict.Missing));
        Assert.That(Of(Secret).Check(timestamp, default, SlackBody.Of(Encoding.UTF8.GetBytes(Body))), Is.EqualTo(SignatureVerdict.Missing));
        Assert.That(Of(Secret).Check(timestamp, new StringValues([signature, signature]), SlackBody.Of(Encoding.UTF8.GetBytes(Body))), Is.EqualTo(SignatureVerdict.Missing));
    }

    [Test]
    public void While_a_secret_is_replaced_both_are_right_and_the_old_one_is_noticed()
    {
        var both = Of("new", Secret);
        Assert.That(Check(both, Sign("new")), Is.EqualTo(SignatureVerdict.Right));
        Assert.That(Check(both, Sign(Secret)), Is.EqualTo(SignatureVerdict.RightByOldSecret));
        Assert.That(Check(both, Sign("")), Is.EqualTo(SignatureVerdict.Wrong));
    }

    [Test]
    public void Without_a_secret_nothing_is_right()
    {
        Assert.That(Check(Of(), Sign("")), Is.EqualTo(SignatureVerdict.Wrong));
        Assert.That(Check(Of(""), Sign("")), Is.EqualTo(SignatureVerdict.Wrong));
    }

    private long Now => _time.GetUtcNow().ToUnixTimeSeconds();

    private SlackSignature Of(params string[] secrets) => new(secrets, _time);

    private string Sign(string secret) => SlackHttpClient.Sign(secret, $"{Now}", Encoding.UTF8.GetBytes(Body));

    private SignatureVerdict Check(SlackSignature by, string signature) => by.Check($"{Now}", signature, SlackBody.Of(Encoding.UTF8.GetBytes(Body)));

    private SignatureVerdict Check(string? timestamp = null, string? signature = null, string body = Body)
    {
        timestamp ??= $"{Now}";
        return Of(Secret).Check(timestamp, signature ?? SlackHttpClient.Sign(Secret, timestamp, Encoding.UTF8.GetBytes(Body)), SlackBody.Of(Encoding.UTF8.GetBytes(body)));
    }
}
