using System.Collections;
using System.Globalization;

namespace AsyncBot.Bot.Slack.Api;

/// <summary>What a call says, as the form fields that every method of Slack takes; nested values are JSON texts.</summary>
public sealed class SlackArguments : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _fields = [];

    public static SlackArguments None => [];

    /// <summary>The channel whose pace the call keeps, for methods that Slack limits by channel.</summary>
    public string? Channel => _fields.Find(each => each.Key == "channel").Value;

    /// <summary>Leaves out what is null.</summary>
    public void Add(string name, string? value)
    {
        if (value is not null)
            _fields.Add(KeyValuePair.Create(name, value));
    }

    public void Add(string name, bool value) => Add(name, value ? "true" : "false");

    public void Add(string name, long value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
