using AsyncBot.Core.Texts;
using CsCheck;

namespace AsyncBot.Core.Tests.Texts;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class TextIndexTests
{
    private static readonly string[] Vocabulary =
        ["rotate", "demo", "host", "hosts", "coffee", "machine", "buy", "new", "berlin", "customers", "retro", "notes", "release", "12", "13", "café", "デモ司会"];

    private readonly TextIndex _index = new();

    [Test]
    public void Similar_ideas_are_named_best_first()
    {
        _index.Put(1, "Buy a new coffee machine");
        _index.Put(2, "rotate demo hosts weekly");
        _index.Put(3, "Host a demo for customers in Berlin");
        _index.Put(4, "Rotating the demo host");

        Assert.That(_index.Similar("Rotate the demo host", 3, 0), Is.EqualTo(new[] { 4, 2 }));
        Assert.That(_index.Similar("Rotate the demo host", 1, 0), Is.EqualTo(new[] { 4 }));
    }

    [Test]
    public void Among_equals_the_older_is_named_first()
    {
        _index.Put(9, "Rotate the demo host");
        _index.Put(3, "Rotate the demo host");
        _index.Put(6, "Rotate the demo host");

        Assert.That(_index.Similar("Rotate the demo host", 3, 0), Is.EqualTo(new[] { 3, 6, 9 }));
    }

    [Test]
    public void An_idea_is_no_duplicate_of_itself()
    {
        _index.Put(7, "Rotate the demo host");

        Assert.That(_index.Similar("Rotate the demo host", 3, 7), Is.Empty);
    }

    [Test]
    public void A_misspelt_word_still_finds_the_idea_by_its_other_words()
    {
        _index.Put(7, "Rotate the demonstration host");

        Assert.That(_index.Similar("rotate the demonstartion host", 3, 0), Is.EqualTo(new[] { 7 }));
    }

