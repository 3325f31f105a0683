using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary>As many bytes as its name says: <c>bytes1</c> to <c>bytes32</c>, and <c>function</c>, which is an address and a selector.</summary>
public sealed class AbiFixedBytes : AbiType
{
    private readonly int _count;

    internal AbiFixedBytes(string name, int count)
        : base(name, isDynamic: false, Word) => _count = count;

    internal override void Write(AbiPen pen, int at, object value)
    {
        var bytes = AbiBytes.BytesOf(value) ?? throw Misfit(value);
        pen.Put(at, bytes.Length == _count ? bytes : throw Misfit(value));
    }

    internal override object Read(AbiCursor cursor, int at)
    {
        var word = cursor.Take(at, Word);
        return word[_count..].ContainsAnyExcept((byte)0) ? throw new ChainFormatException($"ABI: more bytes than {Name} has") : word[.._count].ToArray();
    }
}
