using System.Numerics;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.TypedData;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sponsored;

/// <summary>An account of the kind <c>SimpleAccount</c>: one key owns it, and <c>execute(address,uint256,bytes)</c> does a call.</summary>
public sealed class SimpleAccount : ISmartAccount
{
    private static readonly AbiFunction Execute = AbiFunction.Parse("execute(address dest, uint256 value, bytes func)");
    private static readonly AbiFunction Create = AbiFunction.Parse("createAccount(address owner, uint256 salt)");
    private static readonly AbiFunction GetAddress = AbiFunction.Parse("getAddress(address owner, uint256 salt) returns (address)");

    private readonly IChainSigner _owner;
    private readonly EntryPointVersion _version;

    /// <summary>One whose address is known.</summary>
    /// <param name="owner">Who signs for it.</param>
    /// <param name="version">For which EntryPoint it is: with 0.7 it takes the hash as a personal message.</param>
    /// <param name="address">Where it is, or will be.</param>
    /// <param name="creation">How it is made; null if it is there.</param>
    public SimpleAccount(IChainSigner owner, EntryPointVersion version, Address address, AccountCreation? creation = null) =>
        (_owner, _version, Address, Creation) = (owner, version, address, creation);

    /// <inheritdoc/>
    public Address Address { get; }

    /// <inheritdoc/>
    public AccountCreation? Creation { get; }

    // A signature that somebody could have made: contracts refuse others otherwise.
    /// <inheritdoc/>
    public ReadOnlyMemory<byte> StubSignature { get; } = (byte[])[.. Enumerable.Repeat((byte)0xFF, 15), 0xF0, .. new byte[16], 0x7A, .. Enumerable.Repeat((byte)0xAA, 31), 0x1C];

    /// <summary>The one that a factory makes for a key.</summary>
    /// <param name="node">The node, which asks the factory for the address.</param>
    /// <param name="factory">The factory.</param>
    /// <param name="owner">Who signs for it.</param>
    /// <param name="salt">Which of those that the key may have.</param>
    /// <param name="version">For which EntryPoint the factory makes accounts.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<SimpleAccount> OfFactoryAsync(
        ChainNode node, Address factory, IChainSigner owner, BigInteger salt, EntryPointVersion version, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(owner);
        var answer = await node.CallAsync(new CallRequest(factory, GetAddress.EncodeCall(owner.Address, salt)), BlockRef.Latest, cancellation);
        try
        {
            return new SimpleAccount(owner, version, (Address)GetAddress.DecodeResult(answer)[0], new AccountCreation(factory, Create.EncodeCall(owner.Address, salt)));
        }
        catch (ChainFormatException error)
        {
            throw new ChainException(ChainFault.Malformed, $"{factory} tells no address of an account, as a factory would: {error.Message}");
        }
    }

    /// <inheritdoc/>
    public BigInteger KeyOf(int lane) => lane;

    /// <inheritdoc/>
    public byte[] CallDataOf(Address target, Wei value, ReadOnlyMemory<byte> data) => Execute.EncodeCall(target, value, data);

    /// <inheritdoc/>
    public async ValueTask<byte[]> SignAsync(Hash32 operation, CancellationToken cancellation) => (await _owner.SignAsync(Signed(operation), cancellation)).ToArray();

    /// <inheritdoc/>
    public bool Takes(Hash32 operation, ReadOnlySpan<byte> signature)
    {
        try
        {
            return Recovery.TryRecover(Signed(operation), EcdsaSignature.Read(signature), out var address) && address == _owner.Address;
        }
        catch (ChainFormatException)
        {
            return false;
        }
    }

    private Hash32 Signed(Hash32 operation) => _version == EntryPointVersion.V07 ? PersonalMessage.HashOf(operation.ToArray()) : operation;
}
