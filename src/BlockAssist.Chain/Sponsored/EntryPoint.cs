using System.Numerics;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.TypedData;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sponsored;

/// <summary>The contract through which user operations come to their accounts (ERC-4337).</summary>
/// <param name="Contract">Where it is.</param>
/// <param name="Version">Which it is.</param>
public sealed record EntryPoint(Address Contract, EntryPointVersion Version)
{
    private const string StructName = "PackedUserOperation";

    private static readonly AbiFunction GetNonce = AbiFunction.Parse("getNonce(address sender, uint192 key) returns (uint256)");
    private static readonly AbiTuple Packed = AbiFunction.Parse("op(address,uint256,bytes32,bytes32,bytes32,uint256,bytes32,bytes32)").Inputs;
    private static readonly AbiTuple Bound = AbiFunction.Parse("op(bytes32,address,uint256)").Inputs;

    private static readonly TypedField[] Names =
    [
        new("sender", "address"), new("nonce", "uint256"), new("initCode", "bytes"), new("callData", "bytes"),
        new("accountGasLimits", "bytes32"), new("preVerificationGas", "uint256"), new("gasFees", "bytes32"), new("paymasterAndData", "bytes"),
    ];

    private static readonly TypedStructs Structs = new(new Dictionary<string, IReadOnlyList<TypedField>> { [StructName] = Names });

    /// <summary>Where 0.7 is on most chains.</summary>
    public static EntryPoint Usual07 { get; } = new(Address.Parse("0x0000000071727De22E5E9d8BAf0edAc6f37da032"), EntryPointVersion.V07);

    /// <summary>Where 0.8 is on most chains.</summary>
    public static EntryPoint Usual08 { get; } = new(Address.Parse("0x4337084D9E255Ff0702461CF8895CE9E3b5Ff108"), EntryPointVersion.V08);

    /// <summary>By which an operation is known, and what its account signs: it is of this contract and one chain alone.</summary>
    public Hash32 HashOf(UserOperation operation, ulong chainId)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return Version == EntryPointVersion.V07
            ? Keccak256.Of(Bound.EncodeParts(Keccak256.Of(Packed.EncodeParts(Fields(operation, bytes => Keccak256.Of(bytes)))), Contract, chainId))
            : Domain(chainId).DigestOf(Structs, StructName, Names.Zip(Fields(operation, bytes => bytes)).ToDictionary(field => field.First.Name, object? (field) => field.Second));
    }

    /// <summary>The next number of an account for a key, up to a block; the key is in its upper 192 bits.</summary>
    internal async Task<BigInteger> NonceAsync(ChainNode node, Address account, BigInteger key, BlockRef block, CancellationToken cancellation)
    {
        var answer = await node.CallAsync(new CallRequest(Contract, GetNonce.EncodeCall(account, key)), block, cancellation);
        try
        {
            var nonce = (BigInteger)GetNonce.DecodeResult(answer)[0];
            return nonce >> UserOperation.SequenceBits == key ? nonce : throw new ChainFormatException("it has another key");
        }
        catch (ChainFormatException error)
        {
            throw new ChainException(ChainFault.Malformed, $"{Contract} tells no nonce, as an EntryPoint would: {error.Message}");
        }
    }

    private static object[] Fields(UserOperation operation, Func<byte[], object> dynamic) =>
    [
        operation.Sender, operation.Nonce, dynamic(operation.InitCode), dynamic(operation.CallData.ToArray()), operation.AccountGasLimits, operation.Gas.PreVerification, operation.GasFees,
        dynamic(operation.PaymasterAndData),
    ];

    private TypedDomain Domain(ulong chainId) => new() { Name = "ERC4337", Version = "1", ChainId = chainId, VerifyingContract = Contract };
}
