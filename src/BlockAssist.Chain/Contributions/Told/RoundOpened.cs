using BlockAssist.Chain.Contracts;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contributions.Told;

/// <summary>A round was opened.</summary>
[Event("RoundOpened")]
public sealed class RoundOpened
{
    /// <summary>Its number.</summary>
    [Parameter("uint32", "round", 1, true)]
    public uint Round { get; set; }

    /// <summary>The model with which it begins.</summary>
    [Parameter("bytes32", "parent", 2, true)]
    public Hash32 Parent { get; set; }

    /// <summary>Until when work can be submitted, in seconds since 1970.</summary>
    [Parameter("uint64", "submitUntil", 3)]
    public ulong SubmitUntil { get; set; }

    /// <summary>Until when verifiers commit, in seconds since 1970.</summary>
    [Parameter("uint64", "attestUntil", 4)]
    public ulong AttestUntil { get; set; }

    /// <summary>From when on it can be settled, in seconds since 1970.</summary>
    [Parameter("uint64", "revealUntil", 5)]
    public ulong RevealUntil { get; set; }

    /// <summary>What there is to share out.</summary>
    [Parameter("uint256", "pool", 6)]
    public Wei Pool { get; set; }
}
