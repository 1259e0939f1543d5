using AsyncBot.Core.Commands;
using AsyncBot.Core.Jobs;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Everything that can be said about ideas, and what follows from it.</summary>
public static class IdeasFeature
{
    public static CommandCatalog AddIdeas(this CommandCatalog commands) => commands
        .Add<AddIdea, AddIdea.Handler>()
        .Add<ListIdeas, ListIdeas.Handler>()
        .Add<ShowIdea, ShowIdea.Handler>()
        .Add<SearchIdeas, SearchIdeas.Handler>()
        .Add<VoteForIdea, VoteForIdea.Handler>()
        .Add<UnvoteIdea, UnvoteIdea.Handler>()
        .Add<EditIdea, EditIdea.Handler>()
        .Add<MoveIdea, MoveIdea.Handler>()
        .Add<FinishIdea, FinishIdea.Handler>()
        .Add<DropIdea, DropIdea.Handler>()
        .Add<ReopenIdea, ReopenIdea.Handler>()
        .Add<MergeIdea, MergeIdea.Handler>()
        .Add<ShareIdea, ShareIdea.Handler>()
        .Add<DeleteIdea, DeleteIdea.Handler>()
        .Add<SetDigest, SetDigest.Handler>()
        .Add<CaptureIdea, CaptureIdea.Handler>()
        .Add<UncaptureIdea, UncaptureIdea.Handler>();

    public static JobCatalog AddIdeas(this JobCatalog jobs) => jobs
        .Add<PostDigest, PostDigest.Handler>("digest")
        .Add<ClearClosedIdeas, ClearClosedIdeas.Handler>("clear closed ideas");

    public static DocumentCatalog AddIdeas(this DocumentCatalog documents, IdeaTexts texts) => documents
        .Add(Idea.Type, IdeaUndo.Rules, new IdeaFollower(texts))
        .Add(Digest.Type, new UndoRules<Digest>(digest => $"the digest", _ => "idea digest", digest => digest.Home, digest => $"{digest.By} {digest.When.Rule} {digest.When.Start} {digest.When.Zone}"), new DigestFollower());
}
