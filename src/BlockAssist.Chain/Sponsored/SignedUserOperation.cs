using System.Numerics;
using BlockAssist.Chain.Rlp;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sponsored;

/// <summary>A user operation that can be sent, and sent again.</summary>
/// <remarks>
/// Its bytes are this program's own, since there is no form that all use: 0x43 0x37, and an RLP list of the EntryPoint's version, the chain, the EntryPoint,
/// the sender, the nonce, [factory, data] or [], the call data, [gas of the call, of the verification, before it], [priority fee, whole fee],
/// [paymaster, gas of its verification, gas at the end, data] or [], and the signature.
/// </remarks>
public sealed class SignedUserOperation : ISigned
{
    private const int MostBytes = 1 << 17;
    private const int Fields = 11;

    private static readonly byte[] Mark = [0x43, 0x37];

    private readonly byte[] _bytes;

    internal SignedUserOperation(UserOperation operation, EntryPoint entryPoint, ulong chainId, ReadOnlyMemory<byte> signature)
    {
        (Operation, EntryPoint, ChainId, Signature) = (operation, entryPoint, chainId, signature);
        Hash = entryPoint.HashOf(operation, chainId);
        _bytes = [.. Mark, .. RlpWriter.Write(ToItem())];
        if (_bytes.Length > MostBytes)
        {
            throw new ChainFormatException($"a user operation of {_bytes.Length} bytes; expected at most {MostBytes}");
        }
    }

    /// <summary>What it asks.</summary>
    public UserOperation Operation { get; }

    /// <summary>Through which contract.</summary>
    public EntryPoint EntryPoint { get; }

    /// <summary>On which chain.</summary>
    public ulong ChainId { get; }

    /// <summary>What the account takes for its own.</summary>
    public ReadOnlyMemory<byte> Signature { get; }

    /// <inheritdoc/>
    public Hash32 Hash { get; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Reads bytes that anybody may have written.</summary>
    /// <exception cref="ChainFormatException">They are no signed user operation.</exception>
    public static SignedUserOperation Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes || !bytes.Span.StartsWith(Mark))
        {
            throw new ChainFormatException("not a user operation: its first bytes are not 0x4337, or it is too long");
        }

        var fields = RlpReader.Read(bytes[Mark.Length..]).Items;
        if (fields.Count != Fields)
        {
            throw new ChainFormatException($"a user operation of {fields.Count} fields; expected {Fields}");
        }

        var version = fields[0].ToUInt64() switch
        {
            (ulong)EntryPointVersion.V07 => EntryPointVersion.V07,
            (ulong)EntryPointVersion.V08 => EntryPointVersion.V08,
            var other => throw new ChainFormatException($"a user operation of version {other} of the EntryPoint"),
        };
        return new SignedUserOperation(OperationOf(fields), new EntryPoint(AddressOf(fields[2]), version), fields[1].ToUInt64(), fields[10].Bytes);
    }

    /// <summary>The name by which bundlers know it.</summary>
    public override string ToString() => Hash.ToString();

    private static UserOperation OperationOf(IReadOnlyList<RlpItem> fields) => fields[7].Items is [var call, var verification, var before] && fields[8].Items is [var tip, var fee]
        ? new UserOperation
        {
            Sender = AddressOf(fields[3]),
            Nonce = fields[4].ToNumber(),
            Creation = CreationOf(fields[5]),
            CallData = fields[6].Bytes,
            Gas = new UserOperationGas(call.ToUInt64(), verification.ToUInt64(), before.ToUInt64()),
            MaxPriorityFeePerGas = new Wei(tip.ToNumber()),
            MaxFeePerGas = new Wei(fee.ToNumber()),
            Sponsorship = SponsorshipOf(fields[9]),
        }
        : throw Wrong("gas or fees");

    private static AccountCreation? CreationOf(RlpItem item) => item.Items switch
    {
        [] => null,
        [var factory, var data] => new AccountCreation(AddressOf(factory), data.Bytes),
        _ => throw Wrong("a factory"),
    };

    private static Sponsorship? SponsorshipOf(RlpItem item) => item.Items switch
    {
        [] => null,
        [var paymaster, var verification, var end, var data] => new Sponsorship(AddressOf(paymaster), verification.ToUInt64(), end.ToUInt64(), data.Bytes),
        _ => throw Wrong("a paymaster"),
    };

    private static Address AddressOf(RlpItem item) => item.Bytes.Length == Address.Bytes ? new Address(item.Bytes.Span) : throw Wrong("an address");

    private static ChainFormatException Wrong(string what) => new($"a user operation with {what} of another form");

    private RlpItem ToItem() => RlpItem.ListOf(
        Number((int)EntryPoint.Version), Number(ChainId), Of(EntryPoint.Contract), Of(Operation.Sender), Number(Operation.Nonce),
        Operation.Creation is { } creation ? RlpItem.ListOf(Of(creation.Factory), RlpItem.Of(creation.Data)) : RlpItem.ListOf(),
        RlpItem.Of(Operation.CallData),
        RlpItem.ListOf(Number(Operation.Gas.Call), Number(Operation.Gas.Verification), Number(Operation.Gas.PreVerification)),
        RlpItem.ListOf(Number(Operation.MaxPriorityFeePerGas.Value), Number(Operation.MaxFeePerGas.Value)),
        Operation.Sponsorship is { } sponsorship
            ? RlpItem.ListOf(Of(sponsorship.Paymaster), Number(sponsorship.VerificationGas), Number(sponsorship.PostOperationGas), RlpItem.Of(sponsorship.Data))
            : RlpItem.ListOf(),
        RlpItem.Of(Signature));

    private static RlpItem Number(BigInteger number) => RlpItem.Of(number);

    private static RlpItem Of(Address address) => RlpItem.Of(address.ToArray());
}
