using System.Text.Json.Nodes;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Sponsored;
using BlockAssist.Chain.Tests.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Sponsored;

public sealed class UserOperationWatchTests : IDisposable
{
    private static readonly WaitOptions Patient = new() { Confirmations = 2, ReplaceAfter = TimeSpan.FromSeconds(20), GiveUpAfter = TimeSpan.FromMinutes(10) };

    private readonly SomeSponsored _some = new(Wei.Gwei(50));

    public void Dispose() => _some.Dispose();

    [Fact]
    public async Task What_is_stuck_is_replaced_by_more_with_a_promise_of_its_own()
    {
        var kept = new List<SignedUserOperation>();
        var sent = await _some.SendAsync(kept.Add);
        _some.Chain.BaseFee = SomeSponsored.Asked(sent).MaxFeePerGas * 2;
        _some.Clock.OnWait = _some.Chain.Mine;

        Assert.IsType<Mined>(await _some.WaitAsync(sent, Patient));

        Assert.Equal(2, kept.Count);
        Assert.Equal(kept[1].Hash, Assert.Single(_some.Chain.Mined).Hash);
        Assert.Equal(kept[0].Operation.Nonce, kept[1].Operation.Nonce);
        Assert.True(kept[1].Operation.MaxFeePerGas.Value * 8 >= kept[0].Operation.MaxFeePerGas.Value * 9);
        Assert.True(kept[1].Operation.MaxPriorityFeePerGas.Value * 8 >= kept[0].Operation.MaxPriorityFeePerGas.Value * 9);
        Assert.Equal(2, _some.BundlerServer.Asked.Count(method => method == "pm_getPaymasterData"));
    }

    [Fact]
    public async Task Replacing_ends_at_the_cap_and_waiting_at_its_end()
    {
        var sent = await _some.SendAsync();
        _some.Chain.BaseFee = Wei.Gwei(1000);
        _some.Clock.OnWait = _some.Chain.Mine;

        var outcome = Assert.IsType<StillPending>(await _some.WaitAsync(sent, Patient));

        Assert.Equal(Wei.Gwei(50), SomeSponsored.Asked(outcome.Sent).MaxFeePerGas);
        _some.Chain.BaseFee = Wei.Gwei(1);
        Assert.IsType<Mined>(await _some.WaitAsync(outcome.Sent, Patient));
        Assert.Single(_some.Chain.Mined);
    }

    [Fact]
    public async Task A_block_that_is_undone_is_made_good_by_the_same_bytes()
    {
        var sent = await _some.SendAsync();
        _some.Chain.Mine();
        var looks = 0;
        _some.Clock.OnWait = () =>
        {
            if (looks++ == 0)
            {
                _some.Chain.Reorganise(1);
            }
            else
            {
                _some.Chain.Mine();
            }
        };

        var outcome = Assert.IsType<Mined>(await _some.WaitAsync(sent, Patient with { Confirmations = 3 }));

        Assert.Equal(sent.Newest.Hash, Assert.Single(_some.Chain.Mined).Hash);
        Assert.Equal(_some.Chain.HashOf(outcome.Receipt.Height), outcome.Receipt.BlockHash);
        Assert.Equal(2, _some.BundlerServer.Asked.Count(method => method == "eth_sendUserOperation"));
    }

    [Fact]
    public async Task What_a_bundler_forgets_is_sent_again()
    {
        var sent = await _some.SendAsync();
        _some.Chain.Forget();
        _some.Clock.OnWait = _some.Chain.Mine;

        Assert.IsType<Mined>(await _some.WaitAsync(sent, Patient));
    }

    [Fact]
    public async Task Without_the_bundler_it_is_found_on_the_chain()
    {
        var sent = await _some.SendAsync();
        _some.Chain.Mine();
        for (var i = 0; i < 2000; i++)
        {
            _some.BundlerServer.Trouble.Enqueue(_ => FakeNode.Status(System.Net.HttpStatusCode.ServiceUnavailable));
        }

        _some.Clock.OnWait = _some.Chain.Mine;

        Assert.IsType<Mined>(await _some.WaitAsync(sent, Patient));
    }

    [Fact]
    public async Task What_only_the_bundler_says_is_not_believed()
    {
        var sent = await _some.SendAsync();
        _some.Chain.Mine();
        var other = _some.Chain.HashOf(_some.Chain.Head);
        _some.Chain.Reorganise(1);
        _some.Chain.Claims = _ => new JsonObject { ["success"] = true, ["receipt"] = new JsonObject { ["transactionHash"] = $"{other}", ["status"] = "0x1" } };

        var outcome = await _some.WaitAsync(sent, Patient);

        Assert.IsType<StillPending>(outcome);
    }

    [Fact]
    public async Task What_the_account_refuses_is_told_in_the_words_of_the_contract()
    {
        _some.Chain.Reason = SomeSponsored.Duplicate.Selector.Before(SomeSponsored.Duplicate.Inputs.EncodeParts(Some.Hash(1)));
        var sent = await _some.SendAsync();
        _some.Clock.OnWait = _some.Chain.Mine;

        var outcome = Assert.IsType<Reverted>(await _some.WaitAsync(sent, Patient));

        Assert.Equal($"DuplicateContribution(id={Some.Hash(1)})", outcome.Error.ToString());
        Assert.False(outcome.Receipt.IsSuccess);
    }

