using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Contributions.Told;
using BlockAssist.Chain.Events;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Tests.Solidity;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Outboxes;

/// <summary>A contract on a node, with a hub that opens and settles rounds and has confirmed one peer: account 1. Blocks come every few milliseconds.</summary>
internal sealed class SwarmOnChain : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(6);

    private readonly AnvilNode _node;
    private readonly WaitOptions _wait;
    private readonly AccountSender _hub;
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private Task _mining = Task.CompletedTask;

    private SwarmOnChain(AnvilNode node, WaitOptions wait) => (_node, _wait, _hub) = (node, wait, node.Sender(0));

    public ContributionsArtifact Artifact { get; } = ContributionsArtifact.Load();

    public ContributionsContract Contract { get; private set; } = null!;

    /// <summary>Whether no blocks come.</summary>
    public bool IsPaused { get; set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SwarmOnChain> StartAsync(AnvilNode node, WaitOptions wait)
    {
        var chain = new SwarmOnChain(node, wait);
        await node.TellAsync("evm_setAutomine", false);
        chain._mining = chain.MineAsync();
        var made = await chain.SendAsync(new TransactionRequest(null, chain.Artifact.Creation(chain._hub.Account, new Wei(100), new Wei(10))));
        chain.Contract = new ContributionsContract(node.Node, new ContractPlace(AnvilNode.ChainId, made.Created!.Value), chain.Artifact);
        await chain.Contract.CheckAsync(Cancellation);
        await chain.SendAsync(chain.Contract.GrantVerifier(chain._hub.Account));
        await chain.SendAsync(chain.Contract.PostBond(new Wei(100)));
        await chain.ConfirmAsync(node.Sender(1), Some.Hash(1));
        await chain.OpenAsync();
        return chain;
    }

    /// <summary>Has an account say that it speaks for a peer, and confirms it.</summary>
    public async Task ConfirmAsync(ITransactionSender sender, Hash32 key)
    {
        await SendAsync(Contract.ClaimPeer(key, new byte[64]), sender);
        await SendAsync(Contract.ConfirmPeer(sender.Account, key));
    }

    /// <summary>Ends the round that is open, and opens another.</summary>
    public async Task TurnAsync()
    {
        var round = (await Contract.CurrentRoundAsync(Cancellation))!;
        await _node.TellAsync("evm_increaseTime", (int)Long.TotalSeconds + 10);
        await SendAsync(Contract.SettleRound(round.Number, Some.Hash(100), Some.Hash(101), new CreditTree([])));
        await OpenAsync();
    }

    /// <summary>All that was submitted.</summary>
    public async Task<IReadOnlyList<ContributionSubmitted>> SubmittedAsync()
    {
        var reader = new EventReader<ContributionSubmitted>();
        var logs = await _node.Node.LogsAsync(new LogFilter(Contract.Place.Contract, [reader.Event.Topic]), 0, await _node.Node.HeightAsync(Cancellation), Cancellation);
        return [.. logs.Select(log => reader.TryRead(log, out var told) ? told : throw new InvalidOperationException())];
    }

    public void Dispose()
    {
        _end.Cancel();
        ((IAsyncResult)_mining).AsyncWaitHandle.WaitOne();
        _end.Dispose();
    }

    private Task<Receipt> OpenAsync() => SendAsync(Contract.OpenRound(Some.Hash(99), Long, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), Wei.Zero));

    private async Task<Receipt> SendAsync(TransactionRequest request, ITransactionSender? sender = null)
    {
        sender ??= _hub;
        var outcome = await sender.WaitAsync(await sender.SendAsync(request with { Errors = Artifact.Errors }, Cancellation), _wait, Cancellation);
        return Assert.IsType<Mined>(outcome).Receipt;
    }

    private async Task MineAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            if (!IsPaused)
            {
                await _node.TellAsync("evm_mine");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(40), _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
