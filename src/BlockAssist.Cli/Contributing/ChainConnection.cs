using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Cli.Contributing;

/// <summary>A chain, the contract on it, and how an account of this node sends there.</summary>
internal sealed class ChainConnection : IDisposable
{
    private const int GweiInThousandths = 1000;

    private readonly List<IDisposable> _open = [];
    private readonly TimeProvider _clock;
    private readonly Wei _maxFee;

    private ChainConnection(IJsonRpc rpc, ChainSettings settings, TimeProvider clock)
    {
        (Node, _clock, _maxFee) = (new ChainNode(rpc), clock, new Wei((long)(settings.MaxGwei * GweiInThousandths)) * (1_000_000_000 / GweiInThousandths));
        Contract = new ContributionsContract(Node, settings.Place, Artifact);
        Wait = new WaitOptions { Confirmations = settings.Confirmations };
    }

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
        var rpc = new HttpJsonRpc(new Uri(settings.Rpc), HttpJsonRpc.Handler(), new RpcOptions(), clock, new Random());
        var connection = new ChainConnection(rpc, settings, clock);
        connection._open.Add(rpc);
        return connection;
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
        _open.Reverse();
        _open.ForEach(one => one.Dispose());
    }
}
