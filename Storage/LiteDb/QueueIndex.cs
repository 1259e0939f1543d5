namespace AsyncBot.Storage.LiteDb;

/// <summary>
/// What one queue hands out next, in memory. The file has one owner, so leases need not be on disk: after a kill
/// everything unacknowledged is due at once. A lane offers at most its first thing, so a thousand that wait behind it cost nothing.
/// </summary>
internal sealed class QueueIndex(TimeProvider time, Func<long> nextFence)
{
    private readonly Dictionary<(WorkspaceId, string Id), QueueItem> _items = [];
    private readonly Dictionary<(WorkspaceId, string Lane), QueueLane> _lanes = [];
    private readonly Offers _offers = new();
    private readonly HashSet<QueueLane> _undecided = []; // their first thing is another at another time
    private readonly SortedSet<QueueItem> _parked = new(Offers.InOrder);
    private PriorityQueue<(QueueItem Item, long Fence), long> _expiries = new();
    private int _held;
    private long _asked = long.MinValue;

    public QueueItem? Find(WorkspaceId workspace, string id) => _items.GetValueOrDefault((workspace, id));

    public IEnumerable<QueueItem> Of(WorkspaceId workspace) => _items.Values.Where(item => item.Workspace == workspace);

    /// <summary>Whether the lease may still end its thing: nobody else got it, and it was not ended before.</summary>
    public bool Holds(Lease lease) => Find(lease.Workspace, lease.Id) is { ParkedFor: null, Fence: not 0 } item && item.Fence == lease.Fence;

    public void Add(QueueItem item)
    {
        _items.Add((item.Workspace, item.Id), item);
        if (item.ParkedFor is null)
            Wait(item);
        else
            _parked.Add(item);
    }

    public void Remove(QueueItem item)
    {
        _items.Remove((item.Workspace, item.Id));
        if (item.ParkedFor is null)
            Leave(item);
        else
            _parked.Remove(item);
    }

    public void Retry(QueueItem item, long at)
    {
        Leave(item);
        item.Fence = 0;
        item.NotBefore = at;
        Wait(item);
    }

    public void Release(QueueItem item)
    {
        Leave(item);
        item.Fence = 0;
        item.Attempts--;
        Wait(item);
    }

    public void Park(QueueItem item, string reason)
    {
        Leave(item);
        item.Fence = 0;
        item.ParkedFor = reason;
        _parked.Add(item);
    }

    public List<QueueItem> Parked(WorkspaceId workspace) => [.. _parked.Where(item => item.Workspace == workspace)];

    public long? NextDue()
    {
        Expire();
        return _offers.NextDue();
    }

    public List<QueueItem> Take(long due, int max, TimeSpan lease)
    {
        Expire();
        AskFor(due);
        var taken = new List<QueueItem>();
        var lanes = new HashSet<QueueLane>();
        var until = time.GetTimestamp() + (long)(lease.TotalSeconds * time.TimestampFrequency);
        while (taken.Count < max && _offers.First(due) is { } next)
        {
            taken.Add(next);
            if (Lane(next) is not { } lane)
                _offers.Remove(next);
            else
            {
                Withdraw(lane);
                lane.Remove(next);
                lane.Held++;
                lanes.Add(lane);
                Offer(lane); // to this taker, and only until the end of this call
            }
            next.IsHeld = true;
            _held++;
            next.Attempts++;
            next.Fence = nextFence();
            _expiries.Enqueue((next, next.Fence), until);
        }
        foreach (var lane in lanes)
            Withdraw(lane);
        return taken;
    }

    /// <summary>Takes back what was handed out but never reached its taker, because something in it can't be read; that one stays away.</summary>
    public void TakeBack(IEnumerable<(WorkspaceId Workspace, string Id, long Fence, bool Unreadable)> leases)
    {
        foreach (var lease in leases)
            if (Find(lease.Workspace, lease.Id) is { } item && item.Fence == lease.Fence && item.IsHeld)
            {
                Leave(item);
                item.Fence = 0;
                item.Attempts--;
                item.IsSetAside = lease.Unreadable;
                if (!item.IsSetAside)
                    Wait(item);
            }
    }

