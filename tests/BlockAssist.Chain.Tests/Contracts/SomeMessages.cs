using System.Numerics;
using BlockAssist.Chain.Contracts;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Contracts;

[Event("ContributionSubmitted")]
internal sealed class ContributionSubmitted
{
    [Parameter("address", "contributor", 1, true)]
    public string Contributor { get; set; } = "";

    [Parameter("uint32", "round", 2, false)]
    public uint Round { get; set; }

    [Parameter("bytes32", "id", 3, true)]
    public Hash32 Id { get; set; }
}

[Function("submit", "bool")]
internal sealed class SubmitFunction : FunctionMessage
{
    [Parameter("tuple[]", "work", 2)]
    public List<Work> Work { get; set; } = [];

    [Parameter("address", "user", 1)]
    public string User { get; set; } = "";
}

internal sealed class Work
{
    [Parameter("uint256", "score", 1)]
    public BigInteger Score { get; set; }

    [Parameter("bytes32[2]", "hashes", 2)]
    public Hash32[] Hashes { get; set; } = [];
}

[Function("totals")]
internal sealed class TotalsFunction : FunctionMessage;

internal sealed class Totals
{
    [Parameter("uint64", "rounds", 1)]
    public ulong Rounds { get; set; }

    [Parameter("tuple", "best", 2)]
    public Work Best { get; set; } = new();

    [Parameter("string[]", "names", 3)]
    public List<string> Names { get; set; } = [];
}

[Error("DuplicateContribution")]
internal sealed class DuplicateContribution
{
    [Parameter("bytes32", "id", 1)]
    public byte[] Id { get; set; } = [];
}
