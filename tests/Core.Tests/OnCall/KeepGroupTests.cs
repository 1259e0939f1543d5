using AsyncBot.Core.OnCall;

namespace AsyncBot.Core.Tests.OnCall;

public sealed class KeepGroupTests : Rota
{
    [Test]
    public async Task The_user_group_follows_handoffs_and_overrides_at_once_and_is_left_alone_between()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Says("ben", "#oncall", "oncall group support @support-oncall");
        Assert.That(Groups(), Is.EqualTo(new[] { "support-oncall: U-ana" }));

        await Team.Says("emi", "#oncall", "oncall take support until 03:00");
        Assert.That(Groups()[1..], Is.EqualTo(new[] { "support-oncall: U-emi" }));

        await Team.ClockTo(At("2026-03-09 09:01"));
        Assert.That(Groups()[2..], Is.EqualTo(new[] { "support-oncall: U-ana", "support-oncall: U-ben" }));
    }

    [Test]
    public async Task While_nobody_is_on_call_the_last_ones_stay_in_it()
    {
        await Create("oncall new desk @ana @ben every week at 9:00 from 2026-03-02 New York hours mon-fri 9-17");
        await Team.Says("ben", "#oncall", "oncall group desk @desk");
        await Team.ClockTo(At("2026-03-08 12:00"));

        Assert.That(Groups(), Is.EqualTo(new[] { "desk: U-ana" }));
    }

    [Test]
    public async Task What_the_platform_has_against_it_is_told_to_the_owner_once()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        Team.Chat.RefusesGroups = "only admins may change user groups here";
        var ben = News("@ben").Count;
        await Team.Says("ben", "#oncall", "oncall group support @support-oncall");
        await Team.ClockTo(At("2026-03-06 08:00"));

        Assert.That(News("@ben", ben).Single(), Does.StartWith(
            "I could not make the user group @support-oncall equal to who is on call for support: only admins may change user groups here."));

        await Team.ClockTo(At("2026-03-09 12:00"));
        Assert.That(News("@ben", ben + 1), Has.None.Contain("user group"));
        Assert.That((await Team.Says("sam", "#team", "async undelivered")).Text, Does.StartWith("Everything was delivered"));
    }

    [Test]
    public async Task One_group_is_kept_for_one_rotation_only()
    {
        await Support();
        await Create("oncall new desk @ana @ben every week at 9:00");
        await Team.Says("ben", "#oncall", "oncall group support @helpers");

        Assert.That((await Team.Says("ben", "#oncall", "oncall group desk @helpers")).Text, Is.EqualTo(
            "The user group @helpers is kept equal to who is on call for support, and can’t be for two. Try: oncall group desk @desk-oncall"));
    }

    [Test]
    public async Task What_was_refused_is_tried_again_the_next_day_and_a_new_refusal_is_told_again()
    {
        await Support();
        await Team.ClockTo(At("2026-03-03 10:00"));
        Team.Chat.RefusesGroups = "only admins may change user groups here";
        await Team.Says("ben", "#oncall", "oncall group support @support-oncall");
        await Team.ClockTo(At("2026-03-04 11:00"));
        Assert.That(Groups(), Is.Empty);

        Team.Chat.RefusesGroups = null;
        await Team.ClockTo(At("2026-03-05 13:00"));
        Assert.That(Groups(), Is.EqualTo(new[] { "support-oncall: U-ana" }));

        Team.Chat.RefusesGroups = "only admins may change user groups here";
        var ben = News("@ben").Count;
        await Team.ClockTo(At("2026-03-10 13:00"));
        Assert.That(News("@ben", ben).Count(line => line.StartsWith("I could not make the user group", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task One_group_is_kept_for_one_of_two_who_ask_at_once()
    {
        await Support();
        await Create("oncall new desk @ana @ben every week at 9:00");
        await Team.AtOnce([Team.Says("ben", "#oncall", "oncall group support @helpers"), Team.Says("ben", "#oncall", "oncall group desk @helpers")]);
        Rotation[] both = [(await Team.Find(Rotation.Type, "support"))!, (await Team.Find(Rotation.Type, "desk"))!];

        Assert.That(both.Count(rotation => rotation.Group is not null), Is.EqualTo(1));
    }

    [Test]
    public async Task One_group_is_one_however_it_is_written()
    {
        await Support();
        await Create("oncall new desk @ana @ben every week at 9:00");
        await Team.Says("ben", "#oncall", "oncall group support @Helpers");

        Assert.That((await Team.Says("ben", "#oncall", "oncall group desk @helpers")).IsRefused, Is.True);
        Assert.That((await Team.Says("ben", "#oncall", "oncall group support @helpers")).Text, Does.EndWith("already."));
    }

    [Test]
    public async Task What_was_let_go_can_not_be_taken_back_once_another_rotation_has_it()
    {
        await Support();
        await Create("oncall new desk @ana @ben every week at 9:00");
        await Team.Says("ben", "#oncall", "oncall group support @helpers");
        var off = await Team.Says("ben", "#oncall", "oncall group support off");
        await Team.Says("ben", "#oncall", "oncall group desk @helpers");

        Assert.That((await Team.Presses("ben", off, "Undo")).Text, Does.StartWith("The user group @helpers is kept equal to who is on call for desk, and can’t be for two."));
        Assert.That((await Team.Find(Rotation.Type, "support"))!.Group, Is.Null);
    }

    [Test]
    public async Task Undo_puts_back_the_group_that_was_kept()
    {
        await Support();
        await Team.Says("ben", "#oncall", "oncall group support @helpers");
        var off = await Team.Says("ben", "#oncall", "oncall group support off");
        await Team.Presses("ben", off, "Undo");
        Assert.That((await Team.Find(Rotation.Type, "support"))!.Group, Is.EqualTo("helpers"));

        var other = await Team.Says("ben", "#oncall", "oncall group support @others");
        await Team.Presses("ben", other, "Undo");
        Assert.That((await Team.Find(Rotation.Type, "support"))!.Group, Is.EqualTo("helpers"));
    }

    [Test]
    public async Task A_rotation_that_comes_back_leaves_its_group_to_the_one_that_has_it_now()
    {
        await Support();
        await Create("oncall new desk @emi @ben every week at 9:00 from 2026-03-02 New York");
        await Team.ClockTo(At("2026-03-03 10:00"));
        await Team.Says("ben", "#oncall", "oncall group support @helpers");
        var deleted = await Team.Presses("ben", await Team.Says("ben", "#oncall", "oncall delete support"), "Delete it");
        await Team.Says("ben", "#oncall", "oncall group desk @helpers");
        var groups = Groups().Length;
        await Team.Presses("ben", deleted, "Undo");
        await Team.ClockTo(At("2026-03-05 10:00"));

        Assert.That(Groups()[groups..], Is.Empty);
        Assert.That(Groups()[^1], Is.EqualTo("helpers: U-emi"));
        Assert.That(News("@ben").Count(line => line.StartsWith(
            "I could not make the user group @helpers equal to who is on call for support: another rotation keeps it.", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    private string[] Groups() => [.. Team.Chat.Groups.Select(group => $"{group.Group}: {string.Join(' ', group.Members)}")];

}
