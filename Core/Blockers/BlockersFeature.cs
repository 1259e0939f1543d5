using AsyncBot.Core.Attention;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Home;
using AsyncBot.Core.People;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Blockers;

/// <summary>Everything that can be said about blockers, and what follows from it.</summary>
public static class BlockersFeature
{
    public static FeatureCatalog AddBlockers(this FeatureCatalog features) => features
        .Command<AddBlocker, AddBlocker.Handler>()
        .Command<ListBlockers, ListBlockers.Handler>()
        .Command<ShowBlocker, ShowBlocker.Handler>()
        .Command<TakeBlocker, TakeBlocker.Handler>()
        .Command<NeedHelp, NeedHelp.Handler>()
        .Command<NoteOnBlocker, NoteOnBlocker.Handler>()
        .Command<FinishBlocker, FinishBlocker.Handler>()
        .Command<ReopenBlocker, ReopenBlocker.Handler>()
        .Command<NudgeBlocker, NudgeBlocker.Handler>()
        .Command<EditBlocker, EditBlocker.Handler>()
        .Command<DeleteBlocker, DeleteBlocker.Handler>()
        .Command<FlagMessage, FlagMessage.Handler>()
        .Command<ExplainBlocker, ExplainBlocker.Handler>()
        .Shortcut(FlagMessage.Shortcut)
        .Saying(UnsaidList.Read)
        .Saying(new OtherVerbs(Blocker.Kind)
            .For("done", "resolve", "fix", "solve", "unblock", "close", "finish", "complete")
            .For("done", "resolved", "fixed", "solved", "unblocked", "closed", "finished", "completed")
            .For("take", "claim")
            .ForMore("note", "comment")
            .For("delete", "remove").Read)
        .Document(Blocker.Type, BlockerUndo.Rules)
        .Closes(Blocker.Type)
        .Follower<Blocker, BlockerFollower>(Blocker.Type)
        .Job<TellThread, TellThread.Handler>("blocker thread")
        .Part<RaiseBlocker>()
        .Part<Helpers>()
        .Part<IWorkspaceMemory, BlockerTexts>()
        .Part<ITell, BlockerTeller>()
        .Part<IHomeSection, BlockersOnHome>()
        .Part<IPersonalData, BlockerData>()
        .Part<ILeaving, BlockersOfLeavers>()
        .Part<IHoursBound, BlockersInHours>();
}
