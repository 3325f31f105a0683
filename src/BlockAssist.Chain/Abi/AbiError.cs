using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary>An error that a contract gives back with a reason.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Inputs">What it tells.</param>
public sealed record AbiError(string Name, AbiTuple Inputs)
{
    /// <summary>The four bytes with which it begins.</summary>
    public Selector Selector { get; } = Selector.Of(Name + Inputs.Name);

    /// <summary>Reads <c>DuplicateContribution(bytes32 id)</c>.</summary>
    /// <exception cref="ChainFormatException">It is no signature.</exception>
    public static AbiError Parse(string text)
    {
        var (name, inputs, _) = AbiParser.ReadSignature(text);
        return new AbiError(name, inputs);
    }
}
