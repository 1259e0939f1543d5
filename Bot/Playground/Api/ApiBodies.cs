using System.Text.Json.Serialization;

namespace AsyncBot.Bot.Playground.Api;

/// <summary>What the API takes; see README for the calls.</summary>
public sealed record SayBody(string As, string In, string Text, string? Thread = null, string? Key = null);

public sealed record ShortcutBody(string As, string Message, string Name);

public sealed record PressBody(string As, string Message, string Button);

public sealed record SubmitBody(string As, string Form, IReadOnlyDictionary<string, string> Values);

/// <param name="Remove">Takes the emoji away instead.</param>
public sealed record ReactBody(string As, string Message, string Emoji, bool Remove = false);

public sealed record PresenceBody(string Person, string Presence);

public sealed record PersonBody(string Id, string? Name = null, string? Zone = null, bool? Gone = null);

public sealed record ChannelBody(string Name, IReadOnlyList<string>? Members = null, bool? Archived = null);

/// <summary>Exactly one of these.</summary>
public sealed record ClockBody(string? Now = null, string? Advance = null, bool? Live = null);

public sealed record ResetBody;

public sealed record TalkAnswer(IReadOnlyList<MessageJson> Messages);

public sealed record ErrorAnswer(string Error);

public sealed record ErrorsAnswer(IReadOnlyDictionary<string, string> Errors);

public sealed record PeopleAnswer(IReadOnlyList<PersonJson> People);

/// <param name="Hours">Monday to Friday, on the person's own clock.</param>
public sealed record PersonJson(string Id, string Name, string Zone, string Hours, string Presence, bool Admin, bool Gone);

public sealed record ClockAnswer(
    string Now,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Live = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<MessageJson>? Messages = null);
