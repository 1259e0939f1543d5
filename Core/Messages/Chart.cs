using System.Text.Json.Serialization;

namespace AsyncBot.Core.Messages;

/// <summary>
/// A picture as a feature describes it: what there is to see, and nothing of how. It is drawn when it is delivered, and
/// <see cref="ChartText"/> says the same in words wherever nobody can see it.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Timeline), "timeline")]
[JsonDerivedType(typeof(Participation), "participation")]
public abstract record Chart(Rich Title)
{
    /// <summary>All that is written in it.</summary>
    [JsonIgnore]
    public virtual IEnumerable<Rich> Texts => [Title];

    /// <summary>Everybody who is named in it.</summary>
    [JsonIgnore]
    public IEnumerable<PersonId> People => Texts.SelectMany(text => text.Parts).OfType<Mention>().Select(mention => mention.Person).Distinct();

    /// <summary>Every channel that is named in it.</summary>
    [JsonIgnore]
    public IEnumerable<ChannelId> Channels => Texts.SelectMany(text => text.Parts).OfType<ChannelName>().Select(name => name.Channel).Distinct();
}
