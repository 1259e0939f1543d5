using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.People;
using AsyncBot.Core.Time.Hours;
using AsyncBot.Core.Turns;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.People;

/// <summary>Facts about somebody are kept apart, and the strongest one decides.</summary>
public sealed class AvailabilityTests
{
    /// <summary>A Monday, 13:30 in Lisbon.</summary>
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 9, 13, 30);
    private static readonly PersonId Ana = new("ana");
    private static readonly Colleague AtWork = Of(new Profile(Ana));
    private static readonly Colleague Off = AtWork with { Hours = AtWork.Hours with { Week = WorkingWeek.Read("mon-fri 18-22").Week! } };

    private static readonly PlannedAbsence Vacation = new(new LocalDateTime(2026, 3, 9, 0, 0), new LocalDateTime(2026, 3, 11, 0, 0), "Europe/Lisbon", "vacation", Ana, Now - Duration.FromDays(2));
    private static readonly Focus Focusing = new(Now - Duration.FromMinutes(30), Now + Duration.FromMinutes(30));
    private static readonly Presence Quiet = new(Activity.Active, new Quiet(Now + Duration.FromHours(1)), Now);
    private static readonly Presence Active = new(Activity.Active, null, Now);
    private static readonly Presence Away = new(Activity.Away, null, Now);
    private static readonly Presence Unseen = new(Activity.Unknown, null, Now);

    private static IEnumerable<TestCaseData> Order()
    {
        var all = new Profile(Ana, Absences: [Vacation], Focus: Focusing);
        yield return Case("gone", Of(all) with { IsGone = true }, Quiet, Because.Left, Standing.Unknown);
        yield return Case("absence before focus", Of(all), Quiet, Because.Away, Standing.Away);
        yield return Case("focus before do not disturb", Of(all with { Absences = [] }), Quiet, Because.Focus, Standing.Busy);
        yield return Case("do not disturb before active", AtWork, Quiet, Because.DoNotDisturb, Standing.Busy);
        yield return Case("active before hours", AtWork, Active, Because.Active, Standing.Available);
        yield return Case("active outside hours", Off, Active, Because.Active, Standing.Available);
        yield return Case("active without a zone", AtWork with { IsZoneKnown = false }, Active, Because.Active, Standing.Available);
        yield return Case("away in hours is no sign", AtWork, Away, Because.AtWork, Standing.Available);
        yield return Case("nothing seen", AtWork, Unseen, Because.AtWork, Standing.Available);
        yield return Case("nobody asked", AtWork, null, Because.AtWork, Standing.Available);
        yield return Case("outside hours", Off, Away, Because.OutsideHours, Standing.OutsideHours);
        yield return Case("no zone", AtWork with { IsZoneKnown = false }, Away, Because.NoZone, Standing.Unknown);
        yield return Case("seen too long ago", AtWork, Active with { ObservedAt = Now - Duration.FromSeconds(121) }, Because.AtWork, Standing.Available);
        yield return Case("seen just not too long ago", Off, Active with { ObservedAt = Now - Duration.FromSeconds(120) }, Because.Active, Standing.Available);
        yield return Case("a quiet time that is over", AtWork, new Presence(Activity.Away, new Quiet(Now), Now), Because.AtWork, Standing.Available);
        yield return Case("a quiet time without an end", AtWork, new Presence(Activity.Away, new Quiet(null), Now), Because.DoNotDisturb, Standing.Busy);

        static TestCaseData Case(string name, Colleague person, Presence? seen, Because because, Standing standing) =>
            new TestCaseData(person, seen, because, standing).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Order))]
    public void The_strongest_fact_decides(Colleague person, Presence? seen, Because because, Standing standing)
    {
        var state = person.At(Now, seen);

        Assert.That((state.Because.Because, state.Standing), Is.EqualTo((because, standing)));
        Assert.That(person.FactsAt(Now, seen).Select(fact => fact.Because), Is.Ordered.And.Unique);
    }

    [Test]
    public void Facts_say_since_when_and_until_when_they_count()
    {
        var facts = Of(new Profile(Ana, Absences: [Vacation], Focus: Focusing)).FactsAt(Now, Quiet).ToList();

        Assert.That(facts, Is.EqualTo(new[]
        {
            new Evidence(Because.Away, "vacation", Now - Duration.FromDays(2), Instant.FromUtc(2026, 3, 11, 0, 0)),
            new Evidence(Because.Focus, null, Now - Duration.FromMinutes(30), Now + Duration.FromMinutes(30)),
            new Evidence(Because.DoNotDisturb, null, Now, Now + Duration.FromHours(1)),
            new Evidence(Because.Active, null, Now, Now + Duration.FromMinutes(2)),
        }));
    }

    [Test]
    public void Somebody_is_back_when_everything_that_keeps_them_has_ended_and_they_work()
    {
        Assert.That(AtWork.At(Now).Back, Is.Null);
        Assert.That(Off.At(Now).Back, Is.EqualTo(Instant.FromUtc(2026, 3, 9, 18, 0)));
        Assert.That(Of(new Profile(Ana, Absences: [Vacation])).At(Now).Back, Is.EqualTo(Instant.FromUtc(2026, 3, 11, 9, 0)));
        Assert.That(Of(new Profile(Ana, Focus: Focusing)).At(Now).Back, Is.EqualTo(Focusing.Until));
        Assert.That(Of(new Profile(Ana, Focus: Focusing)).At(Now, Quiet).Back, Is.EqualTo(Quiet.Quiet!.Until));
        Assert.That(Of(new Profile(Ana, Focus: Focusing with { Until = Now + Duration.FromHours(5) })).At(Now).Back, Is.EqualTo(Instant.FromUtc(2026, 3, 10, 9, 0)));
        Assert.That(AtWork.At(Now, new Presence(Activity.Away, new Quiet(null), Now)).Back, Is.Null);
    }

    [Test]
    public void Absences_that_follow_each_other_are_one()
    {
        var person = Of(new Profile(Ana, Absences: [Vacation, Vacation with { From = Vacation.To, To = Vacation.To.PlusDays(2), Reason = "training" }]));

        Assert.That(person.At(Now).Because.ExpiresAt, Is.EqualTo(Instant.FromUtc(2026, 3, 13, 0, 0)));
        Assert.That(person.At(Now).Back, Is.EqualTo(Instant.FromUtc(2026, 3, 13, 9, 0)));
    }

    [Test]
    public void An_absence_stays_on_the_wall_clock_on_which_it_was_meant()
    {
        var absence = Vacation with { From = new LocalDateTime(2026, 3, 28, 22, 0), To = new LocalDateTime(2026, 3, 29, 1, 30) };

        // At one o'clock that night the clocks of Lisbon go forward to two.
        Assert.That(absence.InTime(), Is.EqualTo(new Absence(Instant.FromUtc(2026, 3, 28, 22, 0), Instant.FromUtc(2026, 3, 29, 1, 0), "vacation")));
    }

    [TestCase("online away until friday because vacation", "Away", "2026-03-06T09:00:00Z")]
    [TestCase("online focus 2h", "Focus", "2026-03-02T11:00:00Z")]
    [TestCase("online hours mon-fri 13-17", "OutsideHours", "2026-03-02T13:00:00Z")]
    [TestCase("online share off", "AtWork", "")]
    public async Task Every_feature_asks_the_same_question(string said, string because, string back)
    {
        await using var team = await Team.Open(new TeamOptions { Features = features => features.Command<Ask, Ask.Handler>() });
        await team.Says("ana", "dm", said);

        Assert.That((await team.Says("ben", "#team", "reach @ana")).Text, Is.EqualTo($"{because} {back}"));
    }

    [TestCase("Pacific/Kiritimati", "2026-03-10T03:30", Because.OutsideHours)]
    [TestCase("Pacific/Pago_Pago", "2026-03-09T02:30", Because.OutsideHours)]
    [TestCase("Asia/Kathmandu", "2026-03-09T19:15", Because.OutsideHours)]
    [TestCase("America/New_York", "2026-03-09T09:30", Because.AtWork)]
    public void Everybody_is_on_their_own_clock(string zone, string local, Because because)
    {
        var person = AtWork with { Zone = zone, Hours = AtWork.Hours with { Zone = zone } };

        Assert.That(Now.InZone(person.Clock).LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm", null), Is.EqualTo(local));
        Assert.That(person.At(Now).Because.Because, Is.EqualTo(because));
    }

    private static Colleague Of(Profile said) => new(
        Ana, "Ana", false, "Europe/Lisbon", true,
        new WorkingHours(WorkingWeek.Usual, "Europe/Lisbon", [.. said.Absences.Select(absence => absence.InTime())]), null, said);

    [Command("reach", "Ask whether somebody can be reached", Example = "reach @ana")]
    private sealed record Ask([Arg("Whom")] PersonId Whom) : ICommand
    {
        public sealed class Handler : ICommandHandler<Ask>
        {
            public async Task<Reply> Handle(Ask command, Turn turn)
            {
                var state = await Availability.Of(turn, command.Whom, turn.Now);
                return Reply.Say($"{state.Because.Because.ToString()} {state.Back?.ToString() ?? ""}");
            }
        }
    }
}
