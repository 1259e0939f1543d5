namespace AsyncBot.Core.Turns;

/// <summary>Something that will be done at a time. A record of what is to be done; it is read again when it falls due.</summary>
public interface IJob;
