using BlockAssist.Chain.Contracts;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contributions.Told;

/// <summary>A peer was shut out.</summary>
[Event("PeerBarred")]
public sealed class PeerBarred
{
    /// <summary>Its account.</summary>
    [Parameter("address", "account", 1, true)]
    public Address Account { get; set; }

    /// <summary>Its key.</summary>
    [Parameter("bytes32", "key", 2, true)]
    public Hash32 Key { get; set; }

    /// <summary>The digest of what shows that it lied.</summary>
    [Parameter("bytes32", "evidence", 3, true)]
    public Hash32 Evidence { get; set; }
}
