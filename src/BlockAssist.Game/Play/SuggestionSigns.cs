using BlockAssist.Game.Input;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Sessions;

namespace BlockAssist.Game.Play;

/// <summary>What the assistant suggests, as it is shown.</summary>
/// <remarks>Allocates nothing once it has grown.</remarks>
/// <param name="session">The session.</param>
internal sealed class SuggestionSigns(BuildSession session)
{
    private SuggestionView[] _signs = new SuggestionView[Suggestions.MostCount];

    /// <summary>By which keys one says yes and no, in a few words.</summary>
    public static string AnswersBy(Bindings bindings)
    {
        return $"{Key(GameAction.AcceptSuggestion)}: yes, {Key(GameAction.Menu)}: no";

        string Key(GameAction action) => bindings.Of(action) is [var first, ..] ? first.ToString() : "–";
    }

    /// <summary>What is suggested now.</summary>
    public ReadOnlySpan<SuggestionView> Now()
    {
        if (session.Assistant is not { Suggestions: { IsEmpty: false } all })
        {
            return [];
        }

        if (_signs.Length < all.Length)
        {
            _signs = new SuggestionView[2 * all.Length];
        }

        var current = session.CurrentSuggestion;
        for (var number = 0; number < all.Length; number++)
        {
            var suggestion = all[number];
            var cell = session.Frame.ToWorld(session.Site.Size.PosOf(suggestion.Cell));
            _signs[number] = new SuggestionView(cell, suggestion.Block, suggestion.IsAccepted, suggestion == current);
        }

        return _signs.AsSpan(0, all.Length);
    }
}
