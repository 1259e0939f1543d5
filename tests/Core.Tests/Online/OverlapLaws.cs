using AsyncBot.Core.Online;
using AsyncBot.Core.Tests.Time;
using CsCheck;

namespace AsyncBot.Core.Tests.Online;

public sealed class OverlapLaws
{
    private static readonly Gen<OverlapQuestion> Questions = Gen.Select(
        Weeks.Hours.List[2, 4], Weeks.Moments, Gen.Int[0, 6], Gen.Int[1, 6], Gen.Int[5, 720],
        (people, now, first, days, length) =>
        {
            var zone = DateTimeZoneProviders.Tzdb[people[^1].Zone];
            var day = now.InZone(zone).Date.PlusDays(first - 1);
            return new OverlapQuestion(people, zone, day, day.PlusDays(days), Duration.FromMinutes(length), now);
        });

    [Test]
    public void Everybody_works_in_every_window_and_enough_of_it_is_to_come() =>
        Questions.Sample(
            question => Overlap.Of(question).Windows.All(window =>
                question.People.All(person => person.WorkingTime(window.Start, window.End) == window.Duration)
                && question.StartOf(question.First) <= window.Start && window.Start < question.To
                && window.End - Instant.Max(window.Start, question.From) >= question.Length),
            iter: 2_000);

    [Test]
    public void No_common_time_of_that_length_is_missed() =>
        Questions.Sample(
            question =>
            {
                var windows = Overlap.Of(question).Windows;
                for (var at = question.From; at < question.To; at += Duration.FromMinutes(13))
                {
                    var end = at + question.Length;
                    if (question.People.All(person => person.WorkingTime(at, end) == question.Length) && !IsCovered(windows, at, end) && !(IsCovered(windows, at, question.To) && IsLongerThanADay(question, at)))
                        return false;
                }

                return true;
            },
            iter: 300);

    [Test]
    public void Slots_that_hurt_come_only_where_nothing_is_in_common_and_two_can_come_and_nobody_is_hurt_who_works_then() =>
        Questions.Sample(
            question =>
            {
                var overlap = Overlap.Of(question);
                return (overlap.Windows.Count == 0 || overlap.LeastBad.Count == 0)
                    && overlap.LeastBad.All(slot => slot.Pains.Count > 0 && slot.When.Start >= question.From && slot.When.Start < question.To && slot.When.Duration == question.Length
                        && slot.Pains.Count(pain => pain.IsAbsent) <= question.People.Count - 2
                        && question.People.Select((person, who) => person.WorkingTime(slot.When.Start, slot.When.End) == question.Length == slot.Pains.All(pain => pain.Who != who)).All(isRight => isRight));
            },
            iter: 1_000);

    /// <summary>Such a window is cut at midnight, also at that of the last day.</summary>
    private static bool IsLongerThanADay(OverlapQuestion question, Instant at)
    {
        var days = Duration.FromDays(2);
        return CommonHours.Between(question.People, at - days, at + days, question.Length).Any(common => common.Contains(at) && common.Duration > Duration.FromDays(1));
    }

    private static bool IsCovered(IReadOnlyList<Interval> windows, Instant at, Instant end)
    {
        foreach (var window in windows)
        {
            if (window.Start <= at && at < window.End)
                at = window.End;
        }

        return at >= end;
    }
}
