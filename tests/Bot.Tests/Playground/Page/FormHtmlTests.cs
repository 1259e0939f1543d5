using AsyncBot.Bot.Playground;
using AsyncBot.Bot.Playground.Page;
using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Tests.Playground.Page;

public sealed class FormHtmlTests
{
    [TestCase("text", true, 200, false, new string[0], "\"><script>", ExpectedResult =
        """<input id="f1-text" name="text" aria-describedby="f1-text-error" required type="text" dir="auto" autocomplete="off" maxlength="200" value="&quot;&gt;&lt;script&gt;">""")]
    [TestCase("why", false, 3000, true, new string[0], "</textarea>", ExpectedResult =
        """<textarea id="f1-why" name="why" aria-describedby="f1-why-error" rows="3" dir="auto" maxlength="3000">""" + "\n&lt;/textarea&gt;</textarea>")]
    [TestCase("bucket", true, 200, false, new[] { "ideas", "tasks" }, "tasks", ExpectedResult =
        """<select id="f1-bucket" name="bucket" aria-describedby="f1-bucket-error" required ><option value="ideas">ideas</option><option value="tasks" selected>tasks</option></select>""")]
    [TestCase("bucket", false, 200, false, new[] { "ideas" }, null, ExpectedResult =
        """<select id="f1-bucket" name="bucket" aria-describedby="f1-bucket-error" ><option value="">–</option><option value="ideas">ideas</option></select>""")]
    public string Each_kind_of_input_has_its_own_field(string name, bool required, int max, bool multiline, string[] choices, string? value)
    {
        var form = new Form("Save an idea", "idea add", [new Input(name, "The <b>idea", required, max, multiline, choices, value)], new Dictionary<string, string>());

        var html = FormHtml.Render(new WaitingForm("f1", form), new Pressable("m1", "ana")).ToString();

        Assert.That(html, Does.Contain($"""<label for="f1-{name}"><bdi dir="auto">The &lt;b&gt;idea</bdi>"""));
        Assert.That(html.Contains("if you like", StringComparison.Ordinal), Is.Not.EqualTo(required));
        var begin = html.IndexOf("</label>\n", StringComparison.Ordinal) + "</label>\n".Length;
        return html[begin..html.IndexOf("\n<p class=\"error\"", StringComparison.Ordinal)];
    }
}
