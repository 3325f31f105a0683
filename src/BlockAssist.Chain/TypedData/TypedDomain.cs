using System.Numerics;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.TypedData;

/// <summary>For whom a struct is signed, so that the signature is of no use elsewhere. What is null is left out.</summary>
public sealed record TypedDomain
{
    internal const string StructName = "EIP712Domain";

    /// <summary>The application's name.</summary>
    public string? Name { get; init; }

    /// <summary>Its version.</summary>
    public string? Version { get; init; }

    /// <summary>The chain.</summary>
    public BigInteger? ChainId { get; init; }

    /// <summary>The contract that checks the signature.</summary>
    public Address? VerifyingContract { get; init; }

    /// <summary>What else tells it from others.</summary>
    public Hash32? Salt { get; init; }

    /// <summary>Its own hash: the separator.</summary>
    public Hash32 Separator => new TypedStructs(new Dictionary<string, IReadOnlyList<TypedField>> { [StructName] = [.. Given.Select(part => part.Field)] })
        .HashOf(StructName, Given.ToDictionary(part => part.Field.Name, object? (part) => part.Value));

    private IEnumerable<(TypedField Field, object Value)> Given =>
        from part in ((string Name, string Type, object? Value)[])
        [
            ("name", "string", Name), ("version", "string", Version), ("chainId", "uint256", ChainId),
            ("verifyingContract", "address", VerifyingContract), ("salt", "bytes32", Salt),
        ]
        where part.Value is not null
        select (new TypedField(part.Name, part.Type), part.Value);

    /// <summary>What is signed for a struct (EIP-712).</summary>
    /// <param name="structs">The structs that there are.</param>
    /// <param name="name">Which of them.</param>
    /// <param name="values">Its fields, by name.</param>
    /// <exception cref="ChainFormatException">A field is absent, or of another type.</exception>
    public Hash32 DigestOf(TypedStructs structs, string name, IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(structs);
        return Keccak256.Of((byte[])[0x19, 0x01, .. Separator.ToArray(), .. structs.HashOf(name, values).ToArray()]);
    }
}
