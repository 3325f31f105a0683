using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Solidity;

/// <summary>The contract, deployed and used by this library alone on a real node.</summary>
public sealed class ContractOnNodeTests(NodeTools tools)
{
    private static readonly Hash32 Parent = Keccak256.Of("parent");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_contribution_lands_once_and_is_in_the_events_however_often_it_is_sent()
    {
        using var node = await StartedAsync();
        var (admin, ada) = (node.Sender(0), node.Sender(1));
        await DeployAsync(node, admin);
        await node.CallAsync(admin, "grantRole", Keccak256.Of("VERIFIER_ROLE"), admin.Account);
        await node.SendAsync(admin, new TransactionRequest(node.Contract, node.Abi.Function("postBond").EncodeCall(), new Wei(1000)));
        var key = Keccak256.Of("ada");
        await node.CallAsync(ada, "claimPeer", key, new byte[64]);
        await node.CallAsync(admin, "confirmPeer", ada.Account, key);
        await node.CallAsync(admin, "openRound", Parent, 1000, 1000, 1000);
        object[] work = [1, 1, Parent, Keccak256.Of("play"), Keccak256.Of("update")];

        var receipt = await node.CallAsync(ada, "submit", [work]);
        var again = await Assert.ThrowsAsync<ChainException>(() => node.CallAsync(ada, "submit", [work]));
        var other = await Assert.ThrowsAsync<ChainException>(() => node.CallAsync(admin, "submit", [work]));

        var log = Assert.Single(receipt.Logs);
        var submitted = node.Abi.Event("ContributionSubmitted");
        Assert.Equal(submitted.Topic, log.Topics[0]);
        var told = submitted.Decode(log.Topics, log.Data);
        Assert.Equal((ada.Account, Keccak256.Of("play"), Keccak256.Of("update")), ((Address)told[1], HashOf(told[4]), HashOf(told[5])));
        Assert.Contains($"DuplicateContribution(id={HashOf(told[0])})", again.Message, StringComparison.Ordinal);
        Assert.Contains($"NotAPeer(account={admin.Account})", other.Message, StringComparison.Ordinal);
        var found = await node.Node.LogsAsync(new LogFilter(node.Contract, [submitted.Topic]), 0, receipt.Height, Cancellation);
        Assert.Equal(log.Transaction, Assert.Single(found).Transaction);
        Assert.InRange(receipt.GasUsed, 50_000UL, 60_000UL);
    }

    [Fact]
    public async Task What_is_on_the_chain_is_the_artifact()
    {
        using var node = await StartedAsync();
        await DeployAsync(node, node.Sender(0));

        var (code, expected) = (await node.Node.CodeAsync(node.Contract, Cancellation), node.Runtime.ToArray());

        foreach (var (start, length) in node.Immutables)
        {
            code.AsSpan(start, length).Clear();
            expected.AsSpan(start, length).Clear();
        }

        Assert.Equal(expected, code);
    }

    private async Task<AnvilNode> StartedAsync()
    {
        await tools.DemandAsync();
        return new AnvilNode();
    }

    private static Hash32 HashOf(object value) => new((byte[])value);

    private static async Task DeployAsync(AnvilNode node, AccountSender admin)
    {
        var receipt = await node.SendAsync(admin, new TransactionRequest(null, (byte[])[.. node.Bytecode, .. node.Abi.Constructor.EncodeParts(admin.Account, 1000, 100)]));
        node.Contract = receipt.Created!.Value;
    }
}
