using BlockAssist.Net.Simulations.People;

namespace BlockAssist.Net.Simulations.Reports;

/// <summary>What came of all who take part in one way.</summary>
/// <param name="Kind">How.</param>
/// <param name="People">How many people.</param>
/// <param name="Identities">How many identities they have.</param>
public sealed record KindFigures(PeerKind Kind, int People, int Identities)
{
    /// <summary>What they have of all they were credited (<see cref="Rounds.CreditBook"/>).</summary>
    public double Credit { get; init; }

    /// <summary>Steps of their own leases that they really trained.</summary>
    public long Trained { get; init; }

    /// <summary>Steps of others that they really made again.</summary>
    public long Replayed { get; init; }

    /// <summary>Credit for a step that was really made, as a share of what honest ones get for one; null where those got nothing.</summary>
    public double? AgainstHonest { get; init; }

    /// <summary>How many people were shut out.</summary>
    public int Out { get; init; }

    /// <summary>Rounds from the first in which they were not honest until they were out, on average; null if nobody was.</summary>
    public double? RoundsUntilOut { get; init; }

    /// <summary>The most rounds that it took for one of them.</summary>
    public int MostRoundsUntilOut { get; init; }

    /// <summary>How often they were told which reason.</summary>
    public IReadOnlyDictionary<string, int> Reasons { get; init; } = new Dictionary<string, int>();
}
