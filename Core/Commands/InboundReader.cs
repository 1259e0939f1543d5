using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Core.Commands;

/// <summary>Finds out which command came: typed, filled into a form, or kept behind a button.</summary>
public sealed class InboundReader(CommandCatalog commands, IStore store)
{
    private readonly LineReader _lines = new(commands);

    public async Task<Reading> Read(Inbound inbound, BindContext context) => inbound.Content switch
    {
        InboundContent.Text text => await _lines.Read(Clean(text.Line), context),
        InboundContent.Submission submission when commands.Find(submission.Command) is { IsHidden: false } shape => await ReadForm(shape, submission, context),
        InboundContent.Call { Command: UseDraft draft } => new Reading.Command(await Kept(inbound.Workspace, draft, context) ?? draft),
        InboundContent.Call call => new Reading.Command(call.Command),
        _ => new Reading.Command(new Retired("form")),
    };

    private async Task<ICommand?> Kept(WorkspaceId workspace, UseDraft draft, BindContext context) =>
        (await store.Find(workspace, Draft.Type, draft.Id, context.Cancellation))?.Value.Command;

    private static async Task<Reading> ReadForm(CommandShape shape, InboundContent.Submission submission, BindContext context)
    {
        var (command, errors) = await Binder.ReadValues(shape, submission.Values.ToDictionary(value => value.Key, value => Clean(value.Value)), context);
        return command is null ? new Reading.Misfilled(errors) : new Reading.Command(command);
    }

    /// <summary>No store and no platform takes a null character.</summary>
    private static string Clean(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}
