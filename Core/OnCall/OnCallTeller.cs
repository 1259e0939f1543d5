using AsyncBot.Core.Attention;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Tells a channel of each handoff, whoever comes on call that they do, and of longer shifts ahead of time.</summary>
public sealed class OnCallTeller : ITell
{
    public async Task<IReadOnlyList<News>> Of(Turn turn, ConversationId to)
    {
        var all = new List<News>();
        foreach (var stored in await turn.Query(Rotation.Type, Rotation.With(to)))
        {
            var rotation = stored.Value;
            var (before, told) = await Told.Find(turn, rotation);
            var news = await ToTell.Of(turn, rotation);
            told = told.In(news.Now);
            if ((to.Person is { } person ? ToPerson(turn, rotation, told, news, person) : ToChannel(rotation, told, news)) is not { } each)
                continue;
            all.Add(new News(
                rotation.Item,
                each.MayWait,
                new Card(null, each.Blocks),
                each.Blocks,
                _ =>
                {
                    Told.Keep(turn, before, each.After);
                    return Task.CompletedTask;
                },
                hold =>
                {
                    LookOnCall.Tell(turn, rotation.Key, hold.Until, to);
                    return Task.CompletedTask;
                },
                DateTimeZoneProviders.Tzdb[rotation.Zone],
                to.Channel is null ? "oncall mine" : "oncall"));
        }

        return all;
    }

    private static Piece? ToChannel(Rotation rotation, Told told, ToTell news)
    {
        if (!news.IsNewsToChannel(told))
            return null;
        var now = news.Now.Now;
        if (now.IsGap)
            return new Piece(false, [new Paragraph($"⏸️ {rotation.Name} is paused: nobody is on call.")], told with { Channel = [] });
        var relieved = (told.Channel ?? []).Where(person => !now.Has(person)).ToList();
        Rich after = relieved.Count > 0 ? (Rich)$", after {OnCallText.Names(relieved)}" : Rich.Empty;
        var verb = now.Seats.Count == 1 ? "is" : "are";
        Rich who = $"🔁 {OnCallText.Names(now)} {verb} on call for {rotation.Name}{Special(rotation, now, isOwn: false)}";
        return new Piece(
            false,
            [new Paragraph($"{who}{OnCallText.Until(news.Now.TurnEnd, now.Start)}{after}.")],
            told with { Channel = [.. now.Seats.Select(seat => seat.Person)], Turn = news.Now.TurnEnd });
    }

    private static Piece? ToPerson(Turn turn, Rotation rotation, Told told, ToTell news, PersonId person)
    {
        var blocks = new List<Block>();
        var now = news.Now.Now;
        var after = told;
        var isOn = news.Incoming(told).Contains(person);
        if (isOn)
        {
            Rich next = news.Now.Next is { } coming ? (Rich)$" Then: {OnCallText.Names(coming)}." : Rich.Empty;
            Rich you = $"📟 You are on call for {rotation.Name}{Special(rotation, now, isOwn: true)}{OnCallText.Until(news.Now.TurnEnd, turn.Now)}.{next}";
            blocks.Add(new Section(you, new Button("Ask for cover", AskCover.Of(rotation, turn.Now, news.Now.TurnEnd))));
            after = after with { People = [.. told.People.Where(now.Has), person], Turn = news.Now.TurnEnd };
        }

        var ahead = news.HeadsUps(told).Where(each => each.Person == person).ToList();
        blocks.AddRange(ahead.Select(each => new Section(
            $"📅 Ahead: you are on call for {rotation.Name} {OnCallText.Span(new Interval(each.Start, each.End), turn.Now)}.",
            new Button("Ask for cover", AskCover.Of(rotation, each.Start, each.End)))));
        if (blocks.Count == 0)
            return null;
        blocks.Add(new Buttons([new Button("My shifts", new ShowMyShifts())]));
        return new Piece(!isOn, blocks, after with
        {
            HeadsUps = [.. told.HeadsUps.Where(each => each.End > turn.Now), .. ahead],
        });
    }

    /// <summary>What decided it, where that is not just the turns.</summary>
    private static Rich Special(Rotation rotation, Resolving.Stretch now, bool isOwn)
    {
        var whys = now.Seats.Select(seat => seat.Why).Where(why => why.Kind != Resolving.ReasonKind.Layer).Distinct().ToList();
        return whys.Count == 0 ? Rich.Empty : (Rich)$" ({Rich.Join("; ", whys.Select(why => OnCallText.Why(rotation, why, isOwn)))})";
    }

    private sealed record Piece(bool MayWait, IReadOnlyList<Block> Blocks, Told After);
}
