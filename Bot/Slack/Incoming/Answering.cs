using AsyncBot.Bot.Slack.Api;
using AsyncBot.Bot.Slack.Lookups;
using AsyncBot.Bot.Slack.Rendering;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>Gives each answer in the way that is open: in the reply itself, by the address that came with it, as a message, or as a window.</summary>
public sealed class Answering(SlackApi api, ResponseUrl responses, SlackDirectory directory, SlackCards cards)
{
    /// <summary>A trigger opens a window for three seconds.</summary>
    private static readonly TimeSpan Trigger = TimeSpan.FromSeconds(2);

    /// <summary>The answer as JSON that only the one who asked sees.</summary>
    /// <param name="replaces">Whether it takes the place of the message that was pressed; null where none was.</param>
    public async ValueTask<ReadOnlyMemory<byte>> Write(Inbound inbound, Reply reply, bool? replaces = null)
    {
        if (reply.AsCard() is not { } card)
            return default;
        var reader = await ReaderOf(inbound);
        return WrittenJson.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteString("response_type"u8, "ephemeral"u8);
            if (replaces is { } replace)
                json.WriteBoolean("replace_original"u8, replace);
            if (inbound.Thread is { } thread)
                json.WriteString("thread_ts"u8, thread.Value);
            BlockKit.WriteMessage(json, card, reader, cards.Documents, IsChoice(reply));
            json.WriteEndObject();
        });
    }

    /// <summary>Sends an answer to the address that came with what was done, or as a message where that fails.</summary>
    public async Task Send(Inbound inbound, Reply reply, string? address, bool? replaces = null)
    {
        if (reply.AsCard() is not { } card)
            return;
        if (address is null || !await responses.Send(address, await Write(inbound, reply, replaces), CancellationToken.None))
            await Tell(inbound, card, IsChoice(reply));
    }

    /// <summary>Says something to one person, in their conversation where that is possible and else in a direct message.</summary>
    public async Task Tell(Inbound inbound, Card card, bool isChoice)
    {
        var reader = await ReaderOf(inbound);
        var (text, blocks) = (BlockKit.Text(card, reader), BlockKit.Blocks(card, reader, cards.Documents, isChoice));
        if (inbound.Conversation.Channel is { } channel)
        {
            var whisper = new SlackArguments
            {
                { "channel", channel.Value },
                { "user", inbound.Person.Value },
                { "thread_ts", inbound.Thread?.Value },
                { "text", text },
                { "blocks", blocks },
            };
            var whispered = await api.Call(SlackMethods.PostEphemeral, whisper, CancellationToken.None);
            if (whispered is SlackAnswer<SlackNothing>.Ok or SlackAnswer<SlackNothing>.Unreachable { MayHaveArrived: true })
                return;
        }

        var message = new SlackArguments { { "channel", inbound.Person.Value }, { "text", text }, { "blocks", blocks } };
        await api.Call(SlackMethods.PostMessage, message, CancellationToken.None);
    }

    /// <summary>Opens a form as a window.</summary>
    /// <param name="address">Where its answer will go; null for a message.</param>
    /// <returns>False where the trigger is over or there is none.</returns>
    public async Task<bool> Open(Inbound inbound, Form form, string? trigger, string? address)
    {
        if (trigger is null)
            return false;
        var context = FormContext.Of(inbound.Conversation, inbound.Thread, form, address);
        var remembered = context.Write();
        if (remembered.Length > SlackLimits.PrivateMetadata)
            return false;
        var view = Modal.Write(form, form.Command, remembered, await ReaderOf(inbound));
        var window = new SlackArguments { { "trigger_id", trigger }, { "view", view } };
        return await api.Call(SlackMethods.OpenView, window, Trigger, CancellationToken.None) is SlackAnswer<SlackNothing>.Ok;
    }

    /// <summary>An answer without buttons, for a place that takes nothing else.</summary>
    public async ValueTask<string> Plain(Inbound inbound, Card card)
    {
        var (people, channels) = (new Dictionary<PersonId, string>(), new Dictionary<ChannelId, string>());
        var (now, zone, spoken, _, _) = await ReaderOf(inbound);
        var reader = new Reader(
            zone,
            now,
            person => people.TryAdd(person, "") ? "" : people[person],
            channel => channels.TryAdd(channel, "") ? "" : channels[channel],
            spoken);
        PlainText.Render(card, reader);
        foreach (var person in people.Keys.ToList())
            people[person] = (await directory.Find(inbound.Workspace, person, CancellationToken.None))?.Shown ?? person.Value;
        foreach (var channel in channels.Keys.ToList())
            channels[channel] = await directory.PublicNameOf(inbound.Workspace, channel, CancellationToken.None);
        return PlainText.Render(card, reader);
    }

    /// <summary>Choosing settles what was asked, so the choice goes when it is made.</summary>
    private static bool IsChoice(Reply reply) => reply is Reply.Refused;

    private ValueTask<SlackReader> ReaderOf(Inbound inbound) => cards.ReaderOf(inbound.Workspace, inbound.Person, inbound.Thread, CancellationToken.None);
}
