using System.Text.Json.Nodes;
using BlockAssist.Chain.Outboxes;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Tests.Solidity;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Outboxes;

/// <summary>All that can happen to couriers and nodes, one thing after the other.</summary>
/// <param name="node">The node.</param>
/// <param name="chain">What is on it.</param>
/// <param name="seed">What happens when.</param>
internal sealed class Misfortune(AnvilNode node, SwarmOnChain chain, int seed)
{
    private const int Kinds = 8;
    private const int Dear = 4;
    private static readonly Wei Cap = Wei.Gwei(50);

    private readonly Random _chance = new(seed);
    private readonly SortedDictionary<string, int> _happened = [];
    private int _lives;

    /// <summary>One courier, for as long as it lives.</summary>
    /// <param name="endsRound">Whether the round ends meanwhile.</param>
    /// <param name="courierOf">Makes it.</param>
    public async Task LiveAsync(bool endsRound, Func<AccountSender, ChainNode, Courier> courierOf)
    {
        using var signer = AnvilNode.Signer(1);
        using var folder = new TemporaryFolder();
        using var way = new UnreliableWay(_chance.Next());
        using var rpc = new HttpJsonRpc(
            node.Place, way, new RpcOptions { Retries = 3, FirstWait = TimeSpan.FromMilliseconds(10), Timeout = TimeSpan.FromSeconds(5) }, TimeProvider.System, new Random(_chance.Next()));
        var asked = new ChainNode(rpc);
        using var nonces = new NodeNonceSource(asked, signer.Address, TimeProvider.System);
        using var held = SenderLock.Take(folder.Path, AnvilNode.ChainId, signer.Address);
        var sender = new AccountSender(
            asked, signer, held, new FeeHistoryOracle(asked, Wei.Gwei(1)), nonces, new SenderOptions { MaxFeePerGas = Cap }, TimeProvider.System, new Random(_chance.Next()));
        using var death = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var life = courierOf(sender, asked).RunAsync(death.Token);
        var happening = HappenAsync(way, endsRound);
        await Task.Delay(_lives % Kinds == Dear ? 2000 : _chance.Next(20, 900), TestContext.Current.CancellationToken);
        await death.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => life);
        await happening;
        Count("couriers stopped", 1);
        Count("questions and answers lost or refused", way.Happened);
        Count("transactions that were replaced", way.Replaced);
    }

    /// <summary>Whether everything happened that the test is about.</summary>
    public void Check() => Assert.Equal(11, _happened.Count(one => one.Value > 0));

    public override string ToString() => string.Join(", ", _happened.Select(one => $"{one.Key} {one.Value}"));

    private async Task HappenAsync(UnreliableWay way, bool endsRound)
    {
        _lives++;
        if (endsRound)
        {
            Count("rounds that ended on the way", 1);
            await chain.TurnAsync();
        }

        switch (_lives % Kinds)
        {
            case 1:
                Count("nodes that were down", 1);
                way.IsDown = true;
                await WaitAsync(400);
                way.IsDown = false;
                break;
            case 2:
                Count("nodes of another chain", 1);
                way.IsOfAnotherChain = true;
                await WaitAsync(300);
                way.IsOfAnotherChain = false;
                break;
            case 3:
                Count("forks of three blocks", 1);
                await node.TellAsync("anvil_reorg", 3, new JsonArray());
                break;
            case Dear:
                Count("times that blocks cost more than anybody offered", 1);
                chain.IsPaused = true;
                await WaitAsync(400);
                chain.IsPaused = false;
                await PriceAsync(Wei.Gwei(20));
                break;
            case 5:
                Count("times that blocks cost more than anybody would pay", 1);
                await PriceAsync(Cap * 2);
                break;
            case 6:
                Count("times that a node forgot what waits", 1);
                await node.TellAsync("anvil_dropAllTransactions");
                break;
            case 7:
                Count("accounts that were empty", 1);
                await EmptyAsync();
                break;
        }
    }

    // From block to block it falls by an eighth by itself.
    private async Task PriceAsync(Wei price)
    {
        for (var times = 0; times < 20; times++)
        {
            await node.TellAsync("anvil_setNextBlockBaseFeePerGas", $"0x{price.Value.ToString("x")}");
            await WaitAsync(40);
        }

        await node.TellAsync("anvil_setNextBlockBaseFeePerGas", "0x3b9aca00");
    }

    private async Task EmptyAsync()
    {
        using var signer = AnvilNode.Signer(1);
        await node.TellAsync("anvil_setBalance", signer.Address.ToString(), "0x0");
        await WaitAsync(300);
        await node.TellAsync("anvil_setBalance", signer.Address.ToString(), "0x56bc75e2d63100000");
    }

    private void Count(string what, int times) => _happened[what] = _happened.GetValueOrDefault(what) + times;

    private static Task WaitAsync(int milliseconds) => Task.Delay(milliseconds, TestContext.Current.CancellationToken);
}
