using BlockAssist.Net.Blobs;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Simulations.People;

/// <summary>Which model came after which.</summary>
internal sealed class ModelLine
{
    private readonly Dictionary<BlobId, BlobId> _before = [];

    /// <summary>The model before a model; null where there was none.</summary>
    public BlobId? Older(BlobId model) => _before.TryGetValue(model, out var before) ? before : null;

    /// <summary>A round is over.</summary>
    public void Note(RoundRecord record)
    {
        if (record.IsPromoted)
        {
            _before.TryAdd(record.Model, record.Terms.Base);
        }
    }
}
