using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary>Values of several types: a struct, or what a function takes and returns.</summary>
public sealed class AbiTuple : AbiType
{
    private readonly AbiType[] _types;

    /// <summary>A tuple of parts.</summary>
    public AbiTuple(params IReadOnlyList<AbiParameter> parts)
        : base($"({string.Join(',', parts.Select(part => part.Type.Name))})", parts.Any(part => part.Type.IsDynamic), HeadBytesOf(parts))
    {
        Parts = parts;
        _types = [.. parts.Select(part => part.Type)];
    }

    /// <summary>Its parts.</summary>
    public IReadOnlyList<AbiParameter> Parts { get; }

    /// <summary>The bytes of the values of its parts, as they stand behind a selector.</summary>
    /// <exception cref="ChainFormatException">A value is of another type, or does not fit; or there are more or fewer.</exception>
    public byte[] EncodeParts(params IReadOnlyList<object> values) => AbiSequence.Encode(_types, values);

    /// <summary>The values of its parts in bytes that anybody may have written.</summary>
    /// <exception cref="ChainFormatException">There are none.</exception>
    public IReadOnlyList<object> DecodeParts(ReadOnlyMemory<byte> bytes) => AbiSequence.Decode(_types, bytes);

    internal override int RoomFor(object value) => AbiSequence.HeadBytesOf(_types);

    internal override void Write(AbiPen pen, int at, object value) =>
        AbiSequence.Write(pen, at, _types, value as IReadOnlyList<object> ?? throw Misfit(value));

    internal override object Read(AbiCursor cursor, int at) => AbiSequence.Read(cursor, at, _types);

    private static int HeadBytesOf(IReadOnlyList<AbiParameter> parts) =>
        parts.Any(part => part.Type.IsDynamic) ? Word : AbiSequence.HeadBytesOf(parts.Select(part => part.Type));
}
