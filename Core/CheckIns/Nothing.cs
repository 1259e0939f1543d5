using System.Text.RegularExpressions;

namespace AsyncBot.Core.CheckIns;

/// <summary>Tells “no blockers” from a blocker, in the words that people use for it, so that nobody is asked about what is none.</summary>
public static partial class Nothing
{
    /// <summary>Whether an answer only says that there is nothing.</summary>
    public static bool Is(string answer)
    {
        var words = Letters().Replace(answer.Normalize().ToLowerInvariant().Replace('’', '\''), " ").Trim();
        return words.Length == 0 || All().IsMatch(words);
    }

    /// <summary>All but letters, digits and the apostrophe; what has none of them, such as a dash or an emoji, says nothing.</summary>
    [GeneratedRegex(@"[^\p{L}\p{M}\p{Nd}']+")]
    private static partial Regex Letters();

    [GeneratedRegex(
        @"^(?:(?:no|not|none|nope|nah|nothing|nil|null|zero|0|n a|na|clear|all (?:good|clear|fine|ok)|free)"
        + @"|(?:no|not|none|nothing|zero|any|nope|sir|0)(?: (?:any|really|at|all|new|big|major|real|current|blockers?|blocking|issues?|problems?|impediments?"
        + @"|obstacles?|blocks?|today|now|right|yet|for|me|so|far|from|my|side|here|blocked|i'm|im|i|am|is|in|the|way|to|report|thanks|thank|you|moment"
        + @"|anything|this|time|week))+"
        + @"|(?:i'm |i am |im )?not blocked|nothing blocks me|nobody"
        + @"|ninguno|ninguna|ningunos|ningunas|nada|ning[uú]n (?:bloqueo|problema|impedimento)|sin (?:bloqueos?|problemas?|novedad(?:es)?)|no hay(?: nada)?"
        + @"|nenhum|nenhuma|nenhum (?:bloqueio|problema|impedimento)|sem (?:bloqueios?|problemas?)|aucun|aucune|rien|pas de (?:blocage|probl[eè]me)s?"
        + @"|keine?|keine (?:blocker|probleme)|nichts|nein|nessuno|nessuna|niente|geen|niets|brak|nic|нет|なし|无|没有)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex All();
}
