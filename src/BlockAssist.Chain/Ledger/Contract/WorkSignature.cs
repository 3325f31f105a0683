using System.Numerics;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.TypedData;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>Work that its contributor signed (EIP-712), for somebody else to send: OpenZeppelin's <c>ECDSA</c> and <c>EIP712</c>.</summary>
internal sealed class WorkSignature(Host host)
{
    public const string Name = "BlockAssist Contributions";
    public const string Version = "1";

    private const byte First = 27;

    private static readonly BigInteger HalfOrder = BigInteger.Parse(
        "07FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0", System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture);

    private static readonly AbiTuple Struct = AbiFunction.Parse("work(bytes32,address,uint8,uint32,bytes32,bytes32,bytes32)").Inputs;

    private readonly Hash32 _separator = new TypedDomain { Name = Name, Version = Version, ChainId = host.Place.ChainId, VerifyingContract = host.Place.Contract }.Separator;

    /// <summary>The hash of the struct's type.</summary>
    public static Hash32 TypeHash { get; } = Keccak256.Of("Work(address contributor,uint8 kind,uint32 round,bytes32 parent,bytes32 demonstrations,bytes32 update)");

    /// <summary>Who signed that work is a contributor's.</summary>
    public Address SignerOf(Address contributor, WorkData work, ReadOnlySpan<byte> signature)
    {
        var content = Keccak256.Of(Struct.EncodeParts(TypeHash, contributor, work.Kind, work.Round, work.Parent, work.Demonstrations, work.Update));
        if (signature.Length != EcdsaSignature.Bytes)
        {
            throw host.Revert("ECDSAInvalidSignatureLength", signature.Length);
        }

        var (r, s, v) = (new Hash32(signature[..32]), new Hash32(signature[32..64]), signature[64]);
        if (new BigInteger(signature[32..64], isUnsigned: true, isBigEndian: true) > HalfOrder)
        {
            throw host.Revert("ECDSAInvalidSignatureS", s);
        }

        return v is First or First + 1 && Recovery.TryRecover(DigestOf(content), new EcdsaSignature(r, s, (byte)(v - First)), out var signer)
            ? signer
            : throw host.Revert("ECDSAInvalidSignature");
    }

    private Hash32 DigestOf(Hash32 content) => Keccak256.Of((byte[])[0x19, 0x01, .. _separator.ToArray(), .. content.ToArray()]);
}
