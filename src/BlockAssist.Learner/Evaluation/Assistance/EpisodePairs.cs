namespace BlockAssist.Learner.Evaluation.Assistance;

/// <summary>Episodes with a helper, each beside that of the human alone.</summary>
/// <remarks>Estimates draw whole houses: what was seen of one house several times is not as much evidence as that of several houses.</remarks>
internal sealed class EpisodePairs(IReadOnlyList<AssistedEpisode> helped, IReadOnlyList<AssistedEpisode> alone)
{
    private readonly IReadOnlyList<IReadOnlyList<EpisodePair>> _houses =
        [.. helped.Zip(alone, (with, without) => new EpisodePair(with, without)).GroupBy(pair => pair.Alone.Human.Goal, (_, pairs) => pairs.ToList())];

    /// <summary>The mean of a value over episodes.</summary>
    public Estimate Mean(Func<EpisodePair, double> value) =>
        Ratio(value, _ => 1) ?? throw new InvalidOperationException("There is no episode.");

    /// <summary>A part of a whole, of all episodes together; null if there is no whole.</summary>
    public Estimate? Ratio(Func<EpisodePair, double> part, Func<EpisodePair, double> whole) =>
        Estimate.OfRatio([.. _houses.Select(pairs => new Portion(pairs.Sum(part), pairs.Sum(whole)))]);
}
