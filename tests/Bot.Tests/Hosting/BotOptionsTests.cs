using AsyncBot.Bot.Hosting;
using Microsoft.Extensions.Configuration;
using Serilog.Events;

namespace AsyncBot.Bot.Tests.Hosting;

public sealed class BotOptionsTests
{
    [TestCase("Storage:Provider=Oracle", "Storage:Provider", "LiteDb")]
    [TestCase("Storage:Provider=Postgres", "Storage:Provider", "LiteDb")]
    [TestCase("Storage:Path=", "Storage:Path", "data/asyncbot.db")]
    [TestCase("Limits:CommandsPerMinute=many", "Limits:CommandsPerMinute", "60")]
    [TestCase("Limits:CommandsPerMinute=-1", "Limits:CommandsPerMinute", "60")]
    [TestCase("Limits:CommandsPerMinute=99999999999", "Limits:CommandsPerMinute", "60")]
    [TestCase("Playground:Enabled=perhaps", "Playground:Enabled", "true")]
    [TestCase("Playground:Enabled=false", "Playground:Enabled", "true")]
    [TestCase("Playground:AllowRemote=perhaps", "Playground:AllowRemote", "true")]
    [TestCase("Logging:Level=loud", "Logging:Level", "Debug, Information, Warning or Error")]
    [TestCase("Logging:Level=1", "Logging:Level", "Debug, Information, Warning or Error")]
    [TestCase("Logging:Level=Debug,Error", "Logging:Level", "Debug, Information, Warning or Error")]
    [TestCase("Logging:Level=Fatal", "Logging:Level", "Debug, Information, Warning or Error")]
    [TestCase("PublicUrl=nonsense", "PublicUrl", "https://asyncbot.example.org")]
    [TestCase("PublicUrl=http://asyncbot.example.org", "PublicUrl", "https://asyncbot.example.org")]
    [TestCase("PublicUrl=https://asyncbot.example.org/?a=b", "PublicUrl", "https://asyncbot.example.org")]
    [TestCase("Urls=nonsense", "Urls", "http://127.0.0.1:5000")]
    [TestCase("Urls=http://0.0.0.0:0", "Playground:AllowRemote", "http://127.0.0.1:5000")]
    [TestCase("Urls=http://*:0", "Playground:AllowRemote", "http://127.0.0.1:5000")]
    [TestCase("Urls=http://127.0.0.1:0;http://[::]:0", "Playground:AllowRemote", "http://127.0.0.1:5000")]
    [TestCase("Urls=http://asyncbot.example.org:0", "Playground:AllowRemote", "http://127.0.0.1:5000")]
    [TestCase("Kestrel:Endpoints:Web:Url=http://0.0.0.0:0", "Playground:AllowRemote", "http://127.0.0.1:5000")]
    [TestCase("http_ports=0", "Playground:AllowRemote", "http://127.0.0.1:5000")]
    [TestCase("https_ports=0", "Playground:AllowRemote", "http://127.0.0.1:5000")]
    public void A_setting_that_can_not_be_is_refused_with_its_key_and_the_fix(string setting, string key, string fix)
    {
        var refused = Assert.Throws<ConfigurationException>(() => Read(setting));

        Assert.That(refused!.Message, Does.Contain(key).And.Contain(fix));
    }

    [TestCase("Urls=http://localhost:5000")]
    [TestCase("Urls=http://LOCALHOST:5000;http://[::1]:5000")]
    [TestCase("Urls=http://127.0.0.1:0")]
    [TestCase("Urls=http://127.8.9.1:5000")]
    [TestCase("Kestrel:Endpoints:Web:Url=http://127.0.0.1:0")]
    [TestCase("Urls=http://0.0.0.0:0 Playground:AllowRemote=true")]
    [TestCase("http_ports=0 Playground:AllowRemote=true")]
    [TestCase("Limits:CommandsPerMinute=0")]
    [TestCase("Storage:Provider=litedb")]
    [TestCase("Logging:Level=")]
    [TestCase("Logging:Level=debug")]
    [TestCase("Playground:Enabled=true")]
    [TestCase("PublicUrl=")]
    [TestCase("PublicUrl=https://asyncbot.example.org/on-call/")]
    public void A_setting_that_can_be_is_taken(string settings) => Assert.That(Read(settings.Split(' ')).StoragePath, Is.Not.Empty);

    [Test]
    public void What_is_left_out_has_a_default() => Assert.That(
        Read().CommandsPerMinute, Is.EqualTo(60));

    [TestCase("", LogEventLevel.Information)]
    [TestCase("debug", LogEventLevel.Debug)]
    [TestCase("Error", LogEventLevel.Error)]
    public void What_is_logged_depends_on_the_level(string setting, LogEventLevel level) =>
        Assert.That(Read("Logging:Level=" + setting).LogLevel, Is.EqualTo(level));

    [TestCase("", "")]
    [TestCase("ana", "ana")]
    [TestCase("ana, ben,,U123 ", "ana ben U123")]
    public void Admins_are_separated_by_commas(string setting, string admins) =>
        Assert.That(Read("Security:Admins=" + setting).Admins, Is.EquivalentTo(admins.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private static BotOptions Read(params string[] settings) => BotOptions.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Prepend("Storage:Path=data/asyncbot.db").Select(setting => setting.Split('=', 2))
            .GroupBy(pair => pair[0], (key, pairs) => KeyValuePair.Create(key, (string?)pairs.Last()[1])))
        .Build());
}
