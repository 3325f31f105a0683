namespace BlockAssist.Net.Merging;

/// <summary>Finds updates that are earlier ones over again.</summary>
/// <remarks>
/// Compares weight by weight only where the images of two updates are near each other, which hardly ever happens by chance. Who knows how images
/// are made can make a copy that they do not show; but so can anybody hide one from the weights by as much noise as a quarter of its length.
/// </remarks>
/// <param name="weights">How many weights an update has.</param>
/// <param name="cosine">From which cosine on one counts as the copy of another.</param>
internal sealed class CopySearch(int weights, double cosine)
{
    // Near a cosine of 0.98 an image is wrong by 0.001; the rest is for updates that are a few large weights.
    private const double ImageMargin = 0.15;

    private readonly UpdateSketch _sketch = new(weights);
    private readonly List<Original> _originals = [];

    /// <summary>Whether an update is a copy of an earlier one; if not, later ones may be copies of it.</summary>
    /// <param name="update">The update.</param>
    /// <param name="norm">Its length; not 0.</param>
    public bool IsCopy(ReadOnlyMemory<float> update, double norm)
    {
        var one = new Original(update, norm, _sketch.Of(update.Span, norm));
        if (_originals.Exists(earlier => MayBeCopy(earlier.Image, one.Image) && IsCopy(earlier, one)))
        {
            return true;
        }

        _originals.Add(one);
        return false;
    }

    private bool MayBeCopy(float[] earlier, float[] image) =>
        earlier.Length == 0 || image.Length == 0 || FixedSums.OfProducts(earlier, image) > cosine - ImageMargin;

    private bool IsCopy(Original earlier, Original one) =>
        FixedSums.OfProducts(earlier.Update.Span, one.Update.Span) > cosine * earlier.Norm * one.Norm;

    private readonly record struct Original(ReadOnlyMemory<float> Update, double Norm, float[] Image);
}
