using System.Security.Cryptography;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger.Blocks;
using BlockAssist.Chain.Rlp;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Chain.Ledger;

/// <summary>With what a ledger begins.</summary>
public sealed record LedgerGenesis
{
    private const string Format = "blockassist-ledger";
    private const int Version = 1;
    private const int Fields = 10;

    // Above all public chains: the highest that is registered is 2,716,446,429,837,000. Wallets take none above 4,503,599,627,370,476.
    private const ulong LeastChainId = 4_000_000_000_000_000;
    private const ulong ChainIds = 500_000_000_000_000;

    /// <summary>By which it is told from all other chains.</summary>
    public ulong ChainId { get; init; } = DrawChainId();

    /// <summary>The admin of the contract, to whom all money belongs at first.</summary>
    public required Address Founder { get; init; }

    /// <summary>How much there is. It is worth nothing: it is made here, and by everybody who makes a ledger.</summary>
    public Wei Money { get; init; } = Wei.ParseEther("1000000");

    /// <summary>What lets a verifier speak.</summary>
    public Wei LeastBond { get; init; } = Wei.ParseEther("1");

    /// <summary>What a verifier loses who commits and does not reveal.</summary>
    public Wei SilencePenalty { get; init; } = Wei.ParseEther("0.1");

    /// <summary>Who seals blocks.</summary>
    public Address Sealer { get; internal init; }

    /// <summary>When it was made, in seconds since 1970.</summary>
    public ulong Time { get; internal init; }

    /// <summary>Where the contract is: where the founder's first transaction would have put it.</summary>
    public ContractPlace Place => new(ChainId, CreatedContract.AddressOf(Founder, 0));

    /// <summary>An id that no public chain has, and in all likelihood no other ledger.</summary>
    public static ulong DrawChainId() => LeastChainId + (BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) % ChainIds);

    /// <summary>Why no ledger can begin with it; null if one can.</summary>
    internal string? Lack =>
        ChainId == 0 ? "a ledger without a chain id"
        : LeastBond.Value > UInt128.MaxValue || SilencePenalty.Value > UInt128.MaxValue ? "a ledger whose bond or penalty has more than 128 bits"
        : null;

    internal byte[] ToBytes(ContributionsArtifact artifact) => RlpWriter.Write(RlpItem.ListOf(
        RlpItem.Of(System.Text.Encoding.ASCII.GetBytes(Format)), RlpItem.Of(Version), RlpItem.Of(ChainId), RlpItem.Of(Time), RlpItem.Of(Founder.ToArray()), RlpItem.Of(Money.Value),
        RlpItem.Of(LeastBond.Value), RlpItem.Of(SilencePenalty.Value), RlpItem.Of(Sealer.ToArray()), RlpItem.Of(CodeOf(artifact))));

    /// <exception cref="ChainFormatException">The bytes are no first block, or of another version of the contract.</exception>
    /// <exception cref="NewerVersionException">They are of a newer version of ledgers.</exception>
    internal static LedgerGenesis Read(ReadOnlyMemory<byte> bytes, ContributionsArtifact artifact, string name)
    {
        var items = RlpReader.Read(bytes).Items;
        var isLedger = items.Count >= 2 && items[0].Bytes.Span.SequenceEqual(System.Text.Encoding.ASCII.GetBytes(Format));
        if (isLedger)
        {
            NewerVersionException.ThrowIfNewer(name, "ledgers", (long)Math.Min(items[1].ToUInt64(), long.MaxValue), Version);
        }

        if (!isLedger || items[1].ToUInt64() != Version || items.Count != Fields)
        {
            throw new ChainFormatException($"not the beginning of a ledger of version {Version}");
        }

        if (!items[^1].Bytes.Span.SequenceEqual(CodeOf(artifact)))
        {
            throw new ChainFormatException("a ledger of another version of the contract");
        }

        var genesis = new LedgerGenesis
        {
            ChainId = items[2].ToUInt64(),
            Time = items[3].ToUInt64(),
            Founder = BlockBody.AddressOf(items[4]),
            Money = new Wei(items[5].ToNumber()),
            LeastBond = new Wei(items[6].ToNumber()),
            SilencePenalty = new Wei(items[7].ToNumber()),
            Sealer = BlockBody.AddressOf(items[8]),
        };
        return genesis.Lack is { } lack ? throw new ChainFormatException(lack) : genesis;
    }

    private static byte[] CodeOf(ContributionsArtifact artifact) => Keccak256.Of(artifact.Runtime.Span).ToArray();
}
