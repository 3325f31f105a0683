using BlockAssist.Chain.Contracts;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contributions.Told;

/// <summary>A verifier showed what it says of a contribution.</summary>
[Event("Attested")]
public sealed class Attested
{
    /// <summary>Of which.</summary>
    [Parameter("bytes32", "id", 1, true)]
    public Hash32 Id { get; set; }

    /// <summary>Who.</summary>
    [Parameter("address", "verifier", 2, true)]
    public Address Verifier { get; set; }

    /// <summary>Whether it is what it says it is.</summary>
    [Parameter("bool", "accepts", 3)]
    public bool Accepts { get; set; }

    /// <summary>What it is worth in the verifier's eyes.</summary>
    [Parameter("uint32", "score", 4)]
    public uint Score { get; set; }
}
