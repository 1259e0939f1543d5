namespace AsyncBot.Benchmarks;

/// <summary>Ideas such as people write them: each different, all out of a few hundred words, the same ones in every run.</summary>
public static class IdeaWords
{
    private static readonly string[] Words =
        """
        about access account add after alarm alert answer archive ask audit author automatic backlog backup badge banner batch before billing board
        booking both bot branch browser budget bug build bundle button cache calendar call card category chart chat check checklist choose clean click
        client clock close cloud code column comment commit company compare config contract copy cost count coverage crash customer daily dashboard
        data database date day deadline debug decide default delay delete demo deploy design desk detail device digest disk document domain download
        draft drill drop each easy edit editor email empty error estimate evening event every example expense export fail fast feature feedback field
        file filter find first fix flag flaky folder follow font forget form forum friday full gate graph group guide handoff header health help hide
        hire history holiday home host hour icon image import inbox incident index invite invoice issue join journal keep key keyboard label language
        large last late launch layout lead learn legal less library license light limit line link list load local lock login long loop lunch machine
        mail main manual map market meeting member memory menu merge message metric migrate minute mobile mock monday monitor month morning move name
        network new next night note notify number offer office offline old onboarding open option order owner package page pair panel paper parse part
        password patch path pause payment people phone pilot pipeline plan planning platform plugin poll popup post price print priority private
        process product profile project prompt proposal public query queue quick quiet quota quote random rate read ready recent record redirect
        refactor refund region release reload remind remote remove rename replace reply report request reset restore result retro retry review
        rollback room rotate rotation route rule runbook sample save scale schedule schema scope screen script search second secret security send
        server session setting setup share shift ship short show sign silent simple size skip slack slow small snapshot sort source space speed split
        sprint staging standup start state status step stop storage story style subject submit summary support survey sync table tag task team
        template test text theme thread ticket time timezone title today token tool topic trace track training translate travel trial tuesday undo
        update upgrade upload usage user vacation version video view visit vote wait warning watch web webhook week weekly welcome widget wiki window
        workshop write year
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static readonly string[] Tags = ["#demo", "#infra", "#docs", "#mobile"];

    /// <summary>The text of one idea; the number in it makes it findable.</summary>
    public static string Of(int number)
    {
        var random = new Random(number);
        var words = random.GetItems(Words, random.Next(4, 14));
        var tag = random.Next(8) == 0 ? " " + Tags[random.Next(Tags.Length)] : "";
        return $"Load idea {number}: {string.Join(' ', words)}{tag}";
    }
}
