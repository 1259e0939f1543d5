using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Slack;
using AsyncBot.TestKit;
using Microsoft.Extensions.Configuration;

namespace AsyncBot.Bot.Tests.Slack;

public sealed class OptionsTests
{
    private const string Good = "Slack:BotToken=xoxb-1-s3cret;Slack:SigningSecret=s1gning";

    [TestCase("")]
    [TestCase("Slack:ApiBaseUrl=http://127.0.0.1:1")]
    [TestCase("Slack:Commands:idea=/ideas")]
    public void Without_any_secret_there_is_no_Slack(string settings) => Assert.That(Read(settings), Is.Null);

    [TestCase("Slack:SigningSecret=s1gning", "Slack:BotToken", "OAuth & Permissions")]
    [TestCase("Slack:AppToken=xapp-s3cret", "Slack:BotToken", "OAuth & Permissions")]
    [TestCase("Slack:BotToken=xoxp-s3cret;Slack:SigningSecret=s1gning", "Slack:BotToken", "xoxb-")]
    [TestCase("Slack:BotToken=xoxe.xoxb-s3cret;Slack:SigningSecret=s1gning", "Slack:BotToken", "rotation")]
    [TestCase("Slack:BotToken=xoxb-;Slack:SigningSecret=s1gning", "Slack:BotToken", "xoxb-")]
    [TestCase("Slack:BotToken=xoxb-s3cret\";Slack:SigningSecret=s1gning", "Slack:BotToken", "quotes")]
    [TestCase("Slack:BotToken=xoxb-s3cret\nX;Slack:SigningSecret=s1gning", "Slack:BotToken", "line break")]
    [TestCase("Slack:BotToken=xoxb-s3cret;Slack:AppToken=xoxb-s3cret", "Slack:AppToken", "connections:write")]
    [TestCase("Slack:BotToken=xoxb-s3cret", "Slack:SigningSecret", "Slack:AppToken")]
    [TestCase("Slack:BotToken=xoxb-s3cret;Slack:SigningSecret=", "Slack:SigningSecret", "empty")]
    [TestCase("Slack:BotToken=xoxb-s3cret;Slack:SigningSecret= , ", "Slack:SigningSecret", "empty")]
    [TestCase("Slack:BotToken=;Slack:SigningSecret=s1gning", "Slack:BotToken", "empty")]
    [TestCase("Slack:BotToken=xoxb-s3cret;Slack:AppToken=", "Slack:AppToken", "empty")]
    [TestCase("Slack:BotToken=xoxb-s3cret;Slack:BotToken_FILE=/nowhere;Slack:SigningSecret=s1gning", "Slack:BotToken_FILE", "one of them")]
    [TestCase("Slack:BotToken_FILE=/nowhere/at/all;Slack:SigningSecret=s1gning", "Slack:BotToken_FILE", "/nowhere/at/all")]
    [TestCase("Slack:BotToken_FILE=;Slack:SigningSecret=s1gning", "Slack:BotToken_FILE", "path")]
    [TestCase(Good + ";Slack:ApiBaseUrl=http://slack.example/api", "Slack:ApiBaseUrl", "https://slack.com/api/")]
    [TestCase(Good + ";Slack:ApiBaseUrl=slack.com", "Slack:ApiBaseUrl", "https://slack.com/api/")]
    [TestCase(Good + ";Slack:ApiBaseUrl=ftp://127.0.0.1", "Slack:ApiBaseUrl", "https")]
    [TestCase(Good + ";Slack:Commands:idea=ideas", "Slack:Commands:idea", "/ideas")]
    [TestCase(Good + ";Slack:Commands:idea=/My Ideas", "Slack:Commands:idea", "lower case")]
    [TestCase(Good + ";Slack:Commands:idea=/x;Slack:Commands:help=/x", "Slack:Commands", "/x")]
    public void A_setting_that_can_not_be_is_refused_with_its_key_and_the_fix_and_without_its_secret(string settings, string key, string fix)
    {
        var refused = Assert.Throws<ConfigurationException>(() => Read(settings));

        Assert.That(refused!.Message, Does.Contain(key).And.Contain(fix).And.Not.Contain("s3cret").And.Not.Contain("s1gning"));
    }

    [Test]
    public void What_is_left_out_has_a_default()
    {
        var options = Read(Good)!;

        Assert.That(options.ApiBaseUrl, Is.EqualTo(new Uri("https://slack.com/api/")));
        Assert.That((options.BotToken, options.AppToken, options.CommandNames.Count), Is.EqualTo(("xoxb-1-s3cret", (string?)null, 0)));
        Assert.That(options.SigningSecrets, Is.EqualTo(new[] { "s1gning" }));
    }

    [TestCase("new,old")]
    [TestCase("new old")]
    [TestCase(" new, old\n")]
    public void While_a_signing_secret_is_replaced_both_count_and_the_first_is_current(string setting) =>
        Assert.That(Read("Slack:BotToken=xoxb-1;Slack:SigningSecret=" + setting)!.SigningSecrets, Is.EqualTo(new[] { "new", "old" }));

    [TestCase("http://127.0.0.1:8080/api", "http://127.0.0.1:8080/api/")]
    [TestCase("http://localhost:8080", "http://localhost:8080/")]
    [TestCase("https://slack-gov.com/api/", "https://slack-gov.com/api/")]
    [TestCase("", "https://slack.com/api/")]
    public void Another_address_may_stand_in_for_Slack(string setting, string url) =>
        Assert.That(Read($"{Good};Slack:ApiBaseUrl={setting}")!.ApiBaseUrl.AbsoluteUri, Is.EqualTo(url));

    [Test]
    public void Commands_may_have_other_names_or_none() => Assert.That(
        Read(Good + ";Slack:Commands:idea=/ideas;Slack:Commands:oncall=")!.CommandNames,
        Is.EquivalentTo(new Dictionary<string, string> { ["idea"] = "/ideas", ["oncall"] = "" }));

    [Test]
    public void A_secret_may_lie_in_a_file()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "token");
        File.WriteAllText(file, "xoxb-from-file\n");

        Assert.That(Read($"Slack:BotToken_FILE={file};Slack:SigningSecret=s1gning")!.BotToken, Is.EqualTo("xoxb-from-file"));
    }

    [Test]
    public void An_empty_file_is_no_secret()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "token");
        File.WriteAllText(file, "\n");

        Assert.That(() => Read($"Slack:BotToken_FILE={file};Slack:SigningSecret=s1gning"), Throws.TypeOf<ConfigurationException>().With.Message.Contains("Slack:BotToken_FILE"));
    }

    [Test]
    public void Options_can_be_logged()
    {
        var logged = $"{Read(Good + ";Slack:AppToken=xapp-s3cret")}";

        Assert.That(logged, Does.Contain("slack.com").And.Not.Contain("s3cret").And.Not.Contain("s1gning"));
    }

    [Test]
    public void An_emulator_on_this_machine_may_have_tokens_of_its_own() =>
        Assert.That(Read("Slack:BotToken=emulated;Slack:AppToken=emulated;Slack:ApiBaseUrl=http://127.0.0.1:1")!.BotToken, Is.EqualTo("emulated"));

    private static SlackOptions? Read(string settings) => SlackOptions.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(setting => setting.Split('=', 2))
            .Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])))
        .Build());
}