    /// <summary>Most leases end long before they would run out; what they left behind goes when there is much of it.</summary>
    private void ForgetEnded()
    {
        if (_expiries.Count <= 2 * _held + 1_000)
            return;
        _expiries = new(_expiries.UnorderedItems.Where(expiry => IsUnderway(expiry.Element)));
    }

    private static bool IsUnderway((QueueItem Item, long Fence) lease) => lease.Item.IsHeld && lease.Item.Fence == lease.Fence;

    private void Expire()
    {
        ForgetEnded();
        var now = time.GetTimestamp();
        while (_expiries.TryPeek(out var first, out var until) && until <= now)
        {
            _expiries.Dequeue();
            if (IsUnderway(first))
            {
                Leave(first.Item);
                Wait(first.Item);
            }
        }
    }

    /// <summary>The thing stands in line. A lease that ran out keeps its fence: until somebody else gets the thing, it may still end it.</summary>
    private void Wait(QueueItem item)
    {
        if (item.Lane.Length == 0)
        {
            _offers.Add(item);
            return;
        }
        if (Lane(item) is not { } lane)
            _lanes[(item.Workspace, item.Lane)] = lane = new QueueLane();
        lane.Add(item);
        Refresh(lane);
    }

    /// <summary>The thing is neither waiting nor held any more.</summary>
    private void Leave(QueueItem item)
    {
        var wasHeld = item.IsHeld;
        item.IsHeld = false;
        if (wasHeld)
            _held--;
        if (item.IsSetAside)
            return;
        if (Lane(item) is not { } lane)
        {
            _offers.Remove(item);
            return;
        }
        Withdraw(lane);
        if (wasHeld)
            lane.Held--;
        else
            lane.Remove(item);
        if (lane.Held == 0 && lane.IsEmpty)
            _lanes.Remove((item.Workspace, item.Lane));
        else
            Refresh(lane);
    }

    private QueueLane? Lane(QueueItem item) =>
        item.Lane.Length == 0 ? null : _lanes.GetValueOrDefault((item.Workspace, item.Lane));

    private void Refresh(QueueLane lane)
    {
        Withdraw(lane);
        if (lane.Held == 0)
            Offer(lane);
    }

    private void Offer(QueueLane lane)
    {
        lane.Offered = lane.First(_asked);
        if (lane.Offered is not null)
            _offers.Add(lane.Offered);
        if (lane.DependsOnTheTime)
            _undecided.Add(lane);
    }

    private void Withdraw(QueueLane lane)
    {
        if (lane.Offered is not null)
            _offers.Remove(lane.Offered);
        lane.Offered = null;
        _undecided.Remove(lane);
    }

    private void AskFor(long due)
    {
        _asked = due;
        foreach (var lane in _undecided.ToList())
            Refresh(lane);
    }

    /// <summary>
    /// The things of one lane that wait. What was handed out before may have reached its reader, so it stays before what was not:
    /// that can have been committed later and still be due earlier, by a turn that began earlier.
    /// </summary>
    private sealed class QueueLane
    {
        private readonly SortedSet<QueueItem> _tried = new(Offers.InOrder);
        private readonly SortedSet<QueueItem> _fresh = new(Offers.InOrder);

        public int Held { get; set; }

        /// <summary>Its first thing, while nothing of the lane is held.</summary>
        public QueueItem? Offered { get; set; }

        public bool IsEmpty => _tried.Count == 0 && _fresh.Count == 0;

        public bool DependsOnTheTime => _tried.Min is { } tried && _fresh.Min is { } fresh && Offers.InOrder.Compare(fresh, tried) < 0;

        public void Add(QueueItem item) => (item.Attempts > 0 ? _tried : _fresh).Add(item);

        public void Remove(QueueItem item)
        {
            if (!_tried.Remove(item))
                _fresh.Remove(item);
        }

        /// <param name="now">
        /// Where what was tried falls due only after it, because the bot's clock was set back, it holds up nothing that is due before.
        /// </param>
        public QueueItem? First(long now) => DependsOnTheTime && _tried.Min!.Due > now ? _fresh.Min : _tried.Min ?? _fresh.Min;
    }
}
