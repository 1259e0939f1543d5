using AsyncBot.Core.Messages;

namespace AsyncBot.Bot.Slack.Rendering;

/// <summary>What of a message Slack takes, and what is said about the rest: nothing goes missing silently.</summary>
/// <param name="Shown">The beginning, and a last row of buttons, because that is where More and Undo are.</param>
/// <param name="Missing">Null where everything is shown.</param>
internal sealed record Fit(IReadOnlyList<Piece> Shown, string? Missing)
{
    private const int LongestMissing = 100;

    /// <summary>Less of a text is not worth a block.</summary>
    private const int LeastShown = 200;

    public static Fit Of(Layout layout, int mostBlocks, int mostText)
    {
        var all = layout.Pieces;
        if (all.Count <= mostBlocks && all.Sum(piece => piece.TextLength) <= mostText)
            return new Fit(all, null);

        Piece? row = all[^1].Kind == PieceKind.Row ? all[^1] : null;
        var body = row is null ? all.Count : all.Count - 1;
        var blocks = mostBlocks - 1 - (all.Count - body);
        var text = mostText - LongestMissing - (row?.TextLength ?? 0);
        var shown = new List<Piece>(mostBlocks);
        var rest = new Rest();
        for (var at = 0; at < body; at++)
        {
            var piece = all[at];
            if (rest.IsEmpty && shown.Count < blocks && piece.TextLength <= text)
            {
                shown.Add(piece);
                text -= piece.TextLength;
                continue;
            }

            if (rest.IsEmpty && shown.Count < blocks && piece.Length > 0 && text - piece.LabelsLength >= LeastShown)
            {
                var length = MrkdwnCut.At(layout.TextOf(piece), text - piece.LabelsLength);
                if (!Layout.IsBlank(layout.TextOf(piece)[..length]))
                    shown.Add(piece with { Length = length });
                rest.Add(layout.TextOf(piece)[length..], continues: false);
                continue;
            }

            rest.Add(piece.Length > 0 ? layout.TextOf(piece) : [], piece.Continues && !rest.IsEmpty);
            rest.Buttons += piece.Buttons?.Count ?? 0;
        }

        if (row is { } last)
            shown.Add(last);
        return new Fit(shown, rest.Said);
    }

    private struct Rest
    {
        private int _lines;
        private bool _isInLine;
        private bool _any;

        public int Buttons { get; set; }

        public readonly bool IsEmpty => !_any;

        public readonly string Said
        {
            get
            {
                var count = _lines + (_isInLine ? 1 : 0);
                var lines = count > 0 ? Counted.Of(count, "more line", "more lines") : null;
                var buttons = Buttons > 0 ? Counted.Of(Buttons, "more button", "more buttons") : null;
                var rest = new[] { lines, buttons }.OfType<string>().DefaultIfEmpty("the rest");
                return $"Cut here: {string.Join(" and ", rest)} would be too long for one message.";
            }
        }

        public void Add(ReadOnlySpan<char> text, bool continues)
        {
            _any = true;
            if (_isInLine && !continues)
                _lines++;
            _lines += text.Count('\n');
            _isInLine = text.Length > 0 ? text[^1] != '\n' : _isInLine && continues;
        }
    }
}