    [Test]
    public void A_new_text_replaces_the_old_one()
    {
        _index.Put(1, "Rotate the demo host");
        _index.Put(1, "Buy a new coffee machine");

        Assert.That(_index.Count, Is.EqualTo(1));
        Assert.That(_index.Similar("Rotate the demo host", 3, 0), Is.Empty);
        Assert.That(_index.Search("host", 10), Is.Empty);
        Assert.That(_index.Search("coffee", 10), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void A_removed_idea_is_never_named_again_and_removing_it_twice_is_harmless()
    {
        _index.Put(1, "Rotate the demo host");
        _index.Remove(1);
        _index.Remove(1);

        Assert.That(_index.Count, Is.Zero);
        Assert.That(_index.Similar("Rotate the demo host", 3, 0), Is.Empty);
        Assert.That(_index.Search("demo", 10), Is.Empty);
    }

    [Test]
    public void Searching_wants_every_word_and_answers_newest_first()
    {
        _index.Put(30, "Demo for customers");
        _index.Put(10, "Rotate the demo host");
        _index.Put(20, "A host for the customer demo");

        Assert.That(_index.Search("demo", 10), Is.EqualTo(new[] { 30, 20, 10 }));
        Assert.That(_index.Search("demo", 2), Is.EqualTo(new[] { 30, 20 }));
        Assert.That(_index.Search("the host DEMO", 10), Is.EqualTo(new[] { 20, 10 }));
        Assert.That(_index.Search("demos hosting", 10), Is.EqualTo(new[] { 20, 10 }));
        Assert.That(_index.Search("demo unicorn", 10), Is.Empty);
        Assert.That(_index.Search("unicorn demo", 10), Is.Empty);
        Assert.That(_index.Search(" … ", 10), Is.Empty);
        Assert.That(_index.Search("demo", 0), Is.Empty);
    }

    [TestCase("rot")]
    [TestCase("rotat")]
    [TestCase("rotati")]
    [TestCase("rotatin")]
    [TestCase("rotating")]
    [TestCase("demo rota")]
    [TestCase("CAF")]
    [TestCase("cafe")]
    [TestCase("司")]
    [TestCase("デモの司会")]
    [TestCase("会 rotate")]
    [TestCase("司会 rotate")]
    [TestCase("don't")]
    [TestCase("42")]
    public void The_last_word_may_be_half_typed_and_accents_do_not_matter(string words)
    {
        _index.Put(1, "Don’t stop rotating the demo at the Café 42, デモの司会");
        _index.Put(2, "Something else");

        Assert.That(_index.Search(words, 10), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void Generated_ideas_that_differ_in_a_number_are_not_called_similar()
    {
        for (var n = 1; n <= 5_000; n++)
            _index.Put(n, $"Load idea {n} from the generator");

        Assert.That(_index.Similar("Load idea 4711 from the generator", 3, 4711), Is.Empty);
        Assert.That(_index.Similar("Load idea 4711 from the generator", 3, 0), Is.EqualTo(new[] { 4711 }));
        Assert.That(_index.Similar("Load idea 9999 from the generator", 3, 9999), Is.Empty);
    }

    [Test]
    public void An_old_idea_is_found_by_its_rare_words_behind_thousands_that_share_the_others()
    {
        _index.Put(1, "Rotate the quokka host");
        for (var n = 2; n <= 6_000; n++)
            _index.Put(n, $"Rotate host {n}");

        Assert.That(_index.Similar("rotating quokka host", 3, 0), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public void Only_the_beginning_of_a_very_long_text_is_kept()
    {
        _index.Put(1, string.Concat(Enumerable.Repeat("same ", 400)) + "hidden");
        _index.Put(2, string.Join(' ', Enumerable.Range(0, 100).Select(n => $"w{n}")));

        Assert.That(_index.Search("hidden", 10), Is.Empty);
        Assert.That(_index.Search("w63", 10), Is.EqualTo(new[] { 2 }));
        Assert.That(_index.Search("w64", 10), Is.Empty);
    }

    [Test]
    public void After_any_changes_the_answers_are_those_of_a_fresh_index() =>
        Gen.Select(Gen.Int[1, 12], Gen.Bool, Texts).List[0, 60].Sample(
            changes =>
            {
                var index = new TextIndex();
                var texts = new Dictionary<int, string>();
                foreach (var (number, isKept, text) in changes)
                {
                    if (isKept)
                        index.Put(number, texts[number] = text);
                    else
                    {
                        index.Remove(number);
                        texts.Remove(number);
                    }
                }

                return index.Count == texts.Count && Array.TrueForAll(Vocabulary, word => Agree(index, texts, word)) && texts.Values.All(text => Agree(index, texts, text));
            },
            iter: 500);

    [Test]
    public async Task Many_threads_may_change_and_ask_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var n = 0; n < 600; n++)
            {
                var number = n * 4 + thread;
                _index.Put(number, $"Rotate the demo host {number}");
                if (n % 3 == 0)
                    _index.Remove(number);
                _index.Similar("Rotate the demo host 5", 3, 0);
                if (n % 20 == 0)
                    _index.Search("demo host", 10);
            }
        })));

        Assert.That(_index.Count, Is.EqualTo(4 * 400));
        Assert.That(_index.Search("demo", 10_000), Has.Count.EqualTo(_index.Count));
    }

    private static Gen<string> Texts { get; } = Gen.Int[0, Vocabulary.Length - 1].Select(i => Vocabulary[i]).List[0, 6].Select(words => string.Join(' ', words));

    private static bool Agree(TextIndex index, Dictionary<int, string> texts, string query)
    {
        var similar = texts.Select(idea => (idea.Key, Score: TextIndex.Similarity(query, idea.Value)))
            .Where(hit => hit.Score >= TextIndex.Threshold && query.Length > 0).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Key).Select(hit => hit.Key);
        var fresh = new TextIndex();
        foreach (var (number, text) in texts)
            fresh.Put(number, text);
        return index.Similar(query, 100, 0).SequenceEqual(similar) && index.Search(query, 100).SequenceEqual(fresh.Search(query, 100));
    }
}
