using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary>A function of a contract.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Inputs">What it takes.</param>
/// <param name="Outputs">What it returns.</param>
public sealed record AbiFunction(string Name, AbiTuple Inputs, AbiTuple Outputs)
{
    /// <summary>Its name and the types that it takes.</summary>
    public string Signature => Name + Inputs.Name;

    /// <summary>The four bytes by which a contract knows it.</summary>
    public Selector Selector { get; } = Selector.Of(Name + Inputs.Name);

    /// <summary>Reads <c>balanceOf(address owner) returns (uint256)</c>.</summary>
    /// <exception cref="ChainFormatException">It is no signature.</exception>
    public static AbiFunction Parse(string text)
    {
        var (name, inputs, outputs) = AbiParser.ReadSignature(text);
        return new AbiFunction(name, inputs, outputs);
    }

    /// <summary>The bytes that call it.</summary>
    /// <exception cref="ChainFormatException">A value is of another type, or does not fit; or there are more or fewer.</exception>
    public byte[] EncodeCall(params IReadOnlyList<object> values) => Selector.Before(Inputs.EncodeParts(values));

    /// <summary>What it was called with.</summary>
    /// <exception cref="ChainFormatException">The bytes do not call it.</exception>
    public IReadOnlyList<object> DecodeCall(ReadOnlyMemory<byte> bytes) =>
        Selector.At(bytes.Span) == Selector ? Inputs.DecodeParts(bytes[Selector.Bytes..]) : throw new ChainFormatException($"ABI: not a call of {Signature}");

    /// <summary>What it returned.</summary>
    /// <exception cref="ChainFormatException">The bytes are not of its types; none at all come from an address without a contract.</exception>
    public IReadOnlyList<object> DecodeResult(ReadOnlyMemory<byte> bytes) => Outputs.DecodeParts(bytes);
}
