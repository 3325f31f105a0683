using System.Numerics;

namespace BlockAssist.Chain.Contracts;

/// <summary>A call of a function, and what goes along with it.</summary>
public abstract class FunctionMessage
{
    /// <summary>How much money goes along, in wei.</summary>
    public BigInteger AmountToSend { get; set; }

    /// <summary>How much gas it may use; null lets the node say.</summary>
    public BigInteger? Gas { get; set; }
}
