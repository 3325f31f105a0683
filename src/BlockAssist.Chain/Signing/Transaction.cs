using System.Numerics;
using BlockAssist.Chain.Rlp;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Signing;

/// <summary>What an account asks of a chain (EIP-1559).</summary>
public sealed record Transaction
{
    internal const byte Type = 2;

    /// <summary>The chain; on any other it is worth nothing.</summary>
    public required ulong ChainId { get; init; }

    /// <summary>How many the account sent before.</summary>
    public required ulong Nonce { get; init; }

    /// <summary>What whoever puts it into a block is paid at most for a unit of gas.</summary>
    public required Wei MaxPriorityFeePerGas { get; init; }

    /// <summary>What a unit of gas may cost in all.</summary>
    public required Wei MaxFeePerGas { get; init; }

    /// <summary>How much gas it may use.</summary>
    public required ulong GasLimit { get; init; }

    /// <summary>To whom; null makes a contract.</summary>
    public Address? To { get; init; }

    /// <summary>How much money goes along.</summary>
    public Wei Value { get; init; }

    /// <summary>What the contract is told; or the contract itself.</summary>
    public ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>What it says it will touch.</summary>
    public IReadOnlyList<AccessListEntry> AccessList { get; init; } = [];

    /// <summary>What is signed.</summary>
    public Hash32 SigningHash => Keccak256.Of(ToBytes());

    /// <summary>The bytes without a signature.</summary>
    public byte[] ToBytes() => [Type, .. RlpWriter.Write(RlpItem.ListOf(Fields()))];

    /// <summary>Checks what no chain would take: more for whoever makes the block than in all, or a price that is no number of 256 bits.</summary>
    /// <exception cref="ChainFormatException">It is such.</exception>
    public void Check()
    {
        if (MaxPriorityFeePerGas > MaxFeePerGas)
        {
            throw new ChainFormatException("a transaction whose priority fee is above its whole fee");
        }

        if ((MaxFeePerGas.Value * GasLimit) + Value.Value > (BigInteger.One << 256) - 1)
        {
            throw new ChainFormatException("a transaction that may cost more than 2^256 - 1 wei");
        }

        if (Nonce == ulong.MaxValue)
        {
            throw new ChainFormatException("a transaction with the last nonce (EIP-2681)");
        }
    }

    /// <summary>It with a signature.</summary>
    public SignedTransaction With(EcdsaSignature signature) => new(this, signature);

    internal IReadOnlyList<RlpItem> Fields() =>
    [
        RlpItem.Of(ChainId), RlpItem.Of(Nonce), RlpItem.Of(MaxPriorityFeePerGas.Value), RlpItem.Of(MaxFeePerGas.Value), RlpItem.Of(GasLimit),
        RlpItem.Of(To?.ToArray() ?? []), RlpItem.Of(Value.Value), RlpItem.Of(Data),
        RlpItem.ListOf([.. AccessList.Select(entry => RlpItem.ListOf(
            RlpItem.Of(entry.Contract.ToArray()), RlpItem.ListOf([.. entry.Places.Select(place => RlpItem.Of(place.ToArray()))])))]),
    ];

    internal static Transaction Of(IReadOnlyList<RlpItem> fields) => new()
    {
        ChainId = fields[0].ToUInt64(),
        Nonce = fields[1].ToUInt64(),
        MaxPriorityFeePerGas = new Wei(fields[2].ToNumber()),
        MaxFeePerGas = new Wei(fields[3].ToNumber()),
        GasLimit = fields[4].ToUInt64(),
        To = fields[5].Bytes.IsEmpty ? null : AddressOf(fields[5]),
        Value = new Wei(fields[6].ToNumber()),
        Data = fields[7].Bytes,
        AccessList = [.. fields[8].Items.Select(EntryOf)],
    };

    private static AccessListEntry EntryOf(RlpItem item) => item.Items is [var contract, var places]
        ? new AccessListEntry(AddressOf(contract), [.. places.Items.Select(place => place.Bytes.Length == Hash32.Bytes ? new Hash32(place.Bytes.Span) : throw Wrong("a place of storage"))])
        : throw Wrong("an entry of its access list");

    private static Address AddressOf(RlpItem item) => item.Bytes.Length == Address.Bytes ? new Address(item.Bytes.Span) : throw Wrong("an address");

    private static ChainFormatException Wrong(string what) => new($"a transaction with {what} of another form");
}
