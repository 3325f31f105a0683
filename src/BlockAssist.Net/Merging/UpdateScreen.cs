using System.Numerics.Tensors;

namespace BlockAssist.Net.Merging;

/// <summary>What can be said of updates by looking at their numbers, before anything is trained again.</summary>
/// <remarks>Catches what is plainly no update, and copies; a change that is only wrong is found by replay.</remarks>
/// <param name="weights">How many weights the model has.</param>
public sealed class UpdateScreen(int weights)
{
    /// <summary>How many times longer or shorter than the median an update may be.</summary>
    public double MostTimesMedian { get; init; } = 3;

    /// <summary>From which cosine with an earlier update on one counts as its copy.</summary>
    public double CopyCosine { get; init; } = 0.98;

    /// <summary>Looks at the updates of a round.</summary>
    /// <param name="updates">In the order in which they were committed to: the first of two that are the same is the original.</param>
    /// <returns>For each what speaks against it.</returns>
    public IReadOnlyList<ScreenFault> Of(IReadOnlyList<ReadOnlyMemory<float>> updates)
    {
        ArgumentNullException.ThrowIfNull(updates);
        var faults = new ScreenFault[updates.Count];
        var norms = new double[updates.Count];
        for (var peer = 0; peer < faults.Length; peer++)
        {
            faults[peer] = FaultOf(updates[peer].Span);
            norms[peer] = faults[peer] == ScreenFault.None ? FixedSums.Norm(updates[peer].Span) : double.NaN;
        }

        var median = Median.Of([.. norms.Where(norm => !double.IsNaN(norm))]);
        var copies = new CopySearch(weights, CopyCosine);
        for (var peer = 0; peer < faults.Length; peer++)
        {
            if (faults[peer] == ScreenFault.None)
            {
                faults[peer] = norms[peer] == 0 || norms[peer] < median / MostTimesMedian ? ScreenFault.TooShort
                    : norms[peer] > median * MostTimesMedian ? ScreenFault.TooLong
                    : copies.IsCopy(updates[peer], norms[peer]) ? ScreenFault.Copy
                    : ScreenFault.None;
            }
        }

        return faults;
    }

    private ScreenFault FaultOf(ReadOnlySpan<float> update) =>
        update.Length != weights ? ScreenFault.WrongLength
        : !TensorPrimitives.IsFiniteAll(update) ? ScreenFault.NotFinite
        : ScreenFault.None;
}
