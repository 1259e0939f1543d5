using AsyncBot.Bot.Calendars;
using AsyncBot.Bot.Hosting;
using AsyncBot.Bot.Playground.Setup;
using AsyncBot.Bot.Slack;
using AsyncBot.Bot.Slack.Setup;
using AsyncBot.Storage.LiteDb;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    if (args is [HealthCheck.Verb])
        return await HealthCheck.Run(builder.Configuration);
    if (args is [SlackCommandLine.Verb, ..])
        return await SlackCommandLine.Run(args, builder.Configuration, Features.All.Commands);
    if (CommandLine.IsStrange(args))
        return await CommandLine.Explain(args);
    var slack = SlackOptions.Read(builder.Configuration);
    var options = BotOptions.Read(builder.Configuration, hasPlatform: slack is not null);
    await using var store = await StorageSetup.Open(options);

    builder.AddLogging(options.LogLevel);
    builder.AddLimits();
    builder.Services.AddCalendars(options.PublicUrl);
    builder.Services.AddStorage(store);
    builder.Services.AddFeatures(options);
    if (slack is not null)
        builder.Services.AddSlack(slack);
    if (options.HasPlayground)
        builder.Services.AddPlayground(isAlone: slack is null);
    builder.Services.AddDelivery();

    var app = builder.Build();
    app.MapHealth();
    app.MapCalendars();
    app.MapSlackSetup();
    if (slack is not null)
        app.MapSlack();
    if (options.HasPlayground)
        app.MapPlayground();
    await app.RunAsync();
    return Environment.ExitCode;
}
catch (Exception refused) when (refused is ConfigurationException or StoreOpenException)
{
    await Console.Error.WriteLineAsync($"AsyncBot did not start. {refused.Message}");
    return 1;
}
catch (Exception refused) when (Listening.IsRefused(refused))
{
    await Console.Error.WriteLineAsync($"AsyncBot did not start. It can't listen ({refused.Message}): "
        + "set Urls to an address of this machine that is free, for example http://127.0.0.1:5000.");
    return 1;
}
