using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds;

/// <summary>Shares out a round's budget among those whose work was verified.</summary>
/// <remarks>
/// Six parts in ten by work: segments, which all are of as many steps. Two by use: segments again, each counting by how much better its update made
/// the model at what nobody had seen, nobody's more than three times the median. So whoever falls into many identities gets no more than as one.
/// One by play: √cells that people built in what nobody had shown before. One to those who verified, by how many of their findings were those
/// that stood in the end, a finding being worth no more than a segment that is trained. What nobody earned is not paid out.
/// </remarks>
/// <param name="budget">What there is.</param>
internal sealed class CreditShares(double budget)
{
    private const double ForWork = 0.6;
    private const double ForUse = 0.2;
    private const double ForPlay = 0.1;
    private const double ForVerifying = 0.1;
    private const double MostTimesMedian = 3;

    /// <summary>What trainers get.</summary>
    /// <param name="trainers">Of each whose work counts how many segments it did, what that brought, and how much people built in its new play.</param>
    public IReadOnlyDictionary<PeerId, double> OfTrainers(IReadOnlyDictionary<PeerId, (int Segments, double Gain, int Built)> trainers)
    {
        var gains = trainers.ToDictionary(one => one.Key, one => Math.Max(0, one.Value.Gain));
        var most = MostTimesMedian * Merging.Median.Of([.. gains.Values]);
        var work = Shares(ForWork, trainers.ToDictionary(one => one.Key, one => (double)one.Value.Segments));
        var use = Shares(ForUse, trainers.ToDictionary(one => one.Key, one => one.Value.Segments * (most > 0 ? Math.Min(gains[one.Key], most) : gains[one.Key])));
        var play = Shares(ForPlay, trainers.ToDictionary(one => one.Key, one => Math.Sqrt(one.Value.Built)));
        return trainers.Keys.ToDictionary(peer => peer, peer => work[peer] + use[peer] + play[peer]);
    }

    /// <summary>What verifiers get.</summary>
    /// <param name="findings">Of each how many of its findings stood.</param>
    /// <param name="segments">How many segments were trained in the round.</param>
    public IReadOnlyDictionary<PeerId, double> OfVerifiers(IReadOnlyDictionary<PeerId, double> findings, int segments) =>
        Shares(Math.Min(ForVerifying, (ForWork + ForUse) * findings.Values.Sum() / Math.Max(1, segments)), findings);

    private Dictionary<PeerId, double> Shares(double share, IReadOnlyDictionary<PeerId, double> values)
    {
        var all = values.Values.Sum();
        return values.ToDictionary(one => one.Key, one => all > 0 ? budget * share * one.Value / all : 0);
    }
}
