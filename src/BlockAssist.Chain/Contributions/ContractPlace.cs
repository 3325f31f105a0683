using System.Globalization;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contributions;

/// <summary>Where a contract is.</summary>
/// <param name="ChainId">On which chain.</param>
/// <param name="Contract">At which address.</param>
public sealed record ContractPlace(ulong ChainId, Address Contract)
{
    /// <summary>The contract and its chain, as <c>0x…@31337</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Contract}@{ChainId}");
}
