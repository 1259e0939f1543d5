using AsyncBot.Core.Time.Hours;
using CsCheck;

namespace AsyncBot.Core.Tests.Time;

public sealed class WorkingWeekTests
{
    private static readonly string[] Words =
        ["mon", "fri-", "-sun", "9-17", "9", "-", "to", "22-06", "and", ",", "from", "am", "pm", "24", "h", ":", "daily", "every", "day", "\uD800", "٩"];

    [TestCase("mon-fri 9-17, sat 10-12", "mon-fri 9-17, sat 10-12")]
    [TestCase("22-06", "mon-fri 22-06")]
    [TestCase("9-5", "mon-fri 9-17")]
    [TestCase("12-5", "mon-fri 12-17")]
    [TestCase("12:30-6", "mon-fri 12:30-18")]
    [TestCase("12-05", "mon-fri 12-05")]
    [TestCase("13-5", "mon-fri 13-05")]
    [TestCase("9am-5pm", "mon-fri 9-17")]
    [TestCase("9 am to 5:30 p.m.", "mon-fri 9-17:30")]
    [TestCase("from 9 to 17", "mon-fri 9-17")]
    [TestCase("9h-17h30", "mon-fri 9-17:30")]
    [TestCase("9.30–17.00", "mon-fri 9:30-17")]
    [TestCase("9 until 17", "mon-fri 9-17")]
    [TestCase("9-5:30", "mon-fri 9-17:30")]
    [TestCase("mon 9-5h", "mon 9-05")]
    [TestCase("mon 9-0", "mon 9-24")]
    [TestCase("mon 1am-1pm", "mon 1-13")]
    [TestCase("\"mon\" 9-17", "mon 9-17")]
    [TestCase("'mon' 9-17", "mon 9-17")]
    [TestCase("`mon` 9-17", "mon 9-17")]
    [TestCase("«mon» 9-17", "mon 9-17")]
    [TestCase("‘mon’ 9-17", "mon 9-17")]
    [TestCase("\u201Fmon\u201F 9-17", "mon 9-17")]
    [TestCase("mon\u2010fri 9\u201517", "mon-fri 9-17")]
    [TestCase("0-24 and 0-5", "mon-fri 0-5 and 0-24")]
    [TestCase("22-06 and 22-23", "mon-fri 22-23 and 22-06")]
    [TestCase("9 - 17", "mon-fri 9-17")]
    [TestCase("9- 17", "mon-fri 9-17")]
    [TestCase("9 -17", "mon-fri 9-17")]
    [TestCase("weekdays 8-12 and 13-17", "mon-fri 8-12 and 13-17")]
    [TestCase("mon-fri 9-17, ", "mon-fri 9-17")]
    [TestCase("Mon, Wed and Fri 9-12", "mon, wed and fri 9-12")]
    [TestCase("mon-fri 9-12, 13-17; sat 10-12", "mon-fri 9-12 and 13-17, sat 10-12")]
    [TestCase("mon-fri 9-17 sat-sun 10-12", "mon-fri 9-17, sat-sun 10-12")]
    [TestCase("sun-thu 9-17", "mon-thu and sun 9-17")]
    [TestCase("daily 0-24", "mon-sun 0-24")]
    [TestCase("every day 22-6", "mon-sun 22-06")]
    [TestCase("mon 22-5:30", "mon 22-05:30")]
    [TestCase("mon 12am-12pm", "mon 0-12")]
    [TestCase("mon 0-23:59", "mon 0-23:59")]
    [TestCase("mon 23:59-00:00", "mon 23:59-24")]
    [TestCase("mon 00:30-00:15", "mon 0:30-00:15")]
    [TestCase("mon 9-9", "mon 9-21")]
    [TestCase("mon 09-09", "mon 9-09")]
    public void Hours_may_be_written_in_every_usual_way(string text, string week)
    {
        Assert.That(WorkingWeek.Read(text).Week?.ToString(), Is.EqualTo(week));
        Assert.That(WorkingWeek.Read(week).Week, Is.EqualTo(WorkingWeek.Read(text).Week));
    }

