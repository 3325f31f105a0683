using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary>A type of Solidity's ABI: how its values are bytes, and what they are in .NET.</summary>
/// <remarks>
/// Numbers are <see cref="System.Numerics.BigInteger"/> (written also from the numbers of .NET and <see cref="Wei"/>), addresses <see cref="Address"/>,
/// bytes of any kind <see cref="byte"/> arrays (32 of them also from <see cref="Hash32"/>), arrays and tuples lists of values.
/// </remarks>
public abstract class AbiType
{
    /// <summary>How many bytes everything is a multiple of.</summary>
    internal const int Word = 32;

    private protected AbiType(string name, bool isDynamic, int headBytes) => (Name, IsDynamic, HeadBytes) = (name, isDynamic, headBytes);

    /// <summary>How signatures call it.</summary>
    public string Name { get; }

    /// <summary>Whether its length depends on the value, so that it stands behind the others, and an offset in its place.</summary>
    public bool IsDynamic { get; }

    /// <summary>How many bytes it takes in its place.</summary>
    internal int HeadBytes { get; }

    /// <summary>Reads a type as signatures call it, such as <c>(uint256,string)[2]</c>; parts of a tuple may have names.</summary>
    /// <exception cref="ChainFormatException">It is none.</exception>
    public static AbiType Parse(string text) => AbiParser.ReadType(text);

    /// <summary>The bytes of one value alone, as <c>abi.encode</c> makes them.</summary>
    /// <exception cref="ChainFormatException">The value is of another type, or does not fit.</exception>
    public byte[] Encode(object value) => AbiSequence.Encode([this], [value]);

    /// <summary>The one value of bytes that anybody may have written.</summary>
    /// <exception cref="ChainFormatException">They are none.</exception>
    public object Decode(ReadOnlyMemory<byte> bytes) => AbiSequence.Decode([this], bytes)[0];

    /// <inheritdoc/>
    public override string ToString() => Name;

    // How many bytes the value takes where it begins, without what its parts have behind them.
    internal virtual int RoomFor(object value) => HeadBytes;

    internal abstract void Write(AbiPen pen, int at, object value);

    internal abstract object Read(AbiCursor cursor, int at);

    private protected ChainFormatException Misfit(object? value) =>
        new(value is null ? $"nothing where {Name} was expected" : $"a {value.GetType().Name} is no {Name}, or does not fit one");
}
