using AsyncBot.Storage.LiteDb;

namespace AsyncBot.Storage.Tests.LiteDb;

public sealed class StoreSizeTests
{
    [TestCase(1_499_999_999, 1_499_999_999, false), TestCase(1_500_000_000, 0, true), TestCase(0, 1_500_000_000, true)]
    public void There_is_an_alarm_while_the_engine_still_has_room(long data, long log, bool isAlarming) =>
        Assert.That(new StoreSize(data, log).IsAlarming, Is.EqualTo(isAlarming));
}
