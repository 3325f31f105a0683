using System.Numerics.Tensors;

namespace BlockAssist.Net.Merging;

/// <summary>What can be said of updates by looking at their numbers, before anything is trained again.</summary>
/// <remarks>Catches what is plainly no update, and copies; a change that is only wrong is found by replay.</remarks>
/// <param name="weights">How many weights the model has.</param>
public sealed class UpdateScreen(int weights)
{
    /// <summary>How many times longer or shorter than the median an update may be, for as many segments.</summary>
    public double MostTimesMedian { get; init; } = 3;

    /// <summary>From which cosine with an earlier update on one counts as its copy.</summary>
    public double CopyCosine { get; init; } = 0.98;

    /// <summary>Looks at updates of equally many segments.</summary>
    /// <param name="updates">In the order in which they were committed to: the first of two that are the same is the original.</param>
    /// <returns>For each what speaks against it.</returns>
    public IReadOnlyList<ScreenFault> Of(IReadOnlyList<ReadOnlyMemory<float>> updates) => Of([.. updates.Select(update => new ScreenedUpdate(update))]);

    /// <summary>Looks at the updates of a round.</summary>
    /// <param name="updates">In the order in which they were committed to: the first of two that are the same is the original.</param>
    /// <returns>For each what speaks against it.</returns>
    public IReadOnlyList<ScreenFault> Of(IReadOnlyList<ScreenedUpdate> updates)
    {
        ArgumentNullException.ThrowIfNull(updates);
        var faults = new ScreenFault[updates.Count];
        var (norms, lengths) = (new double[updates.Count], new double[updates.Count]);
        for (var peer = 0; peer < faults.Length; peer++)
        {
            faults[peer] = FaultOf(updates[peer].Change.Span);
            norms[peer] = faults[peer] == ScreenFault.None ? FixedSums.Norm(updates[peer].Change.Span) : double.NaN;
            lengths[peer] = norms[peer] / UsualLengthOf(updates[peer].Segments);
        }

        int[] sound = [.. Enumerable.Range(0, faults.Length).Where(peer => faults[peer] == ScreenFault.None)];
        int[] setting = [.. sound.Where(peer => updates[peer].SetsLength)];
        var median = Median.Of([.. (setting.Length > 0 ? setting : sound).Select(peer => lengths[peer])]);
        var copies = new CopySearch(weights, CopyCosine);
        for (var peer = 0; peer < faults.Length; peer++)
        {
            if (faults[peer] == ScreenFault.None)
            {
                faults[peer] = norms[peer] == 0 || lengths[peer] < median / MostTimesMedian ? ScreenFault.TooShort
                    : lengths[peer] > median * MostTimesMedian ? ScreenFault.TooLong
                    : copies.IsCopy(updates[peer].Change, norms[peer]) ? ScreenFault.Copy
                    : ScreenFault.None;
            }
        }

        return faults;
    }

    // What is learnt grows with the steps, noise with their root; by n to the ¾ honest leases of 1 and of 64 segments are within three times of each other, whichever it is.
    private static double UsualLengthOf(int segments) => Math.Sqrt(Math.Max(1, segments) * Math.Sqrt(Math.Max(1, segments)));

    private ScreenFault FaultOf(ReadOnlySpan<float> update) =>
        update.Length != weights ? ScreenFault.WrongLength
        : !TensorPrimitives.IsFiniteAll(update) ? ScreenFault.NotFinite
        : ScreenFault.None;
}
