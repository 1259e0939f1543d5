using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.OnCall;

/// <summary>Finds the rotation that a text begins with, or the one that is meant where none is named.</summary>
/// <param name="Rest">What stands behind its name, to the letter.</param>
/// <param name="Refusal">Null where one was found.</param>
internal sealed record RotationWords(Stored<Rotation>? Rotation, string Rest, Reply? Refusal)
{
    public static async Task<RotationWords> First(Turn turn, string text)
    {
        var (name, rest) = Cut(text);
        return name.Length > 0 && await RotationBook.Find(turn, name) is { } found
            ? new RotationWords(found, rest, null)
            : new RotationWords(null, text, await RotationBook.NotFound(turn, name));
    }

    /// <summary>Without a name it is the one of this channel, or the only one in which the caller takes turns.</summary>
    /// <param name="example">Of the same with a name.</param>
    public static async Task<RotationWords> FirstOrOnly(Turn turn, string text, Func<string, string> example)
    {
        var (name, rest) = Cut(text);
        if (name.Length > 0 && await RotationBook.Find(turn, name) is { } named)
            return new RotationWords(named, rest, null);
        var me = turn.Caller.Person;
        var here = turn.Caller.Conversation.Channel is null ? [] : await RotationBook.With(turn, me, turn.Caller.Conversation);
        var all = here.Count > 0 ? here
            : [.. (await RotationBook.With(turn, me, ConversationId.Of(me))).Where(each => each.Value.HasPart(me, turn.Now))];
        if (all.Count == 1)
            return new RotationWords(all[0], text.Trim(), null);
        if (all.Count == 0)
            all = await RotationBook.All(turn, me);
        return new RotationWords(null, text, all.Count == 0
            ? Reply.Refuse($"There is no rotation yet. Try: {new Typed(NewRotation.Example)}")
            : Reply.Refuse($"Which rotation: {RotationBook.Names(all)}? Try: {new Typed(example(all[0].Value.Name))}"));
    }

    /// <summary>Whether a rotation of that name is found by it, wherever it stands in a sentence.</summary>
    public static bool IsFound(string name) => Cut(name) == (name, "");

    private static (string Name, string Behind) Cut(string text)
    {
        text = text.Trim();
        var end = text.IndexOfAny([' ', '\t', '\r', '\n']);
        return (NameIn(end < 0 ? text : text[..end]), end < 0 ? "" : text[end..].Trim());
    }

    /// <summary>A word without the signs that people put around a name.</summary>
    public static string NameIn(string word) => word.Trim('"', '“', '”', ':', ',', '?');
}
