namespace AsyncBot.Core.Messages;

/// <summary>Something that can be said or pressed. A record whose parameters are the command's arguments.</summary>
public interface ICommand;
