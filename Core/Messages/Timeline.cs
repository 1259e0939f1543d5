using System.Text.Json.Serialization;

namespace AsyncBot.Core.Messages;

/// <summary>Who has something when: a lane for each person or layer, over days on the reader's own clock.</summary>
/// <param name="From">Where the picture begins; best midnight on the reader's clock, so that it shows whole days.</param>
/// <param name="To">Where it ends; the first moment that is not shown.</param>
/// <param name="Now">Marked by a line; null for none.</param>
public sealed record Timeline(Rich Title, Instant From, Instant To, Instant? Now, IReadOnlyList<Lane> Lanes) : Chart(Title)
{
    [JsonIgnore]
    public override IEnumerable<Rich> Texts =>
        [Title, .. Lanes.Select(lane => lane.Name), .. Lanes.SelectMany(lane => lane.Bars).Select(bar => bar.Label).OfType<Rich>()];
}

/// <param name="Name">Who or what it is of: <c>$"{person}"</c>, or a layer's name.</param>
/// <param name="Bars">In order; what begins before the picture or ends after it is cut at its edge.</param>
public sealed record Lane(Rich Name, IReadOnlyList<Bar> Bars);

/// <param name="Whose">Gives it this person's colour; null for the colour of its lane.</param>
/// <param name="Label">Who has it, where the lane does not say so; several names for several people.</param>
public sealed record Bar(Instant From, Instant To, PersonId? Whose = null, Rich? Label = null, BarKind Kind = BarKind.Usual);

public enum BarKind
{
    Usual,

    /// <summary>Not as the rule has it: somebody changed it, for example by an override or a cover.</summary>
    Changed,

    /// <summary>Nobody has it.</summary>
    Gap,
}