    [TestCase("", "It does not say when.")]
    [TestCase("mon-fri", "The hours are missing at the end.")]
    [TestCase("mon-fri 9", "“9” was not understood.")]
    [TestCase("mon-fri 9-25", "“9-25” was not understood.")]
    [TestCase("mon-fri 24-9", "“24-9” was not understood.")]
    [TestCase("mon-fri 9-13pm", "“9-13pm” was not understood.")]
    [TestCase("mon-fri 9:60-10", "“9:60-10” was not understood.")]
    [TestCase("mon-fri 9-17 except holidays", "“except” was not understood.")]
    [TestCase("banana", "“banana” was not understood.")]
    [TestCase("mon 9-17 &", "The hours are missing at the end.")]
    [TestCase("mon 5-", "“5-” was not understood.")]
    [TestCase("mon 008-9", "“008-9” was not understood.")]
    [TestCase(", 9-17", "“,” was not understood.")]
    [TestCase("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "“xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx” was not understood.")]
    [TestCase("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "“xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…” was not understood.")]
    [TestCase("mon ٩-17", "“٩-17” was not understood.")]
    public void What_is_no_week_is_refused_with_an_example_that_works(string text, string problem)
    {
        var refusal = WorkingWeek.Read(text).Refusal!;

        Assert.That(refusal.Problem, Is.EqualTo(problem));
        Assert.That(WorkingWeek.Read(refusal.Example).IsUnderstood, Is.True);
    }

    [Test]
    public void Longer_text_than_any_week_is_refused() =>
        Assert.That(WorkingWeek.Read(string.Concat(Enumerable.Repeat("mon 9-17,", 10_000))).Refusal!.Problem, Is.EqualTo("Working hours are shorter than that."));

    [Test]
    public void As_much_as_a_week_holds_is_read()
    {
        Assert.That(WorkingWeek.Read("mon 9-17".PadLeft(1_500)).IsUnderstood);
        Assert.That(WorkingWeek.Read("daily " + string.Join(',', Enumerable.Range(0, 10).Select(n => $"{n}-{n + 12}"))).Week!.Windows, Has.Count.EqualTo(70));
    }

    [Test]
    public void More_hours_than_a_week_holds_are_refused() =>
        Assert.That(WorkingWeek.Read("daily " + string.Join(',', Enumerable.Range(0, 11).Select(n => $"{n}-{n + 12}"))).Refusal!.Problem, Does.Contain("70"));

    [Test]
    public void Windows_that_no_week_has_are_named_with_what_they_may_be()
    {
        var odd = new WorkingWindow(IsoDayOfWeek.Monday, new LocalTime(9, 0, 30), new LocalTime(17, 0));
        var many = Enumerable.Range(0, 71).Select(n => new WorkingWindow(IsoDayOfWeek.Monday, LocalTime.Midnight.PlusMinutes(n), LocalTime.Noon));

        Assert.That(() => new WorkingWeek([odd]), Throws.ArgumentException.With.Message.Contains("09:00:30")
            .And.Message.Contains("use a day from Monday to Sunday, and times of whole minutes"));
        Assert.That(() => new WorkingWeek([odd with { Day = IsoDayOfWeek.None, From = LocalTime.Noon }]), Throws.ArgumentException);
        Assert.That(() => new WorkingWeek([odd with { Day = (IsoDayOfWeek)8, From = LocalTime.Noon }]), Throws.ArgumentException);
        Assert.That(() => new WorkingWeek(many), Throws.ArgumentException.With.Message.StartsWith("A week has at most 70 windows, not 71."));
    }

    [Test]
    public void What_is_written_is_read_back_as_the_same_week() =>
        Weeks.Any.Sample(week => WorkingWeek.Read(week.ToString()).Week == week, iter: 2_000);

    [Test]
    public void No_text_at_all_throws() =>
        Gen.Int[0, Words.Length - 1].Select(n => Words[n]).List[0, 10]
            .Sample(words => WorkingWeek.Read(string.Join(' ', words)) is { IsUnderstood: true } or { Refusal: not null }, iter: 10_000);
}
