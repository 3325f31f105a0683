using BlockAssist.Chain.Rlp;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Blocks;

/// <summary>What came of a transaction.</summary>
/// <param name="IsSuccess">Whether it did what it asked.</param>
/// <param name="Logs">What was told.</param>
internal sealed record Outcome(bool IsSuccess, IReadOnlyList<Log> Logs)
{
    public static Outcome Refused { get; } = new(IsSuccess: false, []);

    /// <summary>The hash of the logs, written as chains write them.</summary>
    public Hash32 DigestAt(Address contract) => Keccak256.Of(RlpWriter.Write(RlpItem.ListOf([.. Logs.Select(log => RlpItem.ListOf(
        RlpItem.Of(contract.ToArray()),
        RlpItem.ListOf([.. log.Topics.Select(topic => RlpItem.Of(topic.ToArray()))]),
        RlpItem.Of(log.Data)))])));
}
