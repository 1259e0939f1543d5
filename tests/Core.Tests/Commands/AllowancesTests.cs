using AsyncBot.Core.Commands;
using AsyncBot.TestKit;

namespace AsyncBot.Core.Tests.Commands;

public class AllowancesTests
{
    private readonly SteppedTime _time = new();

    [Test]
    public void Each_has_an_allowance_of_its_own_that_comes_back_with_time()
    {
        var allowances = new Allowances<string>(3, 60, _time);

        Assert.That(Ask(allowances, "ana", 5), Is.EqualTo(3));
        Assert.That(Ask(allowances, "ben", 5), Is.EqualTo(3));
        _time.Pass(Duration.FromSeconds(2));
        Assert.That(Ask(allowances, "ana", 5), Is.EqualTo(2));
        _time.Pass(Duration.FromHours(1));
        Assert.That(Ask(allowances, "ana", 5), Is.EqualTo(3));
    }

    [Test]
    public void Many_strangers_give_nobody_more_than_their_allowance()
    {
        var allowances = new Allowances<int>(2, 1, _time);
        Assert.That(Ask(allowances, -1, 3), Is.EqualTo(2));

        for (var stranger = 0; stranger < 5_000; stranger++)
        {
            _time.Pass(Duration.FromMilliseconds(10));
            Assert.That(Ask(allowances, stranger, 3), Is.EqualTo(2));
        }

        // 50 s later not one more may be had, but after the minute one.
        Assert.That(Ask(allowances, -1, 1), Is.Zero);
        _time.Pass(Duration.FromSeconds(11));
        Assert.That(Ask(allowances, -1, 3), Is.EqualTo(1));
    }

    private static int Ask<TKey>(Allowances<TKey> allowances, TKey key, int times)
        where TKey : notnull => Enumerable.Range(0, times).Count(_ => allowances.Allows(key));
}
