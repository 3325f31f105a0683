using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary><c>address</c>.</summary>
public sealed class AbiAddress : AbiType
{
    private const int Zeros = Word - Address.Bytes;

    internal AbiAddress()
        : base("address", isDynamic: false, Word)
    {
    }

    internal override void Write(AbiPen pen, int at, object value) => pen.Put(at + Zeros, value is Address address ? address.ToArray() : throw Misfit(value));

    internal override object Read(AbiCursor cursor, int at)
    {
        var word = cursor.Take(at, Word);
        return word[..Zeros].ContainsAnyExcept((byte)0) ? throw new ChainFormatException("ABI: an address of more than 20 bytes") : new Address(word[Zeros..]);
    }
}
