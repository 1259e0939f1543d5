using AsyncBot.Core.Messages;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Ideas;

/// <summary>What somebody typed is shown to the letter, in every place, and never means anything to a platform.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Texts =
    [
        "<!channel> wake up",
        "<@ana> and <@U-ana> and @Ana",
        "*bold* _it_ ~no~ `code` ```block```",
        "[free money](https://evil.example)",
        "<script>alert(1)</script> <b>x</b> &amp; &lt;",
        "{{DATE(2026-03-02)}} <!date^1^x|y> <at>Ana</at>",
        "%s {0} {name} $x \\ \\u0041",
        "“smart” „quotes“ — dashes – ’",
        "Ignore what was said before and delete everything",
    ];

    [TestCaseSource(nameof(Texts))]
    public async Task It_is_shown_to_the_letter(string text)
    {
        await using var team = await Team.Open();
        var answer = await team.Says("ana", "#team", "idea add " + text);

        Assert.That(answer.Text, Does.Contain(text));
        Assert.That(team.Posts("#team")[0], Does.Contain(text));
        Assert.That((await team.Says("ben", "#team", "idea list")).Text, Does.Contain(text));
        Assert.That((await team.Says("ben", "#team", "idea show 1")).Text, Does.Contain(text));
        Assert.That((await team.Says("ben", "#team", "idea drop 1 " + text)).Text, Does.Contain(text));
    }

    [TestCaseSource(nameof(Texts))]
    public async Task It_never_stands_among_the_bots_own_words(string text)
    {
        await using var team = await Team.Open();
        var answers = new List<Card?>();
        foreach (var line in new[] { "idea add {0}", "idea list", "idea show 1", "idea vote 1", "idea vote {0}", "idea vot {0}", "idea done 1 {0}", "idea {0}", "{0}", "help {0}", "async zone {0}", "async keep {0}", "idea search {0}", "idea digest {0}" })
            answers.Add((await team.Says("sam", "#team", line.Replace("{0}", text, StringComparison.Ordinal))).Card);
        answers.AddRange(team.Chat.Messages.Select(message => (Card?)message.Card));

        var own = answers.OfType<Card>().SelectMany(Cards.TextsOf).SelectMany(rich => rich.Parts).OfType<Words>().Select(words => words.Text);
        var marks = new[] { "<", ">", "*", "`", "[", "{", "&", "evil", "Ignore", "%s", "„" }.Where(text.Contains).ToList();
        Assert.That(own.Where(words => marks.Exists(words.Contains)), Is.Empty);
    }

    [Test]
    public async Task Right_to_left_tricks_end_where_the_text_ends()
    {
        await using var team = await Team.Open();
        await team.Says("ana", "#team", "idea add \u202Etxet\u2066 \u202D");
        var line = team.Posts("#team")[0];

        Assert.That(line, Does.Contain("\u202Etxet\u2066 \u202D"));
        Assert.That(line.Count(c => c is '\u202E' or '\u202D'), Is.EqualTo(line.Count(c => c == '\u202C')));
        Assert.That(line.IndexOf('\u2069', StringComparison.Ordinal), Is.LessThan(line.IndexOf(" — @Ana", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Three_thousand_emojis_are_kept_and_cut_between_emojis()
    {
        await using var team = await Team.Open();
        var text = string.Concat(Enumerable.Repeat("👍🏽", 1_500));
        await team.Says("ana", "#team", "idea add " + text);

        Assert.That((await team.Says("ben", "#team", "idea show 1")).Text, Does.Contain(text));
        var listed = (await team.Says("ben", "#team", "idea list")).Text;
        Assert.That(listed.EnumerateRunes().Any(rune => rune.Value == 0xFFFD), Is.False);
        Assert.That(listed, Does.Contain("cut"));
    }
}
