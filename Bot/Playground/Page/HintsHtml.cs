using AsyncBot.Core.Commands;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>What can be typed, offered while somebody types it. It comes from the catalogue, so a new command is there at once.</summary>
public sealed class HintsHtml(CommandCatalog commands)
{
    public Html Render(Resident person) => $"""
        <ul id="hints" class="hints" role="listbox" aria-label="Commands" data-keep hidden>
        {Html.Lines(Typeable(person).Select(Option))}
        </ul>
        """;

    private IEnumerable<CommandShape> Typeable(Resident person) =>
        commands.All.Where(shape => !shape.IsHidden && (shape.Role == Role.Member || person.IsAdmin));

    private static Html Option(CommandShape shape, int at)
    {
        var takesMore = shape.Args.Any(arg => !arg.IsHidden);
        return $"""
            <li role="option" id="hint-{at}" aria-selected="false"
            data-name="{shape.Name}" data-noun="{shape.Noun}"{Html.If(shape.IsDefault, $" data-default")}
            data-fill="{SlashCommand.Of(shape.Name)}{Html.If(takesMore, $" ")}"><code>{SlashCommand.Of(shape.Usage)}</code>
            <span class="summary">{shape.Summary}{Html.If(shape.Role == Role.Admin, $" (admins)")}</span>
            <span class="example">for example <code>{SlashCommand.Of(shape.Example)}</code></span></li>
            """;
    }
}
