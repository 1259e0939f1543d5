using AsyncBot.Core.Commands;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>Help and administration.</summary>
public static class HelpFeature
{
    public static FeatureCatalog AddHelp(this FeatureCatalog features) => features
        .Command<ShowHelp, ShowHelp.Handler>()
        .Command<About, About.Handler>()
        .Command<ShowSettings, ShowSettings.Handler>()
        .Command<SetDefaultZone, SetDefaultZone.Handler>()
        .Command<AppointAdmin, AppointAdmin.Handler>()
        .Command<SwitchBulb, SwitchBulb.Handler>()
        .Command<SetRetention, SetRetention.Handler>()
        .Command<ExportMe, ExportMe.Handler>()
        .Command<ForgetMe, ForgetMe.Handler>()
        .Command<ConfirmForget, ConfirmForget.Handler>()
        .Command<ShowUndelivered, ShowUndelivered.Handler>()
        .Command<LetGo, LetGo.Handler>()
        .Command<Introduce, Introduce.Handler>()
        .Job<ForgetPerson, ForgetPerson.Handler>("forget")
        .Part<IPersonalData, HouseData>();
}
