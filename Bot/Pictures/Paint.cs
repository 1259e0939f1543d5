namespace AsyncBot.Bot.Pictures;

/// <summary>A colour of a picture. Those of the house follow the reader's light or dark mode where a platform has them; those of people stay.</summary>
/// <param name="Token">The colour's name in <c>look.css</c>; null for a colour that stays.</param>
/// <param name="Light">As #rrggbb, for files, which have one look.</param>
public readonly record struct Paint(string? Token, string Light)
{
    public static readonly Paint Sheet = new("sheet", "#ffffff");
    public static readonly Paint Ink = new("ink", "#24223a");
    public static readonly Paint Soft = new("soft", "#615e78");
    public static readonly Paint Line = new("line", "#e2ddd0");
    public static readonly Paint Field = new("field", "#8b879b");
    public static readonly Paint Tint = new("tint", "#ecebfb");
    public static readonly Paint Paper = new("paper", "#faf8f3");
    public static readonly Paint Accent = new("accent", "#4347b8");
    public static readonly Paint Danger = new("danger", "#b3261e");
    public static readonly Paint DangerTint = new("danger-tint", "#fdecea");
}
