using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sending;

/// <summary>What a transaction should pay now, a unit of gas.</summary>
/// <param name="BaseFee">What the next block costs at least.</param>
/// <param name="MaxPriorityFeePerGas">What whoever makes the block is paid besides.</param>
/// <param name="MaxFeePerGas">What it may cost in all.</param>
public sealed record FeeQuote(Wei BaseFee, Wei MaxPriorityFeePerGas, Wei MaxFeePerGas)
{
    /// <summary>The same, but never more in all than a cap.</summary>
    public FeeQuote Within(Wei cap) => this with { MaxPriorityFeePerGas = Wei.Min(MaxPriorityFeePerGas, cap), MaxFeePerGas = Wei.Min(MaxFeePerGas, cap) };
}
