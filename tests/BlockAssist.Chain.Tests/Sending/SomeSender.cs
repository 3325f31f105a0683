using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Tests.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Sending;

/// <summary>An account on a chain in memory, and all between them.</summary>
internal sealed class SomeSender : IDisposable
{
    private readonly HttpJsonRpc _rpc;
    private readonly LocalSigner _signer = Some.Signer(1);
    private readonly NodeNonceSource _nonces;
    private readonly TemporaryFolder _folder = new();

    public SomeSender(Wei? cap = null)
    {
        Server = new FakeNode(Chain.Answer);
        _rpc = Server.Rpc(Clock, new RpcOptions { Retries = 3 });
        Node = new ChainNode(_rpc);
        _nonces = new NodeNonceSource(Node, _signer.Address, Clock);
        Lock = SenderLock.Take(_folder.Path, Some.ChainId, _signer.Address);
        Sender = new AccountSender(
            Node, _signer, Lock, new FeeHistoryOracle(Node, Wei.Zero), _nonces, new SenderOptions { MaxFeePerGas = cap ?? Wei.Gwei(100) }, Clock, new Random(1));
    }

    public HurriedClock Clock { get; } = new();

    public FakeChain Chain { get; } = new();

    public FakeNode Server { get; }

    public ChainNode Node { get; }

    public AccountSender Sender { get; }

    public SenderLock Lock { get; }

    public NodeNonceSource Nonces => _nonces;

    /// <summary>What was sent last, as it was asked.</summary>
    public static Transaction Asked(SentTransaction sent) => Assert.IsType<SignedTransaction>(sent.Newest).Transaction;

    public Task<SentTransaction> SendAsync(byte data = 1, Action<SignedTransaction>? keep = null) => Sender.SendAsync(
        new TransactionRequest(Some.Address(2), new[] { data })
        {
            OnSigned = (signed, _) =>
            {
                keep?.Invoke((SignedTransaction)signed);
                return default;
            },
        },
        TestContext.Current.CancellationToken);

    public Task<TransactionOutcome> WaitAsync(SentTransaction sent, WaitOptions? options = null) =>
        Sender.WaitAsync(sent, options ?? new WaitOptions(), TestContext.Current.CancellationToken);

    public void Dispose()
    {
        _rpc.Dispose();
        Server.Dispose();
        _nonces.Dispose();
        _signer.Dispose();
        Lock.Dispose();
        _folder.Dispose();
    }
}
