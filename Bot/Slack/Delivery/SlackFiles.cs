using System.Text.Json;
using AsyncBot.Bot.Pictures;
using AsyncBot.Bot.Slack.Api;
using AsyncBot.Bot.Slack.Rendering;
using AsyncBot.Core.Documents;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Delivery;

/// <summary>Files in Slack: a place for the bytes, the bytes, and only then a message that people see.</summary>
public sealed partial class SlackFiles(SlackApi api, SlackPlaces places, SlackCards cards, Artist artist, ILogger<SlackFiles> log)
{
    /// <summary>A file with its message.</summary>
    public async Task<Outcome> Share(string channel, string fileName, byte[] content, Card card, SlackReader reader, CancellationToken ct)
    {
        var begun = await Begin(fileName, content, null, ct);
        if (begun is not SlackAnswer<string>.Ok { Value: var file })
            return SlackOutcome.OfNothingDone(begun);
        return SlackOutcome.Of(await Complete(channel, file, fileName, card, null, reader, ct), _ => null);
    }

    /// <summary>A picture with its message, and with its words for whoever has them read out.</summary>
    /// <returns>Null where people see no picture, or may see none: then its words have to do.</returns>
    public async Task<Outcome?> Share(WorkspaceId workspace, string channel, Picture picture, SlackReader reader, CancellationToken ct)
    {
        var readerOfPicture = await places.ReaderOf(workspace, picture.Chart, reader, ct);
        if (artist.Png(picture.Chart, readerOfPicture) is not { } content)
            return null;
        var fileName = picture.FileName + ".png";
        var words = Excerpt.Plain(picture.Words(readerOfPicture).ReplaceLineEndings(". "), SlackLimits.AltText - 1);
        var begun = await Begin(fileName, content, words, ct);
        if (begun is not SlackAnswer<string>.Ok { Value: var file })
            return OrNothing(SlackOutcome.OfNothingDone(begun));
        return OrNothing(SlackOutcome.Of(await Complete(channel, file, fileName, picture.Card, picture.Thread, reader, ct), _ => null));
    }

    /// <summary>What keeps everything back keeps the picture, too. Anything else is no reason for anybody to wait for the words.</summary>
    private Outcome? OrNothing(Outcome outcome)
    {
        if (outcome is Delivered or TryLater { After: not null })
            return outcome;
        NoPicture(outcome switch
        {
            Refused refused => refused.Reason,
            Unknown unknown => unknown.Reason,
            TryLater later => later.Reason,
            _ => outcome.GetType().Name,
        });
        return null;
    }

    private async Task<SlackAnswer<string>> Begin(string fileName, byte[] content, string? words, CancellationToken ct)
    {
        var arguments = new SlackArguments { { "filename", fileName }, { "length", content.Length }, { "alt_txt", words } };
        var place = await api.Call(SlackMethods.GetUploadUrl, arguments, ct);
        if (place is not SlackAnswer<UploadUrlAnswer>.Ok { Value: var answer })
            return place.As<string>();
        if (answer is not { UploadUrl: { } url, FileId: { } file })
            return new SlackAnswer<string>.Unreachable("Slack gave no place for the file", MayHaveArrived: false);
        var sent = await api.Upload(url, content, ct);
        return sent is SlackAnswer<SlackNothing>.Ok ? new SlackAnswer<string>.Ok(file) : sent.As<string>();
    }

    private async Task<SlackAnswer<SlackNothing>> Complete(
        string channel, string file, string fileName, Card card, MessageId? thread, SlackReader reader, CancellationToken ct)
    {
        var arguments = new SlackArguments
        {
            { "files", JsonSerializer.Serialize([new UploadedFile(file, fileName)], SlackJson.Default.IReadOnlyListUploadedFile) },
            { "channel_id", channel },
            { "thread_ts", thread?.Value },
            { "initial_comment", cards.Text(card, reader) },
        };
        return await api.Call(SlackMethods.CompleteUpload, arguments, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A picture was posted as words, because Slack did not take it: {Reason}")]
    private partial void NoPicture(string reason);
}
