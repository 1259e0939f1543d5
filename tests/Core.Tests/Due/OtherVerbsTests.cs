namespace AsyncBot.Core.Tests.Due;

/// <summary>The many words that people have for the same. It is Monday 2 March 2026, 09:00 in Lisbon.</summary>
public sealed class OtherVerbsTests : DueDiary
{
    [TestCase("due finish 1", "Done: #1")]
    [TestCase("due complete #1", "Done: #1")]
    [TestCase("due remove 1", "Deleted #1")]
    [TestCase("DUE Postpone 1 to thursday", "Moved: #1 “Send the deck” is due Thu 5 Mar 2026, 14:00")]
    [TestCase("due reschedule 1 thursday 10:00", "Moved: #1 “Send the deck” is due Thu 5 Mar 2026, 10:00")]
    public async Task A_verb_by_another_name_means_the_same(string line, string answer)
    {
        await Team.Says("ana", "dm", "due add Send the deck by friday 14:00");

        Assert.That((await Team.Says("ana", "dm", line)).Text, Does.StartWith(answer));
    }

    [TestCase("due Send invites by friday for everyone", "#1 for #team: Send invites — due Fri 6 Mar 2026, 17:00")]
    [TestCase("due add Water the plants for everybody every monday at 9", "#1 for #team: Water the plants — every Monday at 09:00")]
    public async Task For_everyone_is_for_the_channel_in_which_it_is_said(string line, string answer)
    {
        Assert.That((await Team.Says("ana", "#team", line)).Text, Does.StartWith(answer));
        Assert.That((await Team.Says("ana", "dm", "due Cook for everyone by friday")).Text, Does.StartWith("#2: Cook for everyone — due Fri 6 Mar"));
    }

    [Test]
    public async Task Before_anything_but_a_number_it_is_a_part_of_the_task() =>
        Assert.That((await Team.Says("ana", "dm", "due finish the deck by friday 14:00")).Text, Does.StartWith("#1: finish the deck — due Fri 6 Mar 2026, 14:00"));

    [TestCase("due Call Bob tomorrow at 10, please", "#1: Call Bob — I remind you on Tue 3 Mar 2026, 10:00")]
    [TestCase("remind me to call Bob tomorrow at 10 thanks!", "#1: call Bob — I remind you on Tue 3 Mar 2026, 10:00")]
    [TestCase("due remind me to call Bob tomorrow at 10", "#1: call Bob — I remind you on Tue 3 Mar 2026, 10:00")]
    [TestCase("due remind @ben to call Bob friday at 14:00", "#1 for @Ben: call Bob — I remind @Ben on Fri 6 Mar 2026, 14:00")]
    [TestCase("remind ben to call Bob friday at 14:00", "#1 for @Ben: call Bob — I remind @Ben on Fri 6 Mar 2026, 14:00")]
    [TestCase("remind nobody to call Bob friday", "I know nobody here by the name “@nobody”.")]
    [TestCase("due call mum at noon for @ben, @chidi, and @emi", "#1 for @Ben: call mum")]
    [TestCase("due call mum at noon for #nochannel", "You are in no channel #nochannel that I know. Try: due add Send the deck by friday 5pm for #team")]
    [TestCase("remind me to sing", "It does not say when. Try: due add sing tomorrow at 9:30")]
    [TestCase("due Fix T12 by friday", "#1: Fix T12 — due Fri 6 Mar")]
    [TestCase("due Send \"the deck by friday\" by monday 9 march", "#1: Send \"the deck by friday\" — due Mon 9 Mar")]
    [TestCase("due Take pill on monday at 9:00-10:00", "“9:00-10:00” is a span of time; say when it begins.")]
    [TestCase("due Take a pill at the end of the month", "#1: Take a pill — I remind you on Tue 31 Mar")]
    [TestCase("due Review Q3 at friday 3pm", "#1: Review Q3 — I remind you on Fri 6 Mar 2026, 15:00")]
    [TestCase("due Say please tomorrow at 10", "#1: Say please — I remind you on Tue 3 Mar 2026, 10:00")]
    public async Task Politeness_and_doubled_words_do_not_matter(string line, string answer) =>
        Assert.That((await Team.Says("ana", "#team", line)).Text, Does.StartWith(answer));
}
