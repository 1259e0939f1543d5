using AsyncBot.Core.Commands;
using AsyncBot.Core.Jobs;

namespace AsyncBot.Core.Help;

/// <summary>Help and administration.</summary>
public static class HelpFeature
{
    public static CommandCatalog AddHelp(this CommandCatalog commands) => commands
        .Add<ShowHelp, ShowHelp.Handler>()
        .Add<About, About.Handler>()
        .Add<ShowSettings, ShowSettings.Handler>()
        .Add<SetDefaultZone, SetDefaultZone.Handler>()
        .Add<AppointAdmin, AppointAdmin.Handler>()
        .Add<SwitchBulb, SwitchBulb.Handler>()
        .Add<SetRetention, SetRetention.Handler>()
        .Add<ExportMe, ExportMe.Handler>()
        .Add<ForgetMe, ForgetMe.Handler>()
        .Add<ConfirmForget, ConfirmForget.Handler>()
        .Add<ShowUndelivered, ShowUndelivered.Handler>()
        .Add<LetGo, LetGo.Handler>()
        .Add<Introduce, Introduce.Handler>();

    public static JobCatalog AddHelp(this JobCatalog jobs) => jobs.Add<ForgetPerson, ForgetPerson.Handler>("forget");
}
