using AsyncBot.Storage.LiteDb;

namespace AsyncBot.Storage.Tests.LiteDb;

public sealed class ReadCacheTests
{
    [Test]
    public void It_holds_as_much_as_it_may_and_lets_go_of_what_was_not_used()
    {
        var cache = new ReadCache<string>(100, _ => 10);
        for (var i = 0; i < 10; i++)
            cache.Set($"{i}", $"value {i}");
        cache.Find("0");
        cache.Find("2");

        for (var i = 10; i < 13; i++)
            cache.Set($"{i}", $"value {i}");

        Assert.That(cache.Bytes, Is.EqualTo(100));
        Assert.That(Enumerable.Range(0, 13).Count(i => cache.Find($"{i}") is not null), Is.EqualTo(10));
        Assert.That((cache.Find("0"), cache.Find("1"), cache.Find("2")), Is.EqualTo(("value 0", (string?)null, "value 2")));
    }

    [Test]
    public void A_new_version_takes_the_place_of_the_old()
    {
        var cache = new ReadCache<string>(100, value => value.Length);
        cache.Set("1", "long long");
        cache.Set("1", "short");

        Assert.That((cache.Find("1"), cache.Bytes), Is.EqualTo(("short", 5)));
    }

    [Test]
    public void What_comes_and_goes_leaves_nothing_behind()
    {
        var cache = new ReadCache<string>(100, _ => 10);
        for (var i = 0; i < 10_000; i++)
        {
            cache.Set("1", "value");
            cache.Remove("1");
        }

        Assert.That((cache.Find("1"), cache.Bytes), Is.EqualTo(((string?)null, 0)));
        Assert.That(cache.Traces, Is.LessThan(2000));
    }

    [Test]
    public void It_can_be_emptied_and_filled_again()
    {
        var cache = new ReadCache<string>(100, _ => 10);
        cache.Set("1", "value");
        cache.Clear();
        Assert.That((cache.Find("1"), cache.Bytes, cache.Traces), Is.EqualTo(((string?)null, 0, 0)));

        cache.Set("1", "another");
        Assert.That((cache.Find("1"), cache.Bytes), Is.EqualTo(("another", 10)));
    }

    [Test]
    public void What_is_larger_than_the_cache_is_not_kept()
    {
        var cache = new ReadCache<string>(5, value => value.Length);
        cache.Set("1", "too long for it");

        Assert.That((cache.Find("1"), cache.Bytes), Is.EqualTo(((string?)null, 0)));
    }
}
