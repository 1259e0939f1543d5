using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Playground;

/// <summary>Who is there, where they may be, and what they see. A call that is wrong is told what would be right.</summary>
public sealed class Access(PlaygroundDirectory directory, Transcript transcript)
{
    /// <summary>Somebody who is there, or who left.</summary>
    /// <exception cref="PlaygroundException">There is nobody of that name.</exception>
    public Resident Known(string person) => directory.Find(person)
        ?? throw new PlaygroundException($"there is nobody called {person}; there is {string.Join(", ", directory.People.Select(each => each.Id))}");

    /// <exception cref="PlaygroundException">There is nobody of that name, or they left.</exception>
    public Resident Resident(string person) => Known(person) is { IsGone: false } here
        ? here
        : throw new PlaygroundException($"{person} is gone; \"gone\":false to /playground/api/people brings them back");

    /// <summary>The conversation that a person means by <c>#team</c> or <c>dm</c>, if they may speak there.</summary>
    /// <exception cref="PlaygroundException">They may not.</exception>
    public ConversationId PlaceOf(string person, string place)
    {
        Resident(person);
        if (place == "dm")
            return ConversationId.Of(new PersonId(person));
        var room = RoomOf(place);
        if (!room.Members.Contains(person))
            throw new PlaygroundException($"{person} is not in #{room.Name}");
        if (room.IsArchived)
            throw new PlaygroundException($"#{room.Name} is archived");
        return ConversationId.Of(new ChannelId(room.Name));
    }

    /// <summary>The conversation, as it is written in messages, that a person may read; an archived one can still be read.</summary>
    /// <param name="person">Null for what every member sees.</param>
    /// <exception cref="PlaygroundException">They may not.</exception>
    public string Readable(string? person, string place)
    {
        if (person is not null)
            Resident(person);
        if (place == "dm")
            return place;
        var room = RoomOf(place);
        if (person is not null && !room.Members.Contains(person))
            throw new PlaygroundException($"{person} is not in #{room.Name}");
        return "#" + room.Name;
    }

    /// <summary>A message, for somebody who sees it.</summary>
    /// <exception cref="PlaygroundException">They don't.</exception>
    public async Task<ChatMessage> Visible(string person, string messageId, CancellationToken ct)
    {
        Resident(person);
        var message = await transcript.Find(messageId, ct);
        var isVisible = message switch
        {
            null => false,
            { To: { } to } => to == person,
            _ => directory.FindRoom(message.In[1..])?.Members.Contains(person) == true,
        };
        return isVisible ? message! : throw new PlaygroundException($"{person} sees no message {messageId}");
    }

    private Room RoomOf(string place) => directory.FindRoom(place.TrimStart('#'))
        ?? throw new PlaygroundException($"there is no channel {place}; there is {string.Join(", ", directory.Rooms.Select(room => "#" + room.Name))}");
}

/// <summary>A call that is wrong, with what would be right.</summary>
public sealed class PlaygroundException(string message, int status = StatusCodes.Status400BadRequest) : Exception(message)
{
    public int Status { get; } = status;
}
