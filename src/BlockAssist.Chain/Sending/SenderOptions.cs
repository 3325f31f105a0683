using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sending;

/// <summary>How an account sends.</summary>
public sealed record SenderOptions
{
    /// <summary>What a unit of gas may cost at most, whatever the oracle says and however often a transaction is replaced.</summary>
    public required Wei MaxFeePerGas { get; init; }

    /// <summary>How much more gas a transaction may use than the node says it will, in hundredths; 20.</summary>
    public int GasMargin { get; init; } = 20;
}
