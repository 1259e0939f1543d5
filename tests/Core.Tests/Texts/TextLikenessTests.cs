using AsyncBot.Core.Texts;
using CsCheck;

namespace AsyncBot.Core.Tests.Texts;

public sealed class TextLikenessTests
{
    [TestCase("Rotate the demo host", "rotate demo hosts weekly")]
    [TestCase("Rotate the demo host", "Rotating the demo host")]
    [TestCase("rotate demo hosts weekly", "Rotating the demo host")]
    [TestCase("Rotate the demo host", "Rotaet the demo hosts")]
    [TestCase("Rotate the demo host", "Demo host rotation")]
    [TestCase("Rotate the demo host", "We should rotate the demo host every Friday so that nobody is stuck with it")]
    [TestCase("Rotate the demo host", "ROTATE THE DEMO HOST!!! 🎉")]
    [TestCase("Rotate the demo host", "Rotate the demo host every 2 weeks")]
    [TestCase("Buy a new coffee machine", "coffee machine")]
    [TestCase("Release 1.2 needs notes", "Notes for release 1.2")]
    [TestCase("Déjeuner d'équipe à Lisbonne", "dejeuner d’equipe a lisbonne")]
    [TestCase("Καλύτερος καφές στο γραφείο", "καλυτεροσ καφεσ στο γραφειο")]
    [TestCase("Обновить демо стенд", "обновить ДЕМО-стенд в пятницу")]
    [TestCase("デモの司会を交代する", "デモの司会を毎週交代する")]
    [TestCase("주간 회의를 줄이자", "주간 회의를 더 줄이자")]
    [TestCase("Straße sperren", "STRASSE SPERREN")]
    public void Texts_about_the_same_thing_are_similar(string one, string other) =>
        Assert.That(TextIndex.Similarity(one, other), Is.GreaterThanOrEqualTo(TextIndex.Threshold));

    [TestCase("Rotate the demo host", "Buy a new coffee machine")]
    [TestCase("Rotate the demo host", "Host a demo for customers in Berlin")]
    [TestCase("Rotate the demo host", "Rotate the on-call phone")]
    [TestCase("Buy a new coffee machine", "Buy a new dishwasher")]
    [TestCase("Add a new report for customers", "Add a new dashboard for managers")]
    [TestCase("Coffee", "Coffee machine")]
    [TestCase("Demo", "Record the demo")]
    [TestCase("What do we do with this", "What would you do with these")]
    [TestCase("Load idea 1234", "Load idea 1235")]
    [TestCase("Load idea 1234 of the long run with many words in common", "Load idea 1235 of the long run with many words in common")]
    [TestCase("Load idea 123 as user 23 in the long run of the generator", "Load idea 23 as user 23 in the long run of the generator")]
    [TestCase("Upgrade to .NET 10", "Upgrade to .NET 9")]
    [TestCase("デモの司会を交代する", "新しいコーヒーメーカーを買う")]
    [TestCase("", "Rotate the demo host")]
    [TestCase("🎉", "🎂")]
    public void Texts_that_merely_share_words_are_not(string one, string other) =>
        Assert.That(TextIndex.Similarity(one, other), Is.LessThan(TextIndex.Threshold));

    [TestCase("Rotate the demo host")]
    [TestCase("to be or not to be")]
    [TestCase("12 12 12")]
    [TestCase("🎉")]
    [TestCase("")]
    [TestCase("\uD83D")]
    public void A_text_is_wholly_like_itself(string text) => Assert.That(TextIndex.Similarity(text, text), Is.EqualTo(1));

    [Test]
    public void A_text_longer_than_any_idea_is_compared_by_its_beginning()
    {
        var one = string.Join(' ', Enumerable.Range(0, 5_000).Select(n => $"word{(char)('a' + n % 26)}{(char)('a' + n / 26 % 26)}x"));

        Assert.That(TextIndex.Similarity(one, one + " and something else"), Is.EqualTo(1));
        Assert.That(TextIndex.Similarity(new string('x', 100_000), new string('y', 100_000)), Is.Zero);
        Assert.That(TextIndex.Similarity(new string('字', 100_000), "字字"), Is.GreaterThan(0));
    }

    [Test]
    public void Likeness_is_the_same_from_both_sides_between_0_and_1_and_1_with_itself()
    {
        string[] pieces = ["demo", "demos", "demon", "demolition", "host", "hosts", "rotate", "rotation", "rotaet", "new", "the", "12", "13", "v2", "café", "デモ", "司会", "字", "\uD800", "don't", "ß", "\u0345", "\uFFFE"];
        var texts = Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).List[0, 12].Select(words => string.Join(' ', words));
        Gen.Select(texts, texts).Sample(
            (one, other) =>
            {
                var likeness = TextIndex.Similarity(one, other);
                return likeness is >= 0 and <= 1 && likeness == TextIndex.Similarity(other, one) && TextIndex.Similarity(one, one) == 1;
            },
            iter: 10_000);
    }

    [Test]
    public void No_text_at_all_throws() =>
        Gen.Select(Gen.String[Gen.Char, 0, 80], Gen.String[Gen.Char, 0, 80]).Sample((one, other) => TextIndex.Similarity(one, other) <= 1, iter: 10_000);
}
