using BlockAssist.Chain.Contracts;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contributions.Told;

/// <summary>Work was submitted.</summary>
[Event("ContributionSubmitted")]
public sealed class ContributionSubmitted
{
    /// <summary>By which the contract knows it.</summary>
    [Parameter("bytes32", "id", 1, true)]
    public Hash32 Id { get; set; }

    /// <summary>Whose it is.</summary>
    [Parameter("address", "contributor", 2, true)]
    public Address Contributor { get; set; }

    /// <summary>In which round.</summary>
    [Parameter("uint32", "round", 3, true)]
    public uint Round { get; set; }

    /// <summary>What kind, by its number; it may be none that is known here.</summary>
    [Parameter("uint8", "kind", 4)]
    public byte Kind { get; set; }

    /// <summary>The digest of the play.</summary>
    [Parameter("bytes32", "demonstrations", 5)]
    public Hash32 Demonstrations { get; set; }

    /// <summary>The digest of what came of it.</summary>
    [Parameter("bytes32", "update", 6)]
    public Hash32 Update { get; set; }
}
