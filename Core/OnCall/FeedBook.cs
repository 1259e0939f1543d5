using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Gives people the addresses of their calendars.</summary>
public static class FeedBook
{
    /// <summary>
    /// The caller's address of a calendar, with what to know about it, and the button that makes a new one. It is made where there is none yet.
    /// </summary>
    /// <param name="rotation">Null for their own shifts in all rotations.</param>
    public static async Task<(Rich Line, Button Renew)> Link(Turn turn, ICalendarHost host, Rotation? rotation)
    {
        var person = turn.Caller.Person;
        if (await turn.Find(Feed.Type, Feed.IdOf(person, rotation?.Key)) is not { Value: var feed })
            turn.Create(Feed.Type, feed = Feed.New(person, rotation?.Key, turn.Now));
        return (Said(turn, host, feed, rotation), new Button("New link", new RenewCalendar(rotation?.Name)));
    }

    /// <summary>Answers for the rotation that is meant; for the caller's own shifts where none is.</summary>
    public static async Task<Reply> Of(Turn turn, string? name, Func<Rotation?, Task<Reply>> answer)
    {
        if (name is null)
            return await answer(null);
        return await RotationBook.Find(turn, name) is { Value: var rotation } ? await answer(rotation) : await RotationBook.NotFound(turn, name);
    }

    /// <summary>Makes a new address; the old one shows nothing from then on.</summary>
    public static async Task<Rich> Renew(Turn turn, ICalendarHost host, Rotation? rotation)
    {
        var feed = Feed.New(turn.Caller.Person, rotation?.Key, turn.Now);
        if (await turn.Find(Feed.Type, Feed.Type.IdOf(feed)) is { } before)
            turn.Change(Feed.Type, before, feed);
        else
            turn.Create(Feed.Type, feed);
        return Said(turn, host, feed, rotation);
    }

    private static Rich Said(Turn turn, ICalendarHost host, Feed feed, Rotation? rotation)
    {
        var address = host.AddressOf(new FeedToken(turn.Caller.Workspace, feed.Secret));
        var whose = rotation is null ? (Rich)$"Your shifts for your calendar app" : $"{rotation.Name} for your calendar app";
        var reach = host.IsPublic ? Rich.Empty : (Rich)$" It works on this machine only, as long as the bot’s setting PublicUrl is empty.";
        return $"{whose}: {new Link(address, "calendar link")}. Whoever has it can read it, so keep it to yourself.{reach}";
    }
}
