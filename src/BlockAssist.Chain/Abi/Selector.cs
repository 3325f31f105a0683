using System.Buffers.Binary;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary>The four bytes by which a contract knows which of its functions is called, and a caller which error came back.</summary>
/// <param name="Value">The four bytes as a number.</param>
public readonly record struct Selector(uint Value)
{
    /// <summary>How many bytes one has.</summary>
    public const int Bytes = 4;

    /// <summary>That of a signature such as <c>registerPeer(string)</c>.</summary>
    public static Selector Of(string signature) => new(BinaryPrimitives.ReadUInt32BigEndian(Keccak256.Of(signature).ToArray()));

    /// <summary>The first four bytes; null if there are fewer.</summary>
    public static Selector? At(ReadOnlySpan<byte> bytes) => bytes.Length >= Bytes ? new Selector(BinaryPrimitives.ReadUInt32BigEndian(bytes)) : null;

    /// <summary>The four bytes, and others behind them.</summary>
    public byte[] Before(ReadOnlySpan<byte> rest)
    {
        var bytes = new byte[Bytes + rest.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Value);
        rest.CopyTo(bytes.AsSpan(Bytes));
        return bytes;
    }

    /// <summary>0x and eight hexadecimal digits.</summary>
    public override string ToString() => $"0x{Value:x8}";
}
