using BlockAssist.Chain.Rpc;

namespace BlockAssist.Chain.Standings;

/// <summary>Where a log stands on its chain, as one number in which later is larger.</summary>
internal static class LogPlace
{
    private const int IndexBits = 24;
    private const ulong MostHeight = 1UL << 39;

    /// <summary>The number of a log.</summary>
    /// <exception cref="ChainException">No block is so high, or none has so many logs.</exception>
    public static long Of(EventLog log) => log.Height < MostHeight && log.Index < 1UL << IndexBits
        ? FirstOf(log.Height) | (long)log.Index
        : throw new ChainException(ChainFault.Malformed, $"the node tells of log {log.Index} of block {log.Height}");

    /// <summary>The number that the first log of a block has.</summary>
    public static long FirstOf(ulong height) => (long)height << IndexBits;

    /// <summary>How high the block is.</summary>
    public static ulong HeightOf(long at) => (ulong)(at >> IndexBits);
}
