using System.Runtime.InteropServices;

namespace AsyncBot.Core.Texts;

/// <summary>
/// Finds the items of one home by their words, so that a thought somebody had before is noticed while it is still being typed.
/// It keeps words and no texts, so check a hit against the current text with <see cref="Similarity"/>. Any thread may call it.
/// </summary>
public sealed class TextIndex
{
    /// <summary>From this likeness on, two texts are taken to be about the same thing; <see cref="Similar"/> names nothing below it.</summary>
    public const double Threshold = 0.6;

    // What a question may cost, however many items there are.
    private const int MostPerWord = 2_000;
    private const int MostCandidates = 3_000;
    private const int MostCompared = 32;
    private const double LeastWorthComparing = 0.2;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<Word> _words = [];
    private readonly Stack<int> _freeWords = new();
    private readonly Dictionary<int, int> _slots = [];
    private readonly List<Entry> _entries = [];
    private readonly Stack<int> _freeSlots = new();

    // Marks tell which items the present question has seen; a larger one makes all earlier marks void.
    private long _mark;

    // What each word weighs in the present question: 0 for all that are not in it. Apart from the words, so that thousands of lookups stay in the cache.
    private float[] _asked = [];

    public int Count
    {
        get
        {
            lock (_gate)
                return _slots.Count;
        }
    }

    /// <summary>0 (nothing in common) to 1 (the same words). Other numbers, or a single word in common, keep it below <see cref="Threshold"/>.</summary>
    public static double Similarity(string a, string b) => a == b ? 1 : TextLikeness.Of(TextWords.Of(a), TextWords.Of(b));

    /// <summary>Adds an item, or takes the new text of one. Only the first 2,000 characters and 64 different words are looked at.</summary>
    public void Put(int number, string text) => Put(number, text, replaces: true);

    /// <summary>Adds an item, unless a newer text of it is there already.</summary>
    public void PutFirst(int number, string text) => Put(number, text, replaces: false);

    private void Put(int number, string text, bool replaces)
    {
        var words = TextWords.Of(text);
        lock (_gate)
        {
            if (!replaces && _slots.ContainsKey(number))
                return;
            Drop(number);
            var slot = Add(new Entry { Number = number, Words = new int[words.Length], Weight = TextLikeness.Weight(words) });
            for (var i = 0; i < words.Length; i++)
            {
                var id = Intern(words[i]);
                At(slot).Words[i] = id;
                WordAt(id).Add(slot);
            }
        }
    }

    public void Remove(int number)
    {
        lock (_gate)
            Drop(number);
    }

