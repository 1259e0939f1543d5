using System.Text;
using AsyncBot.Core.Commands;

namespace AsyncBot.Core.Tests.Help;

/// <summary>The page of everything that can be said, written from the declarations so that it is never out of date.</summary>
internal static class CommandDocs
{
    public static string Write(CommandCatalog commands)
    {
        var page = new StringBuilder("""
            # What you can say

            <!-- Written from the commands' declarations; ASYNCBOT_REWRITE=1 dotnet test tests/Core.Tests writes it anew. -->

            Say it with a slash (`/idea …`), to the bot by name (`@AsyncBot idea …`) or in a direct message. `<…>` has to be there, `[…]` may be left out. A verb marked *default* may be left out, too.

            """);
        foreach (var noun in commands.Nouns)
        {
            page.Append('\n').Append("## ").Append(noun).Append("\n\n| usage | what it does | for example |\n|---|---|---|\n");
            foreach (var shape in commands.Of(noun))
                page.Append("| ").AppendJoin(" | ", Code(shape.Usage), Remarks(shape), Code(shape.Example)).Append(" |\n");
        }

        return page.ToString();
    }

    private static string Remarks(CommandShape shape)
    {
        var remarks = shape.Summary;
        if (shape.IsDefault)
            remarks += " (*default*)";
        if (shape.IsAlone && shape.Verb.Length > 0)
            remarks += $" (*also* {Code(shape.Noun)} *alone*)";
        return shape.Role == Role.Admin ? remarks + " (*admins*)" : remarks;
    }

    private static string Code(string text) => $"`{text.Replace("|", "\\|", StringComparison.Ordinal)}`";
}