    [Fact]
    public async Task Of_those_that_come_together_each_has_its_own_logs()
    {
        _some.Chain.IsThere = true;
        SentTransaction[] sent = [await _some.SendAsync(), await _some.SendAsync(), await _some.SendAsync()];
        _some.Clock.OnWait = _some.Chain.Mine;

        foreach (var one in sent)
        {
            var receipt = Assert.IsType<Mined>(await _some.WaitAsync(one, Patient)).Receipt;
            Assert.Equal(one.Newest.Hash.ToArray(), Assert.Single(receipt.Logs).Data.ToArray());
        }
    }

    [Fact]
    public void What_another_contract_tells_is_not_what_the_entry_point_tells()
    {
        var told = BundledOperation.Told;
        var log = new EventLog(
            Some.Address(2), [told.Topic, Some.Hash(1), default, default], new AbiTuple([.. told.Inputs.Parts.Skip(3)]).EncodeParts(1, true, 1, 1), 5, Some.Hash(5), Some.Hash(6), 0);
        var receipt = new Receipt(Some.Hash(6), 5, Some.Hash(5), IsSuccess: true, 1, new Wei(1), null, [log]);

        Assert.Null(BundledOperation.In(receipt, Some.Address(9), Some.Hash(1)));
        Assert.Null(BundledOperation.In(receipt, Some.Address(2), Some.Hash(7)));
        Assert.True(BundledOperation.In(receipt, Some.Address(2), Some.Hash(1))!.Receipt.IsSuccess);
        var damaged = receipt with { Logs = [log with { Data = new byte[31] }] };
        Assert.Equal(ChainFault.Malformed, Assert.Throws<ChainException>(() => BundledOperation.In(damaged, Some.Address(2), Some.Hash(1))).Fault);
    }

    [Fact]
    public async Task Another_operation_with_the_number_is_told_when_it_is_deep_enough()
    {
        var sent = await _some.SendAsync();
        _some.Chain.Forget();
        var stranger = new SignedUserOperation(SomeSponsored.Asked(sent) with { CallData = new byte[] { 9 } }, SponsoredChain.EntryPoint, Some.ChainId, new byte[65]);
        _some.Chain.Answer("eth_sendUserOperation", [stranger.Operation.ToJson(stranger.Signature.Span)]);
        _some.Chain.Mine();
        _some.Clock.OnWait = _some.Chain.Mine;

        var outcome = Assert.IsType<Replaced>(await _some.WaitAsync(sent, Patient with { Confirmations = 3 }));

        Assert.Equal(sent.Newest.Hash, outcome.Sent.Newest.Hash);
        Assert.True(_some.Chain.Head >= 3);
    }

    [Theory]
    [InlineData("AA32 paymaster expired or not due")]
    [InlineData("AA10 sender already constructed")]
    [InlineData("AA24 signature error")]
    public async Task What_holds_no_more_is_signed_anew_at_once(string text)
    {
        var kept = new List<SignedUserOperation>();
        var sent = await _some.SendAsync(kept.Add);
        _some.Chain.Forget();
        _some.Chain.Refuses = signed => signed.Hash == kept[0].Hash ? new Refusal(-32500, text) : null;

        var outcome = await _some.WaitAsync(sent, Patient with { GiveUpAfter = TimeSpan.Zero });

        Assert.Null(Assert.IsType<StillPending>(outcome).Trouble);
        Assert.Equal(2, kept.Count);
        Assert.Equal(kept[1].Hash, Assert.Single(_some.Chain.Waiting).Hash);
        Assert.Equal(kept[0].Operation.Nonce, kept[1].Operation.Nonce);
    }

    [Fact]
    public async Task Bytes_from_the_disk_are_waited_for_after_a_crash_and_others_are_refused()
    {
        SignedUserOperation? kept = null;
        await _some.SendAsync(signed => kept = signed);
        _some.Clock.OnWait = _some.Chain.Mine;
        var (operation, here) = (kept!.Operation, kept.EntryPoint);

        var sent = _some.Sender.Restore(SomeSponsored.Request, [kept.Bytes]);

        Assert.IsType<Mined>(await _some.WaitAsync(sent, Patient));
        Assert.Single(_some.Chain.Mined);
        ReadOnlyMemory<byte>[] others =
        [
            new SignedUserOperation(operation, here, 1, kept.Signature).Bytes,
            new SignedUserOperation(operation with { Sender = Some.Address(9) }, here, Some.ChainId, kept.Signature).Bytes,
            new SignedUserOperation(operation, here with { Version = EntryPointVersion.V07 }, Some.ChainId, kept.Signature).Bytes, new byte[100],
        ];
        Assert.All(others, bytes => Assert.Throws<ChainFormatException>(() => _some.Sender.Restore(SomeSponsored.Request, [bytes])));
    }
}
