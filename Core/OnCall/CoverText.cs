using AsyncBot.Core.Messages;
using AsyncBot.Core.OnCall.Resolving;

namespace AsyncBot.Core.OnCall;

/// <summary>What the message shows that asks for cover, as things are now.</summary>
internal static class CoverText
{
    public static string ItemOf(Rotation rotation, int cover) => $"{rotation.Item} cover {cover}";

    public static Card Ask(Rotation rotation, Cover cover, Instant now)
    {
        Rich span = $"from {cover.Start} until {cover.End}";
        if (IsMoot(rotation, cover, now))
            return Dropped(rotation, cover);
        if (cover.TakenBy is { } taker)
        {
            var card = Card.Of($"🤝 {taker} covers for {cover.Asker} in {rotation.Name} {span}.");
            return cover.End > now ? card.With(new Button("Give it back", new GiveBackCover(rotation.Name, cover.Id))) : card;
        }

        return cover.End <= now
            ? Card.Of($"{cover.Asker} asked for cover in {rotation.Name} {span}. Nobody took it, and it is over.")
            : Card.Of(
                $"🙋 {cover.Asker} asks for cover in {rotation.Name} {span}. Until somebody takes it, it stays theirs.",
                new Button("Take it", new TakeCover(rotation.Name, cover.Id), ButtonStyle.Primary));
    }

    /// <summary>Whether it is to come, and there is nothing to cover any more.</summary>
    public static bool IsMoot(Rotation rotation, Cover cover, Instant now) =>
        cover.End > now && CoverEdit.Needed(rotation, cover, now).Count == 0;

    public static Card Dropped(Rotation rotation, Cover cover) =>
        Card.Of($"{cover.Asker} no longer needs cover in {rotation.Name} from {cover.Start} until {cover.End}.");
}
