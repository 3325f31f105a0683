namespace BlockAssist.Chain.Standings;

/// <summary>Which part of a long list.</summary>
/// <param name="Top">How many at most.</param>
/// <param name="Offset">How many come before.</param>
public sealed record Page(int Top = 100, int Offset = 0)
{
    /// <summary>How many there are at most on one.</summary>
    public const int Most = 10_000;

    /// <summary>Refuses what is no page.</summary>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Offset);
        ArgumentOutOfRangeException.ThrowIfLessThan(Top, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Top, Most);
    }

    internal (string, object?)[] Values => [("$top", Top), ("$offset", Offset)];
}
