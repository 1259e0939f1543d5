using AsyncBot.Core.CheckIns;
using AsyncBot.Core.Commands;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.CheckIns;

/// <summary>What is written where there is no form. It is Monday 2 March 2026, 09:00 in Lisbon.</summary>
public sealed class ReplyTests : CheckInDiary
{
    [TestCase("1,000", "may be 1000 or 1")]
    [TestCase("1,234,567", "1234567")]
    [TestCase("1,000.5", "1000.5")]
    [TestCase("2,5", "2.5")]
    [TestCase("1000", "1000")]
    public async Task A_number_is_read_as_it_was_meant_or_asked_about(string said, string told)
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana ask \"How many?\" (number)");
        await Until("2026-03-02 09:31");

        var heard = await Team.Says("ana", "dm", $"checkin answer {said}");
        await Team.Settle();

        Assert.That($"{heard.Text} {string.Join(' ', Thread(Root))}", Does.Contain(told));
        Assert.That(Thread(Root).Count(text => text.StartsWith("@Ana", StringComparison.Ordinal)), Is.EqualTo(said == "1,000" ? 0 : 1));
    }

    [Test]
    public async Task What_has_a_part_for_each_question_is_an_answer_in_the_thread_of_the_run_also_before_ones_window_and_after_it()
    {
        await Sets("ana", "checkin new Daily in #team at 9:30 on weekdays for @ana @ben ask \"What is next?\" \"What blocks you?\"");
        await Until("2026-03-02 09:31");
        var early = await Hears("ben", "early; none");
        var talk = await Hears("ana", "sounds good");
        await Until("2026-03-02 18:00");
        var late = await Hears("ana", "late; none");
        var again = await Hears("ana", "one more; thing");
        await Team.Settle();

        Assert.That(early.Text, Does.StartWith("Answered").And.Contain("You need not be asked then."));
        Assert.That(late.Text, Does.StartWith("Answered").And.Contain("late"));
        Assert.That(talk.IsSilent && again.IsSilent);
        Assert.That(Thread(Root).Where(text => text.StartsWith('@')), Has.One.StartsWith("@Ben (early)").And.One.StartsWith("@Ana (late)"));
    }

    private Task<Heard> Hears(string person, string text) => Team.Does(person, Root.In, Root.Id, null, new InboundContent.Call(new HearReply(text)));
}
