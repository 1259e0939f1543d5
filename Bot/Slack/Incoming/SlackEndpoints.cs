using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AsyncBot.Bot.Slack.Incoming;

/// <summary>The three addresses that Slack calls. Nothing is read of a request before its signature is right.</summary>
public sealed partial class SlackEndpoints(
    SlackSignature signature,
    SlashCommands commands,
    Interactions interactions,
    Events events,
    OldSecretAlarm alarm,
    ILogger<SlackEndpoints> log)
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Json = "application/json";
    private const int LargestSslCheck = 1_024;

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(SlackAddresses.Commands, context => Answer(context, Form, body => commands.Handle(SlashPayload.Read(body.Text()))));
        app.MapPost(SlackAddresses.Interactions, context => Answer(context, Form, body => interactions.Handle(PayloadIn(body))));
        app.MapPost(SlackAddresses.Events, context => Answer(context, Json, body => events.Handle(body.Bytes)));
    }

    private async Task Answer(HttpContext context, string mediaType, Func<SlackBody, ValueTask<SlackReply>> handle)
    {
        var request = context.Request;
        try
        {
            var body = await SlackBody.Read(request.BodyReader, context.RequestAborted);
            switch (signature.Check(request.Headers[SlackSignature.TimestampHeader], request.Headers[SlackSignature.SignatureHeader], body))
            {
                case SignatureVerdict.RightByOldSecret:
                    alarm.Ring();
                    break;
                case SignatureVerdict.Right:
                    break;
                case SignatureVerdict.Missing when mediaType == Form && IsSslCheck(request, body):
                    return;
                case var verdict:
                    Refuse(context, StatusCodes.Status401Unauthorized, $"signature {verdict}");
                    return;
            }

            if (!IsOf(request, mediaType))
            {
                Refuse(context, StatusCodes.Status415UnsupportedMediaType, "media type");
                return;
            }

            if (mediaType == Form && IsSslCheck(request, body))
                return;
            await Write(context, await handle(body));
        }
        catch (BadHttpRequestException malformed)
        {
            Refuse(context, malformed.StatusCode, "request");
        }
        catch (Exception malformed) when (malformed is JsonException or MalformedDeliveryException or DecoderFallbackException
            or InvalidOperationException { Source: "System.Text.Json" })
        {
            Refuse(context, StatusCodes.Status400BadRequest, "content");
        }
    }

    private static async Task Write(HttpContext context, SlackReply reply)
    {
        if (!reply.IsTaken)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (reply.Json.IsEmpty)
            return;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = reply.Json.Length;
        await context.Response.BodyWriter.WriteAsync(reply.Json, context.RequestAborted);
    }

    /// <summary>Slack looks at the certificate of a new address with a request that it does not sign, and that means nothing else.</summary>
    private static bool IsSslCheck(HttpRequest request, SlackBody body)
    {
        var bytes = body.Bytes.Span;
        if (bytes.Length > LargestSslCheck || !IsOf(request, Form))
            return false;
        foreach (var field in bytes.Split((byte)'&'))
        {
            if (bytes[field].SequenceEqual("ssl_check=1"u8))
                return true;
        }

        return false;
    }

    private static bool IsOf(HttpRequest request, string mediaType) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlyMemory<byte> PayloadIn(SlackBody body)
    {
        foreach (var field in new QueryStringEnumerable(body.Text()))
        {
            if (field.EncodedName.Span is "payload")
                return Encoding.UTF8.GetBytes(new string(field.DecodeValue().Span));
        }

        throw new MalformedDeliveryException("no payload");
    }

    private void Refuse(HttpContext context, int status, string why)
    {
        SlackMetrics.Refused(why);
        Refused(context.Request.Path, status, why);
        context.Response.StatusCode = status;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path} answered {Status}: {Why}")]
    private partial void Refused(string path, int status, string why);
}
