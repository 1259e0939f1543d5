namespace AsyncBot.Bot.Playground.Page;

/// <summary>Small pictures that look the same on every machine, also where a font lacks the sign.</summary>
public static class Icons
{
    public static readonly Html Bulb = $"""<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">"""
        + $"""<path d="M12 2a7 7 0 0 0-4 12.7V17h8v-2.3A7 7 0 0 0 12 2z" fill="#f5b83d" stroke="currentColor" stroke-width="1.4"/>"""
        + $"""<path d="M9 19.5h6M10 22h4" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/></svg>""";

    /// <summary>Half day, half night, all smile.</summary>
    public static readonly Html Face = $"""<svg class="icon face" viewBox="0 0 32 32" aria-hidden="true" focusable="false">"""
        + $"""<path d="M16 3a13 13 0 0 0 0 26z" fill="#f5b83d"/><path d="M16 3a13 13 0 0 1 0 26z" fill="#4b50c9"/>"""
        + $"""<circle cx="11.5" cy="13.5" r="1.9" fill="#2b2340"/>"""
        + $"""<path d="M18.6 14.2q1.9-2.2 3.8 0" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round"/>"""
        + $"""<path d="M10 19.5q3 3.7 6 3.7" fill="none" stroke="#2b2340" stroke-width="1.8" stroke-linecap="round"/>"""
        + $"""<path d="M16 23.2q3 0 6-3.7" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round"/></svg>""";
}
