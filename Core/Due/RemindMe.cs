using AsyncBot.Core.Commands;

namespace AsyncBot.Core.Due;

/// <summary>The words that people know from their chat: <c>remind me to …</c>, <c>remind @ben to …</c>.</summary>
internal static class RemindMe
{
    private const string Verb = "due add ";

    /// <summary>The line as <c>due add</c>; null where it does not ask to remind somebody.</summary>
    public static Line? Read(Line line)
    {
        if (line.Words.Count > 1 && line.Words[0].Is(DueItem.Kind) && line.Words[1].Is("remind"))
            line = new Line(line.Text[line.Words[1].Start..]);
        if (line.Words.Count < 3 || !line.Words[0].Is("remind"))
            return null;
        if (line.Words[1].Is("me"))
            return new Line(Verb + line.Text);
        var end = 1;
        while (end < line.Words.Count && IsWhom(line.Words[end].Text, end))
            end++;
        var isBareName = end == 1 && line.Words.Count > 3 && line.Words[2].Is("to") && !line.Words[1].IsQuoted;
        end += isBareName ? 1 : 0;
        if (end == 1 || end == line.Words.Count)
            return null;
        var names = (isBareName ? "@" : "") + line.Text[line.Words[1].Start..line.Words[end - 1].End].TrimEnd(',');
        var last = line.Words.Count - 1;
        var tail = last > end && line.Words[last].Text.StartsWith('#') && line.Words[last - 1].Is("in") ? line.Words[last - 1].Start : line.Text.Length;
        return new Line($"{Verb}remind me {line.Text[line.Words[end].Start..tail].TrimEnd()} for {names} {line.Text[tail..]}".TrimEnd());
    }

    private static bool IsWhom(string word, int at) => (word.Length > 1 && word[0] is '@' or '#') || (at > 1 && word is "and" or "&" or ",");
}
