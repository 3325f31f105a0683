using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sponsored;

/// <summary>How an account that is a contract sends.</summary>
public sealed record SponsoredOptions
{
    /// <summary>What a unit of gas may cost at most, whatever the oracle says and however often an operation is replaced.</summary>
    public required Wei MaxFeePerGas { get; init; }

    /// <summary>How much gas an operation may use at most, whatever bundler and paymaster say: what is not used may be paid all the same; 2²⁴.</summary>
    public ulong MostGas { get; init; } = 1 << 24;

    /// <summary>How much more gas the call and the verification may use than the bundler says they will, in hundredths; 20.</summary>
    public int GasMargin { get; init; } = 20;

    /// <summary>How many operations are on their way at once; each has a lane, which is a key of nonces. 16, and one until the account is there.</summary>
    public int Lanes { get; init; } = 16;

    /// <summary>Among how many of the last blocks an operation is looked for that the bundler does not know, once its nonce is used; 1000.</summary>
    public int LookBack { get; init; } = 1000;
}
