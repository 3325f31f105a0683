using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Ledger;

/// <summary>A ledger in a folder of its own, founded by the first of some people.</summary>
internal sealed class SomeLedger : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LocalSigner _sealer = Some.Signer(200);

    public SetClock Clock { get; } = new();

    public EmbeddedLedger Ledger { get; private set; } = null!;

    public string Path => _folder.File("chain.bal");

    public ContractPlace Place => Ledger.Place;

    public ChainNode Node => new(Ledger);

    public IChainSigner Sealer => _sealer;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SomeLedger> CreateAsync()
    {
        var some = new SomeLedger();
        var genesis = new LedgerGenesis
        {
            Founder = Some.Signer(1).Address,
            Money = new Wei(System.Numerics.BigInteger.One << 192),
            LeastBond = new Wei(1000),
            SilencePenalty = new Wei(100),
        };
        some.Ledger = await EmbeddedLedger.CreateAsync(some.Path, genesis, some._sealer, some.Clock, Cancellation);
        return some;
    }

    /// <summary>Somebody with a key of one byte over and over.</summary>
    public Person Person(byte key) => new(Some.Signer(key), Place.ChainId) { Nonce = key == 1 ? 1UL : 0 };

    /// <summary>Sends a call of the contract.</summary>
    public Task TellAsync(Person person, string function, params IReadOnlyList<object> values) =>
        Node.SendAsync(person.Sign(Place.Contract, ContributionsArtifact.Load().Abi.Function(function).EncodeCall(values)), Cancellation);

    /// <summary>Closes it, and opens it again.</summary>
    public void Reopen()
    {
        Ledger.Dispose();
        Ledger = EmbeddedLedger.Open(Path, _sealer, Clock);
    }

    public void Dispose()
    {
        Ledger.Dispose();
        _sealer.Dispose();
        _folder.Dispose();
    }
}
