namespace BlockAssist.Game.Screens;

/// <summary>What was typed and what came of it, as long as the session lasts.</summary>
internal sealed class CommandLog
{
    private const int Most = 60;

    private readonly List<(string Text, bool IsTrouble, bool IsTyped)> _lines = [];

    /// <summary>The lines, oldest first.</summary>
    public IReadOnlyList<(string Text, bool IsTrouble, bool IsTyped)> Lines => _lines;

    /// <summary>What was typed, oldest first.</summary>
    public List<string> Typed { get; } = [];

    /// <summary>Adds a line.</summary>
    public void Add(string text, bool isTrouble, bool isTyped)
    {
        _lines.Add((text, isTrouble, isTyped));
        if (_lines.Count > Most)
        {
            _lines.RemoveAt(0);
        }

        if (isTyped && (Typed.Count == 0 || Typed[^1] != text))
        {
            Typed.Add(text);
        }
    }
}
