namespace AsyncBot.Core.OnCall;

/// <summary>Where calendar apps reach the bot.</summary>
public interface ICalendarHost
{
    /// <summary>Whether they reach it from everywhere, and not only from where it runs.</summary>
    bool IsPublic { get; }

    /// <summary>The address under which a calendar is read.</summary>
    string AddressOf(FeedToken token);
}
