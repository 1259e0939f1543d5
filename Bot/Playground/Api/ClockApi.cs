using NodaTime.Text;

namespace AsyncBot.Bot.Playground.Api;

/// <summary>The calls that read and move the clock.</summary>
public sealed class ClockApi(PlaygroundClock clock, TimeTravel travel, Simulation simulation, MessageWriter writer)
{
    public IResult ReadClock() => ApiJson.Answer(new ClockAnswer(ApiJson.Of(clock.GetCurrentInstant()), clock.IsLive));

    public async Task<IResult> MoveClock(ClockBody body, CancellationToken ct)
    {
        RefuseBesideRealPeople();
        if (new object?[] { body.Now, body.Advance, body.Live }.Count(part => part is not null) != 1 || body.Live == false)
            throw new PlaygroundException("say one of now, advance, or live:true");
        if (body.Live is true)
        {
            await travel.RunOn(ct);
            return ApiJson.Answer(new ClockAnswer(ApiJson.Of(clock.GetCurrentInstant()), Messages: []));
        }

        var messages = await travel.To(now => Forward(now, body.Now is { } instant ? InstantOf(instant) : Advanced(now, body.Advance!)), ct);
        return ApiJson.Answer(new ClockAnswer(ApiJson.Of(clock.GetCurrentInstant()), Messages: writer.Write(messages)));
    }

    /// <summary>To the next thing that anybody will see.</summary>
    public async Task<IResult> ToNext(CancellationToken ct)
    {
        RefuseBesideRealPeople();
        return ApiJson.Answer(new ClockAnswer(Messages: writer.Write(await travel.ToNext(ct)), Now: ApiJson.Of(clock.GetCurrentInstant())));
    }

    private void RefuseBesideRealPeople()
    {
        if (!clock.IsMovable)
        {
            throw new PlaygroundException(
                "a real chat platform is configured, and its people live in real time, so the clock can't be moved",
                StatusCodes.Status409Conflict);
        }
    }

    private Instant Forward(Instant now, Instant target) => target >= now || !simulation.HasSpoken
        ? target
        : throw new PlaygroundException($"the clock goes only forward once something was said; it is {ApiJson.Of(now)}. Reset starts anew");

    private static Instant InstantOf(string text)
    {
        if (InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant })
            return Sane(instant);
        return OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true, Value: var moment }
            ? Sane(moment.ToInstant())
            : throw new PlaygroundException($"now is {text}: say for example 2026-03-08T06:59:00Z");
    }

    private static Instant Advanced(Instant now, string text)
    {
        if (PeriodPattern.NormalizingIso.Parse(text) is not { Success: true, Value: var period })
            throw new PlaygroundException($"advance is {text}: say for example PT90M or P30D");
        try
        {
            var target = now.InUtc().LocalDateTime.Plus(period).InUtc().ToInstant();
            return target >= now
                ? Sane(target)
                : throw new PlaygroundException($"advance is {text}, and the clock goes forward only: say for example PT90M or P30D");
        }
        catch (Exception error) when (error is OverflowException or ArgumentOutOfRangeException)
        {
            throw new PlaygroundException($"advance is {text}, and the clock ends with the year 2200: say less");
        }
    }

    private static Instant Sane(Instant instant) => instant.InUtc().Year is >= 1970 and <= 2200
        ? instant
        : throw new PlaygroundException("the clock goes from 1970 to 2200");
}
