using AsyncBot.Core.Commands;
using AsyncBot.Core.Home;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Ideas;

/// <summary>Everything that can be said about ideas, and what follows from it.</summary>
public static class IdeasFeature
{
    public static FeatureCatalog AddIdeas(this FeatureCatalog features) => features
        .Command<AddIdea, AddIdea.Handler>()
        .Command<ListIdeas, ListIdeas.Handler>()
        .Command<ShowIdea, ShowIdea.Handler>()
        .Command<SearchIdeas, SearchIdeas.Handler>()
        .Command<VoteForIdea, VoteForIdea.Handler>()
        .Command<UnvoteIdea, UnvoteIdea.Handler>()
        .Command<EditIdea, EditIdea.Handler>()
        .Command<MoveIdea, MoveIdea.Handler>()
        .Command<FinishIdea, FinishIdea.Handler>()
        .Command<DropIdea, DropIdea.Handler>()
        .Command<ReopenIdea, ReopenIdea.Handler>()
        .Command<MergeIdea, MergeIdea.Handler>()
        .Command<ShareIdea, ShareIdea.Handler>()
        .Command<DeleteIdea, DeleteIdea.Handler>()
        .Command<SetDigest, SetDigest.Handler>()
        .Command<CaptureIdea, CaptureIdea.Handler>()
        .Command<UncaptureIdea, UncaptureIdea.Handler>()
        .Shortcut(CaptureIdea.Shortcut)
        .Saying(new OtherVerbs(Idea.Kind)
            .For("done", "finish", "complete", "close")
            .For("vote", "upvote")
            .For("drop", "reject", "discard")
            .For("delete", "remove").Read)
        .Job<PostDigest, PostDigest.Handler>("digest")
        .Document(Idea.Type, IdeaUndo.Rules)
        .Document(Digest.Type, Digest.Undo)
        .Closes(Idea.Type)
        .Follower<Idea, IdeaFollower>(Idea.Type)
        .Follower<Digest, DigestFollower>(Digest.Type)
        .Part<IWorkspaceMemory, IdeaTexts>()
        .Part<IHomeSection, IdeasOnHome>()
        .Part<IPersonalData, IdeaData>()
        .Part<IZoneBound, DigestsInZone>()
        .Part<IReckonAnew, DigestFollower.Anew>();
}
