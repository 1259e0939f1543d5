namespace AsyncBot.Bot.Pictures;

/// <summary>A picture in the making, from top to bottom: what all layouts have in common.</summary>
internal sealed class Sketch(Lettering lettering, double edge)
{
    public const double SignWidth = 24;
    public const double SignHeight = 12;

    private const double TitleSize = 19;
    private const double SubtitleSize = 13;
    private const double SmallSize = 12.5;
    private const double SmallLine = 19;

    private readonly List<Shape> _shapes = [];
    private bool _isCut;
    private bool _lacksLetters;

    /// <summary>What is drawn next begins below this.</summary>
    public double Bottom { get; set; }

    public void Add(Shape shape) => _shapes.Add(shape);

    public void Add(IEnumerable<Shape> shapes) => _shapes.AddRange(shapes);

    public void Title(string title, string subtitle, double room)
    {
        Add(new Writing(edge, edge + 15, Name(title, room, TitleSize, true), TitleSize, Paint.Ink, IsStrong: true));
        Add(new Writing(edge, edge + 37, lettering.Fit(Letters(subtitle), room, SubtitleSize), SubtitleSize, Paint.Soft));
        Bottom = edge + 42;
    }

    /// <summary>Somebody's words as they can be drawn.</summary>
    public string Letters(string text)
    {
        var (drawn, lacks) = lettering.Of(text);
        _lacksLetters |= lacks;
        return drawn;
    }

    /// <summary>The same, cut where it has no room.</summary>
    public string Name(string text, double room, double size, bool isStrong = false)
    {
        var drawn = Letters(text);
        var fitted = lettering.Fit(drawn, room, size, isStrong);
        _isCut |= fitted != drawn;
        return fitted;
    }

    public double WidthOf(string text, double size) => lettering.WidthOf(text, size);

    public string Fit(string text, double room, double size, bool isStrong = false) => lettering.Fit(text, room, size, isStrong);

    /// <summary>What the signs mean, in as many lines as it takes.</summary>
    public void Key(IReadOnlyList<KeyEntry> entries, double room)
    {
        const double gap = 7, between = 22;
        if (entries.Count == 0)
            return;
        var (x, y) = (edge, Bottom + 12);
        foreach (var entry in entries)
        {
            var words = Name(entry.Words, room - SignWidth - gap, SmallSize);
            var width = SignWidth + gap + lettering.WidthOf(words, SmallSize);
            if (x > edge && x + width > edge + room)
                (x, y) = (edge, y + SmallLine);
            Add(entry.SignAt(x, y));
            Add(new Writing(x + SignWidth + gap, y + 10.5, words, SmallSize, Paint.Soft));
            x += width + between;
        }

        Bottom = y + 14;
    }

    public void Note(string note, double room)
    {
        Bottom += SmallLine;
        Add(new Writing(edge, Bottom, lettering.Fit(note, room, SmallSize), SmallSize, Paint.Soft));
    }

    /// <summary>What could not be drawn as it is.</summary>
    public void Notes(double room)
    {
        if (_isCut)
            Note($"A name that ends in {Lettering.Cut} is cut.", room);
        if (_lacksLetters)
            Note($"{Lettering.Missing} stands for a letter for which the picture has no type.", room);
    }

    public Drawing Finish(double width)
    {
        var height = Math.Ceiling(Bottom + edge);
        return new Drawing(Math.Ceiling(width), height, [new Box(0, 0, Math.Ceiling(width), height, Paint.Sheet), .. _shapes]);
    }
}

/// <param name="SignAt">Draws the sign, 24 wide and 12 high, from its upper left corner.</param>
internal sealed record KeyEntry(string Words, Func<double, double, IEnumerable<Shape>> SignAt);
