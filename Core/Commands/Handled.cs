using System.Text.Json.Serialization;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Commands;

/// <summary>That something was already handled, and what was answered. Kept longer than any platform repeats itself.</summary>
/// <param name="Key">Names the delivery, or the press of a button that makes something new.</param>
public sealed record Handled(string Key, PersonId Person, string Turn, Reply Reply, Instant Until) : IExpires
{
    private const string Kind = "inbound";
    private const string ButtonKey = "button ";

    private static readonly Duration Kept = Duration.FromHours(24);

    public static readonly DocumentType<Handled> Type = new(Kind, handled => handled.Key, Expiry.Index<Handled>());

    /// <summary>The same without what was said and who said it.</summary>
    [JsonIgnore]
    public Handled Nameless => this with { Person = PersonId.Former, Reply = Reply.Nothing };

    /// <summary>A button that makes something new is handled once, however the platform numbers the clicks.</summary>
    public static string? KeyOf(Inbound inbound, CommandShape? shape) =>
        shape is { IsOnce: true } && inbound.Content is InboundContent.Call { Button: { } button } ? $"{ButtonKey}{button} {inbound.Person}" : inbound.Key;

    public static bool IsOfButton(string? key) => key?.StartsWith(ButtonKey, StringComparison.Ordinal) == true;

    /// <summary>Keeps an answer in the turn that gives it.</summary>
    public static void Keep(Turn turn, string key, Reply reply) =>
        Expiry.Create(turn, Type, new Handled(key, turn.Caller.Person, turn.Id, reply, turn.Now + Kept));

    /// <summary>What is thrown where the same delivery came twice at once, and the other was faster.</summary>
    public static ConflictException Conflict(string key) => new($"{Kind} {key}");

    public static bool IsConflict(string? key, ConflictException conflict) => key is not null && conflict.What == $"{Kind} {key}";
}
