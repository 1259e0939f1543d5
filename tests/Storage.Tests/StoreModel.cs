using AsyncBot.Core.Documents;

namespace AsyncBot.Storage.Tests;

/// <summary>What a store does, said as plainly as possible: lists that are searched from end to end.</summary>
internal sealed class StoreModel
{
    private readonly Dictionary<string, (StoreContract.Note Value, long Version)> _notes = [];
    private readonly List<Thing> _things = [];
    private int _sequence;
    private Instant? _asked;

    public (StoreContract.Note Value, long Version)? Find(string id) => _notes.TryGetValue(id, out var note) ? note : null;

    public string Query(Slice slice)
    {
        var found = _notes.Values
            .SelectMany(note => Keys(note.Value, slice.Index).Distinct().Select(key => (key, Sort: SortKey.Of(note.Value.Rank), note.Value.Id)))
            .Where(entry => entry.key == slice.Key)
            .Where(entry => slice.From is null || string.CompareOrdinal(entry.Sort, slice.From) >= 0)
            .Where(entry => slice.To is null || string.CompareOrdinal(entry.Sort, slice.To) < 0)
            .OrderBy(entry => entry.Sort, StringComparer.Ordinal).ThenBy(entry => entry.Id, StringComparer.Ordinal);
        return string.Join(' ', (slice.Newest ? found.Reverse() : found).Take(slice.Take).Select(entry => entry.Id));
    }

    /// <returns>Whether the store must accept it.</returns>
    public bool Commit(Batch batch)
    {
        foreach (var write in batch.Writes.OfType<DocumentWrite>())
            if ((Find(write.Id)?.Version ?? 0) != write.Expected)
                return false;
        var leases = batch.Writes.Select(LeaseOf).OfType<Lease>().ToList();
        if (leases.Any(lease => !_things.Any(thing => thing.Id == lease.Id && thing.Fence == lease.Fence)) || leases.DistinctBy(lease => lease.Id).Count() < leases.Count)
            return false;

        foreach (var write in batch.Writes.OrderBy(write => LeaseOf(write) is null))
            Apply(write);
        return true;
    }

    public Instant? NextDue() => Heads([]).Select(thing => (Instant?)thing.ReadyAt).Min();

    public IReadOnlyList<(string Id, int Attempt)> Take(Instant due, int max)
    {
        _asked = due;
        var taken = new List<Thing>();
        while (taken.Count < max && Heads(taken).Where(thing => thing.ReadyAt <= due).Order(Comparer<Thing>.Create(InOrder)).FirstOrDefault() is { } next)
            taken.Add(next);
        foreach (var thing in taken)
            (thing.IsHeld, thing.Attempt) = (true, thing.Attempt + 1);
        return [.. taken.Select(thing => (thing.Id, thing.Attempt))];
    }

    public void Took(Lease lease) => _things.Single(thing => thing.Id == lease.Id).Fence = lease.Fence;

    public string Parked() => string.Join(' ', _things.Where(thing => thing.Parked is not null).OrderBy(thing => thing, Comparer<Thing>.Create(InOrder)).Select(thing => thing.Id));

    public void LetLeasesRunOut() => _things.ForEach(thing => thing.IsHeld = false);

    /// <summary>Leases are gone, and so are the attempts since the last retry.</summary>
    public void Restart()
    {
        _asked = null;
        foreach (var thing in _things)
            (thing.IsHeld, thing.Fence, thing.Attempt) = (false, -1, thing.Parked is null ? thing.CommittedAttempt : thing.Attempt);
    }

    private static string[] Keys(StoreContract.Note note, string index) =>
        index == "tag" ? [.. note.Tags ?? []] : note.Author is { } author ? [author] : [];

    private static Lease? LeaseOf(Write write) => write switch
    {
        AckItem ack => ack.Lease,
        RetryItem retry => retry.Lease,
        ParkItem park => park.Lease,
        _ => null,
    };

    private void Apply(Write write)
    {
        switch (write)
        {
            case PutDocument put:
                _notes[put.Id] = ((StoreContract.Note)put.Body, put.Expected + 1);
                break;
            case DeleteDocument delete:
                _notes.Remove(delete.Id);
                break;
            case EnqueueItem enqueue when !_things.Any(thing => thing.Id == enqueue.Id):
                _things.Add(new Thing(enqueue.Id, enqueue.Lane, enqueue.Due, _sequence++) { ReadyAt = enqueue.Due });
                break;
            case CancelItem cancel:
                _things.RemoveAll(thing => thing.Id == cancel.Id);
                break;
            case AckItem ack:
                _things.RemoveAll(thing => thing.Id == ack.Lease.Id);
                break;
            case RetryItem retry:
                var retried = _things.Single(thing => thing.Id == retry.Lease.Id);
                (retried.IsHeld, retried.Fence, retried.CommittedAttempt, retried.ReadyAt) = (false, -1, retried.Attempt, Instant.Max(retried.Due, retry.At));
                break;
            case ParkItem park:
                var parked = _things.Single(thing => thing.Id == park.Lease.Id);
                (parked.IsHeld, parked.Fence, parked.Parked) = (false, -1, park.Reason);
                break;
        }
    }

    /// <summary>What stands in no lane, and the first thing of each lane that nobody holds, but for the one who is taking.</summary>
    private IEnumerable<Thing> Heads(IReadOnlyCollection<Thing> taken)
    {
        var waiting = _things.Where(thing => thing is { IsHeld: false, Parked: null } && !taken.Contains(thing)).ToList();
        var held = _things.Where(thing => thing.IsHeld).Select(thing => thing.Lane).ToHashSet();
        return waiting.Where(thing => thing.Lane == "" || (!held.Contains(thing.Lane) && FirstOf(waiting.Where(other => other.Lane == thing.Lane)) == thing));
    }

    private Thing? FirstOf(IEnumerable<Thing> lane) =>
        lane.OrderBy(thing => thing.Attempt > 0 && thing.Due <= _asked ? 0 : 1).ThenBy(thing => thing, Comparer<Thing>.Create(InOrder)).FirstOrDefault();

    private static int InOrder(Thing one, Thing other) => one.Due != other.Due ? one.Due.CompareTo(other.Due) : one.Sequence.CompareTo(other.Sequence);

    private sealed class Thing(string id, string lane, Instant due, int sequence)
    {
        public string Id { get; } = id;

        public string Lane { get; } = lane;

        public Instant Due { get; } = due;

        public int Sequence { get; } = sequence;

        public Instant ReadyAt { get; set; }

        public int Attempt { get; set; }

        public int CommittedAttempt { get; set; }

        public long Fence { get; set; } = -1;

        public bool IsHeld { get; set; }

        public string? Parked { get; set; }
    }
}
