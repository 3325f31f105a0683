using BlockAssist.Chain.Rlp;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Signing;

/// <summary>A transaction that can be sent, and sent again: its bytes are the same every time.</summary>
public sealed class SignedTransaction : ISigned
{
    private const int FieldsUnsigned = 9;

    private readonly byte[] _bytes;

    internal SignedTransaction(Transaction transaction, EcdsaSignature signature)
    {
        (Transaction, Signature) = (transaction, signature);
        _bytes =
        [
            Transaction.Type,
            .. RlpWriter.Write(RlpItem.ListOf(
            [
                .. transaction.Fields(), RlpItem.Of(signature.RecoveryId), RlpItem.Of(Curve.NumberOf(signature.R).ToByteArrayUnsigned()),
                RlpItem.Of(Curve.NumberOf(signature.S).ToByteArrayUnsigned()),
            ])),
        ];
        Hash = Keccak256.Of(_bytes);
    }

    /// <summary>What it asks.</summary>
    public Transaction Transaction { get; }

    /// <summary>Who asks, in that the signature tells it.</summary>
    public EcdsaSignature Signature { get; }

    /// <inheritdoc/>
    public Hash32 Hash { get; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Who signed it.</summary>
    /// <exception cref="ChainFormatException">Nobody can have signed so.</exception>
    public Address Sender => Recovery.Recover(Transaction.SigningHash, Signature);

    /// <summary>Reads bytes that anybody may have written.</summary>
    /// <exception cref="ChainFormatException">They are no signed transaction of EIP-1559.</exception>
    public static SignedTransaction Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty || bytes.Span[0] != Transaction.Type)
        {
            throw new ChainFormatException("not a transaction of EIP-1559: its first byte is not 2");
        }

        var fields = RlpReader.Read(bytes[1..]).Items;
        if (fields.Count != FieldsUnsigned + 3)
        {
            throw new ChainFormatException($"a transaction of {fields.Count} fields; expected {FieldsUnsigned + 3}");
        }

        var id = fields[FieldsUnsigned].ToUInt64();
        return id <= 1
            ? new SignedTransaction(Transaction.Of(fields), new EcdsaSignature(Half(fields[FieldsUnsigned + 1]), Half(fields[FieldsUnsigned + 2]), (byte)id))
            : throw new ChainFormatException($"a transaction whose recovery id is {id}; expected 0 or 1");
    }

    /// <summary>The name by which nodes know it.</summary>
    public override string ToString() => Hash.ToString();

    private static Hash32 Half(RlpItem item)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Bytes];
        bytes.Clear();
        item.ToNumber();
        item.Bytes.Span.CopyTo(bytes[^item.Bytes.Length..]);
        return new Hash32(bytes);
    }
}
