namespace BlockAssist.Chain.Sending;

/// <summary>Who knows what transactions should pay.</summary>
public interface IFeeOracle
{
    /// <summary>What they should pay now.</summary>
    Task<FeeQuote> QuoteAsync(CancellationToken cancellation);
}
