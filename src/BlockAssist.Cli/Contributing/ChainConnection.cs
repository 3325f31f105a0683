using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;
using BlockAssist.Net.Links;

namespace BlockAssist.Cli.Contributing;

/// <summary>A chain, the contract on it, and how an account of this node sends there.</summary>
internal sealed class ChainConnection : IDisposable
{
    private const int GweiInThousandths = 1000;

    // Nobody takes it there.
    private static readonly Wei FreeFee = Wei.Gwei(1000);

    private readonly List<IDisposable> _open = [];
    private readonly TimeProvider _clock;
    private readonly Wei _maxFee;

    private ChainConnection(string name, IJsonRpc rpc, ContractPlace place, int confirmations, Wei maxFee, TimeProvider clock)
    {
        (Name, Node, _clock, _maxFee) = (name, new ChainNode(rpc), clock, maxFee);
        Contract = new ContributionsContract(Node, place, Artifact);
        Wait = new WaitOptions { Confirmations = confirmations };
        _open.Add((IDisposable)rpc);
    }

    /// <summary>Which chain, for people.</summary>
    public string Name { get; }

    /// <summary>The ledger of this node; null where it is another chain.</summary>
    public EmbeddedLedger? Own { get; private init; }

    /// <summary>Whether nothing costs anything there, and there is no money of any worth.</summary>
    public bool IsFree { get; private init; }

    /// <summary>The block from which on the contract is there, as far as that is known.</summary>
    public ulong First { get; private init; }

    /// <summary>What the contract is.</summary>
    public ContributionsArtifact Artifact { get; } = ContributionsArtifact.Load();

    /// <summary>A node of the chain.</summary>
    public ChainNode Node { get; }

    /// <summary>The contract.</summary>
    public ContributionsContract Contract { get; }

    /// <summary>How transactions are waited for.</summary>
    public WaitOptions Wait { get; }

    /// <summary>A connection over HTTP. Nothing is asked yet.</summary>
    public static ChainConnection To(ChainSettings settings, TimeProvider clock)
    {
        var fee = new Wei((long)(settings.MaxGwei * GweiInThousandths)) * (1_000_000_000 / GweiInThousandths);
        var rpc = new HttpJsonRpc(new Uri(settings.Rpc), HttpJsonRpc.Handler(), new RpcOptions(), clock, new Random());
        return new ChainConnection(settings.Host, rpc, settings.Place, settings.Confirmations, fee, clock) { First = settings.First };
    }

    /// <summary>The settings of a chain of which only the node is known so far.</summary>
    public static async Task<ChainSettings> FindAsync(ChainSettings asked, TimeProvider clock, CancellationToken cancellation)
    {
        using var unknown = To(asked, clock);
        return asked with { ChainId = await unknown.Node.ChainIdAsync(cancellation) };
    }

    /// <summary>A connection to a ledger in this process, which it closes in the end.</summary>
    public static ChainConnection To(EmbeddedLedger ledger, TimeProvider clock) =>
        new("the ledger of this node", ledger, ledger.Place, confirmations: 1, FreeFee, clock) { Own = ledger, IsFree = true };

    /// <summary>A connection to the ledger of a hub.</summary>
    public static ChainConnection To(LinkWay way, SwarmAddress hub, ContractPlace place, TimeProvider clock)
    {
        var rpc = new HttpJsonRpc(new UriBuilder(Uri.UriSchemeHttps, hub.Host, hub.Port).Uri, way, new RpcOptions(), clock, new Random());
        return new ChainConnection($"the ledger of the hub at {hub.Host}", rpc, place, confirmations: 1, FreeFee, clock) { IsFree = true };
    }

    /// <summary>Who sends for an account of this node.</summary>
    /// <param name="signer">The account.</param>
    /// <param name="folder">Where it is noted that this process does.</param>
    /// <exception cref="ChainException">Another process does.</exception>
    public AccountSender SenderOf(LocalSigner signer, ChainFolder folder)
    {
        var held = SenderLock.Take(folder.Locks, Contract.Place.ChainId, signer.Address);
        var nonces = new NodeNonceSource(Node, signer.Address, _clock);
        _open.AddRange([held, nonces]);
        return new AccountSender(Node, signer, held, new FeeHistoryOracle(Node, Wei.Gwei(1)), nonces, new SenderOptions { MaxFeePerGas = _maxFee }, _clock, new Random());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            _open[i].Dispose();
        }
    }
}
