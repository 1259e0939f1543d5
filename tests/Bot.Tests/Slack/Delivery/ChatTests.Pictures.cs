using AsyncBot.Core.Messages;
using AsyncBot.TestKit;
using AsyncBot.TestKit.Slack;

namespace AsyncBot.Bot.Tests.Slack.Delivery;

/// <summary>Pictures, and what people see where there can be none.</summary>
public sealed partial class ChatTests
{
    private const string OfAna = "ana: Mon 2 Mar 09:00 to Mon 9 Mar 09:00";

    [Test]
    public async Task A_picture_is_shown_with_its_message_and_its_words_for_a_screen_reader()
    {
        Assert.That(await _chat.Send(Next(), Drawn(Team), default), Is.EqualTo(new Delivered(null)));

        var (file, message) = (_slack.Files.Single(), _slack.Messages.Single());
        Assert.That((file.Name, file.SharedIn, message.Text), Is.EqualTo(("payments.png", "C0TEAM", "Who is on call")));
        Assert.That(file.Content!.AsSpan(1, 3).SequenceEqual("PNG"u8), Is.True);
        Assert.That(file.AltText, Does.StartWith("On call: Payments, Mon 2 to Sun 15 Mar 2026, times in America/New_York. " + OfAna));
    }

    [Test]
    public async Task A_picture_for_somebody_is_on_their_clock_and_one_in_a_thread_stays_there()
    {
        await _chat.Send(Next(), Drawn(Ana), default);
        await _chat.Send(Next(), Drawn(Team) with { Thread = new MessageId("1.000001") }, default);

        Assert.That(_slack.Files[0].AltText, Does.Contain("times in Europe/Lisbon"));
        Assert.That(_slack.Messages[^1].ThreadTs, Is.EqualTo("1.000001"));
    }

    [Test]
    public async Task More_words_than_Slack_takes_are_cut_and_said_to_be()
    {
        await _chat.Send(Next(), Drawn(Team) with { Chart = Charts.DailyTurns(30, 31) }, default);

        Assert.That(_slack.Files.Single().AltText, Has.Length.EqualTo(1_000).And.EndsWith("…"));
    }

    [Test]
    public async Task Where_the_app_may_post_no_files_the_words_come_alone()
    {
        _slack.Scopes.Remove("files:write");

        Assert.That(await _chat.Send(Next(), Drawn(Team), default), Is.TypeOf<Delivered>());
        ThereAreOnlyWords();
    }

    [TestCase("files.getUploadURLExternal", "file_uploads_disabled")]
    [TestCase("files.completeUploadExternal", "fatal_error")]
    public async Task Where_Slack_refuses_a_file_the_words_come_alone(string method, string error)
    {
        _slack.Fail(method, new Fault.OkFalse(error), 9);

        Assert.That(await Wait(_chat.Send(Next(), Drawn(Team), default)), Is.TypeOf<Delivered>());
        ThereAreOnlyWords();
    }

    [TestCase("files.getUploadURLExternal")]
    [TestCase("upload")]
    [TestCase("files.completeUploadExternal")]
    public async Task Where_a_file_gets_lost_the_words_come_alone(string method)
    {
        _slack.Fail(method, new Fault.HtmlPage(), 9);

        Assert.That(await Wait(_chat.Send(Next(), Drawn(Team), default)), Is.TypeOf<Delivered>());
        ThereAreOnlyWords();
    }

    [Test]
    public async Task A_picture_waits_where_everything_waits()
    {
        _slack.Fail("files.getUploadURLExternal", new Fault.RateLimited(30));

        Assert.That(await Wait(_chat.Send(Next(), Drawn(Team), default)), Is.TypeOf<TryLater>().With.Property("After").EqualTo(Duration.FromSeconds(30)));
        Assert.That(_slack.Messages, Is.Empty);
    }

    [Test]
    public async Task A_picture_for_a_channel_that_is_closed_to_the_bot_is_given_up_with_what_to_do()
    {
        _slack.Fail("files.completeUploadExternal", new Fault.OkFalse("not_in_channel"));
        _slack.Fail("chat.postMessage", new Fault.OkFalse("not_in_channel"));

        Assert.That(await _chat.Send(Next(), Drawn(Team), default), Is.TypeOf<Refused>().With.Property("Reason").Contains("/invite @AsyncBot"));
    }

    private static Picture Drawn(ConversationId to) => new(to, "payments", OfSlack(Charts.TwoWeeks), Card.Of($"Who is on call"), Zone: "America/New_York");

    /// <summary>The people of the picture, as Slack knows them.</summary>
    private static Timeline OfSlack(Timeline chart) =>
        chart with { Lanes = [chart.Lanes[0] with { Name = $"{new PersonId("U0ANA")}" }, .. chart.Lanes.Skip(1)] };

    private void ThereAreOnlyWords()
    {
        Assert.That(_slack.Messages.Single().Text, Does.StartWith("Who is on call\nOn call: Payments").And.Contain(OfAna));
        Assert.That(_slack.Files.Where(file => file.SharedIn is not null), Is.Empty);
    }
}
