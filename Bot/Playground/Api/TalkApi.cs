namespace AsyncBot.Bot.Playground.Api;

/// <summary>The calls by which scripts say, press, fill in and read what people would.</summary>
public sealed class TalkApi(Simulation simulation, Access access, Transcript transcript, MessageWriter writer, PlaygroundChat chat)
{
    public async Task<IResult> Say(SayBody body, CancellationToken ct) =>
        Messages(await simulation.Say(body.As, body.In, body.Text, body.Thread, body.Key, ct));

    public async Task<IResult> Shortcut(ShortcutBody body, CancellationToken ct) =>
        Messages(await simulation.Shortcut(body.As, body.Message, body.Name, ct));

    public async Task<IResult> Press(PressBody body, CancellationToken ct) =>
        Messages(await simulation.Press(body.As, body.Message, body.Button, ct));

    public async Task<IResult> Submit(SubmitBody body, CancellationToken ct)
    {
        var (messages, errors) = await simulation.Submit(body.As, body.Form, body.Values, ct);
        return errors.Count > 0 ? ApiJson.Answer(new ErrorsAnswer(errors), StatusCodes.Status422UnprocessableEntity) : Messages(messages);
    }

    public async Task<IResult> React(ReactBody body, CancellationToken ct) =>
        Messages(await simulation.React(body.As, body.Message, body.Emoji, body.Remove, ct));

    public async Task<IResult> ReadMessages(HttpRequest request, CancellationToken ct)
    {
        var person = request.Query["as"].FirstOrDefault() is { Length: > 0 } named ? named : null;
        var place = request.Query["in"].FirstOrDefault() ?? throw new PlaygroundException("in is missing: say in=#team (as %23team) or in=dm");
        if (person is null && place == "dm")
            throw new PlaygroundException("as is missing: a direct conversation is one person's");
        place = access.Readable(person, place);
        var since = request.Query["since"].FirstOrDefault() is { Length: > 0 } id ? await PlaceOf(id, ct) : 0;
        return Messages(await transcript.Read(place, person, since, null, ct));
    }

    /// <summary>A picture that the bot posted, drawn for whoever sees its message.</summary>
    public async Task<IResult> ReadPicture(HttpRequest request, CancellationToken ct)
    {
        var (person, id) = (request.Query["as"].ToString(), request.Query["message"].ToString());
        return await chat.Png(await access.Visible(person, id, ct), person, ct) is { } png
            ? Results.Bytes(png, "image/png")
            : throw new PlaygroundException($"{id} has no picture", StatusCodes.Status404NotFound);
    }

    private IResult Messages(IReadOnlyList<ChatMessage> messages) => ApiJson.Answer(new TalkAnswer(writer.Write(messages)));

    private async Task<int> PlaceOf(string messageId, CancellationToken ct) =>
        (await transcript.Find(messageId, ct))?.Number ?? (int.TryParse(messageId.TrimStart('m'), out var number) && number >= 0
            ? number
            : throw new PlaygroundException($"since is {messageId}: say a message's id, for example m10"));
}
