using System.Numerics;
using BlockAssist.Chain.Contracts;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contributions.Told;

/// <summary>A line of a settled round was claimed.</summary>
[Event("CreditClaimed")]
public sealed class CreditClaimed
{
    /// <summary>Of which round.</summary>
    [Parameter("uint32", "round", 1, true)]
    public uint Round { get; set; }

    /// <summary>For whom.</summary>
    [Parameter("address", "account", 2, true)]
    public Address Account { get; set; }

    /// <summary>Which line.</summary>
    [Parameter("uint256", "index", 3)]
    public BigInteger Index { get; set; }

    /// <summary>How much.</summary>
    [Parameter("uint256", "amount", 4)]
    public Wei Amount { get; set; }
}
