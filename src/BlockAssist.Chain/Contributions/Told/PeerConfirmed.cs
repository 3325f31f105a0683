using BlockAssist.Chain.Contracts;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contributions.Told;

/// <summary>An account speaks for a peer from now on.</summary>
[Event("PeerConfirmed")]
public sealed class PeerConfirmed
{
    /// <summary>The account.</summary>
    [Parameter("address", "account", 1, true)]
    public Address Account { get; set; }

    /// <summary>The peer's key.</summary>
    [Parameter("bytes32", "key", 2, true)]
    public Hash32 Key { get; set; }
}
