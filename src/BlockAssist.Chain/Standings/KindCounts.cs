namespace BlockAssist.Chain.Standings;

/// <summary>How many contributions of which kind.</summary>
/// <param name="Sessions">Play.</param>
/// <param name="Training">Leases that were trained.</param>
/// <param name="Verifying">What others trained and was verified.</param>
/// <param name="Clips">Clips of play.</param>
/// <param name="Others">Of kinds that are not known here.</param>
public sealed record KindCounts(int Sessions, int Training, int Verifying, int Clips, int Others)
{
    /// <summary>None.</summary>
    public static KindCounts None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>All together.</summary>
    public int Sum => Sessions + Training + Verifying + Clips + Others;

    /// <summary>How they are counted in the tables.</summary>
    internal const string Columns = "SUM(kind = 0), SUM(kind = 1), SUM(kind = 2), SUM(kind = 3), SUM(kind > 3)";
}
