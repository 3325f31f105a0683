using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sending;

/// <summary>Goes by the last blocks: the median of what their median transactions paid besides, and twice the base fee, which five full blocks in a row do not reach.</summary>
/// <param name="node">The node that is asked.</param>
/// <param name="leastTip">What is paid besides at least.</param>
public sealed class FeeHistoryOracle(ChainNode node, Wei leastTip) : IFeeOracle
{
    private const int Blocks = 10;
    private const double Median = 50;

    /// <inheritdoc/>
    public async Task<FeeQuote> QuoteAsync(CancellationToken cancellation)
    {
        var history = await node.FeeHistoryAsync(Blocks, Median, cancellation);
        var tips = history.Tips.Order().ToArray();
        var tip = Wei.Max(leastTip, tips.Length > 0 ? tips[tips.Length / 2] : Wei.Zero);
        try
        {
            return new FeeQuote(history.NextBaseFee, tip, (history.NextBaseFee * 2) + tip);
        }
        catch (OverflowException)
        {
            throw new ChainException(ChainFault.Malformed, "the node's fees are beyond all that there can be");
        }
    }
}