    /// <summary>The items most like this text, best first, the older of equals first; none that reads as something else.</summary>
    /// <param name="except">The item that the text belongs to, which is no duplicate of itself.</param>
    public IReadOnlyList<int> Similar(string text, int most, int except)
    {
        var words = TextWords.Of(text);
        var weight = TextLikeness.Weight(words);
        lock (_gate)
        {
            var ids = IdsOf(words);
            Ask(ids);
            var asked = _asked;
            var best = new PriorityQueue<int, double>(MostCompared + 1);
            foreach (var slot in Candidates(ids))
            {
                ref var entry = ref At(slot);
                if (entry.Number == except)
                    continue;
                var shared = 0f;
                foreach (var id in entry.Words)
                    shared += asked[id];
                var worth = TextLikeness.Blend(shared, weight, entry.Weight);
                if (worth < LeastWorthComparing)
                    continue;
                if (best.Count < MostCompared)
                    best.Enqueue(slot, worth);
                else
                    best.EnqueueDequeue(slot, worth);
            }

            foreach (var id in ids)
                asked[id] = 0;
            return [.. best.UnorderedItems.Select(item => (At(item.Element).Number, Score: Compare(words, item.Element)))
                .Where(hit => hit.Score >= Threshold).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Number).Take(most).Select(hit => hit.Number)];
        }
    }

    /// <summary>The items that have all these words, newest first. The last word may be the beginning of one.</summary>
    public IReadOnlyList<int> Search(string words, int most)
    {
        var sought = TextWords.Sought(words);
        if (sought.Count == 0 || most < 1)
            return [];
        lock (_gate)
        {
            // An item's mark counts the words found in it so far, on top of this question's base.
            var mark = _mark;
            _mark += sought.Count;
            for (var i = 0; i < sought.Count; i++)
            {
                var isStart = i == sought.Count - 1 || (sought[i].Length == 1 && TextWords.IsPaired(sought[i]));
                foreach (var id in isStart ? Beginning(sought[i]) : Known(sought[i]))
                {
                    foreach (var slot in WordAt(id).Slots)
                    {
                        ref var entry = ref At(slot);
                        if (i == 0 || entry.Mark == mark + i)
                            entry.Mark = mark + i + 1;
                    }
                }
            }

            return Newest(mark + sought.Count, most);
        }
    }

    private List<int> Newest(long mark, int most)
    {
        var newest = new PriorityQueue<int, int>();
        for (var slot = _entries.Count - 1; slot >= 0; slot--)
        {
            ref var entry = ref At(slot);
            if (entry.Mark != mark)
                continue;
            if (newest.Count < most)
                newest.Enqueue(entry.Number, entry.Number);
            else if (entry.Number > newest.Peek())
                newest.DequeueEnqueue(entry.Number, entry.Number);
        }

        return [.. newest.UnorderedItems.Select(item => item.Element).OrderDescending()];
    }

    private IEnumerable<int> Known(string word) => _ids.TryGetValue(TextWords.Stem(word), out var id) ? [id] : [];

    private List<int> Beginning(string start)
    {
        var stem = TextWords.Stem(start);
        var ids = new List<int>();
        var words = CollectionsMarshal.AsSpan(_words);
        for (var id = 0; id < words.Length; id++)
        {
            if (words[id].Text is { } text && (text.StartsWith(start, StringComparison.Ordinal) || text == stem || IsHalfTyped(start, text)))
                ids.Add(id);
        }

        return ids;
    }

    // "rotati" is on its way to "rotating", which is kept as "rotat".
    private static bool IsHalfTyped(string start, string stem) =>
        start.Length > stem.Length && start.StartsWith(stem, StringComparison.Ordinal) && start.AsSpan(stem.Length) is "i" or "in" or "e";

    private List<int> IdsOf(string[] words)
    {
        var ids = new List<int>(words.Length);
        foreach (var word in words)
        {
            if (_ids.TryGetValue(word, out var id))
                ids.Add(id);
        }

        return ids;
    }

    private void Ask(List<int> ids)
    {
        if (_asked.Length < _words.Count)
            _asked = new float[_words.Count * 3 / 2];
        foreach (var id in ids)
            _asked[id] = WordAt(id).Weight;
    }

    /// <summary>Items that share a word, through the rarest words first; of a common word only the latest.</summary>
    private List<int> Candidates(List<int> ids)
    {
        var mark = ++_mark;
        ids.Sort((one, other) => WordAt(one).Count.CompareTo(WordAt(other).Count));
        var candidates = new List<int>();
        foreach (var id in ids)
        {
            var slots = WordAt(id).Slots;
            var most = Math.Min(MostPerWord, MostCandidates - candidates.Count);
            foreach (var slot in slots[Math.Max(0, slots.Length - most)..])
            {
                ref var entry = ref At(slot);
                if (entry.Mark == mark)
                    continue;
                entry.Mark = mark;
                candidates.Add(slot);
            }
        }

        return candidates;
    }

    private double Compare(ReadOnlySpan<string> words, int slot)
    {
        var ids = At(slot).Words;
        var others = new string[ids.Length];
        for (var i = 0; i < ids.Length; i++)
            others[i] = WordAt(ids[i]).Text!;
        return TextLikeness.Of(words, others);
    }

    private int Add(Entry entry)
    {
        if (_freeSlots.TryPop(out var slot))
            _entries[slot] = entry;
        else
        {
            slot = _entries.Count;
            _entries.Add(entry);
        }

        return _slots[entry.Number] = slot;
    }

    private int Intern(string text)
    {
        if (_ids.TryGetValue(text, out var id))
            return id;
        var word = new Word { Text = text, Weight = TextWords.Weight(text) };
        if (_freeWords.TryPop(out id))
            _words[id] = word;
        else
        {
            id = _words.Count;
            _words.Add(word);
        }

        return _ids[text] = id;
    }

    private void Drop(int number)
    {
        if (!_slots.Remove(number, out var slot))
            return;
        foreach (var id in At(slot).Words)
        {
            ref var word = ref WordAt(id);
            word.Remove(slot);
            if (word.Count > 0)
                continue;
            _ids.Remove(word.Text!);
            word = default;
            _freeWords.Push(id);
        }

        At(slot) = new Entry { Words = [] };
        _freeSlots.Push(slot);
    }

    // Neither may be held across an addition, which can move the list's array.
    private ref Entry At(int slot) => ref CollectionsMarshal.AsSpan(_entries)[slot];

    private ref Word WordAt(int id) => ref CollectionsMarshal.AsSpan(_words)[id];

    private struct Entry
    {
        public int Number;
        public int[] Words;
        public float Weight;
        public long Mark;
    }

    /// <summary>A word and the slots of the items that have it, ascending. Most words have one, so the array starts with room for one.</summary>
    private struct Word
    {
        public string? Text;
        public float Weight;
        public int Count;
        private int[]? _slots;

        public readonly ReadOnlySpan<int> Slots => _slots.AsSpan(0, Count);

        public void Add(int slot)
        {
            if (_slots is null)
                _slots = new int[1];
            else if (Count == _slots.Length)
                Array.Resize(ref _slots, Math.Max(4, Count * 3 / 2));
            var at = ~Slots.BinarySearch(slot);
            _slots.AsSpan(at, Count - at).CopyTo(_slots.AsSpan(at + 1));
            _slots[at] = slot;
            Count++;
        }

        public void Remove(int slot)
        {
            var at = Slots.BinarySearch(slot);
            _slots.AsSpan(at + 1, Count - at - 1).CopyTo(_slots.AsSpan(at));
            Count--;
        }
    }
}
