using System.Text.Encodings.Web;
using System.Text.Json;
using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;
using AsyncBot.Core.Turns;

namespace AsyncBot.Core.Help;

/// <summary>Everything I know of somebody, for them to keep.</summary>
[Command("async export", "Get everything I know of you as a file", Example = "async export me")]
public sealed record ExportMe([Arg("The word “me”")] Myself Whom) : ICommand
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public sealed class Handler(IEnumerable<IPersonalData> features) : ICommandHandler<ExportMe>
    {
        public async Task<Reply> Handle(ExportMe command, Turn turn)
        {
            var me = turn.Caller.Person;
            var all = new Dictionary<string, object?> { ["person"] = me.Value, ["exported"] = turn.Now.ToString() };
            var entries = 0;
            foreach (var feature in features)
            {
                var own = await feature.Export(turn, me);
                all[feature.Name] = own;
                entries += own.Count;
            }

            var to = ConversationId.Of(me);
            turn.Upload(to, "asyncbot-export.json", "application/json", JsonSerializer.Serialize(all, Readable),
                Card.Of($"Everything I know of you: {Counted.Of(entries, "entry", "entries")}."));
            return Reply.Say($"I sent you a file with everything I know of you, in our direct messages.");
        }
    }
}

/// <summary>Whose data is meant. It is typed out so that nobody has themselves forgotten by a bare <c>async forget</c>.</summary>
public enum Myself
{
    Me,
}
