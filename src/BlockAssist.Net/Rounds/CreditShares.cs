using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds;

/// <summary>Shares out a round's budget among those whose work was verified.</summary>
/// <remarks>
/// Six parts in ten by work: √segments, which all are of as many steps. Two by use: how much better each update made the model at what nobody had
/// seen, nobody more than three times the median. One by play: √cells that people built in what nobody had shown before. One to those who
/// verified, by how many of their findings were those that stood in the end.
/// What nobody earned is not paid out.
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
        var work = trainers.ToDictionary(one => one.Key, one => Math.Sqrt(one.Value.Segments));
        var gains = trainers.ToDictionary(one => one.Key, one => Math.Max(0, one.Value.Gain));
        var most = MostTimesMedian * Merging.Median.Of([.. gains.Values]);
        var use = gains.ToDictionary(one => one.Key, one => most > 0 ? Math.Min(one.Value, most) : one.Value);
        var play = trainers.ToDictionary(one => one.Key, one => Math.Sqrt(one.Value.Built));
        return trainers.ToDictionary(one => one.Key, one => Part(ForWork, work, one.Key) + Part(ForUse, use, one.Key) + Part(ForPlay, play, one.Key));
    }

    /// <summary>What verifiers get.</summary>
    /// <param name="findings">Of each how many of its findings stood.</param>
    public IReadOnlyDictionary<PeerId, double> OfVerifiers(IReadOnlyDictionary<PeerId, double> findings) =>
        findings.ToDictionary(one => one.Key, one => Part(ForVerifying, findings, one.Key));

    private double Part(double share, IReadOnlyDictionary<PeerId, double> values, PeerId peer) =>
        values.Values.Sum() is > 0 and var all ? budget * share * values[peer] / all : 0;
}
