using BlockAssist.Chain.Contracts;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contributions.Told;

/// <summary>A round was settled.</summary>
[Event("RoundSettled")]
public sealed class RoundSettled
{
    /// <summary>Its number.</summary>
    [Parameter("uint32", "round", 1, true)]
    public uint Round { get; set; }

    /// <summary>The model that plays from then on.</summary>
    [Parameter("bytes32", "model", 2, true)]
    public Hash32 Model { get; set; }

    /// <summary>The digest of the evidence for every credit.</summary>
    [Parameter("bytes32", "record", 3, true)]
    public Hash32 Record { get; set; }

    /// <summary>The root of what is credited.</summary>
    [Parameter("bytes32", "creditRoot", 4)]
    public Hash32 CreditRoot { get; set; }

    /// <summary>How much is credited in all.</summary>
    [Parameter("uint256", "credited", 5)]
    public Wei Credited { get; set; }
}
