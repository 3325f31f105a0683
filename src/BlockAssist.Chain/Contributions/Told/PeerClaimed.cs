using BlockAssist.Chain.Contracts;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contributions.Told;

/// <summary>An account says that it speaks for a peer.</summary>
[Event("PeerClaimed")]
public sealed class PeerClaimed
{
    /// <summary>The account.</summary>
    [Parameter("address", "account", 1, true)]
    public Address Account { get; set; }

    /// <summary>The peer's key.</summary>
    [Parameter("bytes32", "key", 2, true)]
    public Hash32 Key { get; set; }

    /// <summary>What is said to be the peer's signature of that.</summary>
    [Parameter("bytes", "signature", 3)]
    public byte[] Signature { get; set; } = [];
}
