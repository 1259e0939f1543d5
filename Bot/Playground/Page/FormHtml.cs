using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Playground.Page;

/// <summary>A form under the message that asks to fill it in, with room for what is wrong beside each field.</summary>
public static class FormHtml
{
    /// <summary>Browsers drop the first line break of a text area, which should not be one of the text.</summary>
    private static readonly Html FirstLineBreak = $"\n";

    public static Html Render(WaitingForm waiting, Pressable pressable)
    {
        var id = $"{pressable.Prefix}{waiting.Id}";
        return $"""
            <form class="fill" id="{id}" data-form="{waiting.Id}" data-as="{pressable.As}" data-keep novalidate>
            {Html.Lines(waiting.Form.Inputs.Select(input => Field(input, $"{id}-{input.Name}")))}
            <div class="buttons"><button class="primary">Save</button></div>
            </form>
            """;
    }

    private static Html Field(Input input, string id) => $"""
        <div class="field"><label for="{id}">{HtmlRenderer.Own(input.Label)}{Html.If(!input.Required, Optional)}</label>
        {Control(input, id)}
        <p class="error" id="{id}-error" data-error="{input.Name}"></p></div>
        """;

    private static readonly Html Optional = $""" <span class="optional">if you like</span>""";
    private static Html Control(Input input, string id)
    {
        Html common = $"""id="{id}" name="{input.Name}" aria-describedby="{id}-error" {Html.If(input.Required, $"required ")}""";
        if (input.Choices.Count > 0)
        {
            var none = Html.If(!input.Required || input.Value is null, $"""<option value="">–</option>""");
            return $"""<select {common}>{none}{input.Choices.Select(choice => Option(choice, input.Value))}</select>""";
        }
        return input.Multiline
            ? (Html)$"""<textarea {common}rows="3" dir="auto" maxlength="{input.Max}">{FirstLineBreak}{input.Value}</textarea>"""
            : $"""<input {common}type="text" dir="auto" autocomplete="off" maxlength="{input.Max}" value="{input.Value}">""";
    }

    private static Html Option(string choice, string? chosen) =>
        $"""<option value="{choice}"{Html.If(choice == chosen, $" selected")}>{choice}</option>""";
}
