using System.Text.Json.Nodes;
using BlockAssist.Chain.Events;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Tests.Contracts;
using BlockAssist.Chain.Tests.Rpc;
using BlockAssist.Chain.Tests.Sending;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Events;

public sealed class EventFeedTests : IDisposable
{
    private static readonly Address Contract = Some.Address(9);
    private static readonly EventReader<ContributionSubmitted> Reader = new();

    private readonly SomeSender _some = new();

    public EventFeedTests() => _some.Chain.Logs = asked => [Submitted(asked.Data.Span[0])];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _some.Dispose();

    [Fact]
    public async Task Events_are_seen_and_then_final()
    {
        await MineAsync(1);
        await MineAsync(2);
        _some.Clock.OnWait = _some.Chain.Mine;

        var changes = await ReadAsync(new LogFeedOptions { Confirmations = 3 }, 4);

        Assert.Equal(
            [(1U, LogChange.Seen), (2U, LogChange.Seen), (1U, LogChange.Final), (2U, LogChange.Final)],
            changes.OrderBy(one => one.Change).ThenBy(one => one.Event.Round).Select(one => (one.Event.Round, one.Change)));
        Assert.Equal((_some.Sender.Account.ToString(), Some.Hash(1)), (changes[0].Event.Contributor, changes[0].Event.Id));
        Assert.Equal(1UL, changes[0].Log.Height);
    }

    [Fact]
    public async Task What_is_long_done_is_told_once_and_in_order()
    {
        for (byte i = 1; i <= 9; i++)
        {
            await MineAsync(i);
        }

        var changes = await ReadAsync(new LogFeedOptions { Confirmations = 2, MostBlocks = 4 }, 9);

        Assert.Equal(Enumerable.Range(1, 9).Select(i => (uint)i), changes.Select(one => one.Event.Round));
        Assert.All(changes.Take(8), one => Assert.Equal(LogChange.Final, one.Change));
        Assert.Equal(LogChange.Seen, changes[8].Change);
        Assert.Equal(3, _some.Server.Asked.Count(method => method == "eth_getLogs"));
    }

    [Fact]
    public async Task Undone_blocks_are_told_backwards_down_to_the_fork()
    {
        for (byte i = 1; i <= 3; i++)
        {
            await MineAsync(i);
        }

        var waits = 0;
        using var signer = Some.Signer(1);
        var third = Some.Signed(signer, 1, 3);
        _some.Clock.OnWait = () =>
        {
            if (waits++ == 0)
            {
                // 2 and 3 are undone; 3 comes again.
                _some.Chain.Reorganise(2);
                _some.Chain.Answer("eth_sendRawTransaction", ["0x" + Convert.ToHexStringLower(third.Bytes.Span)]);
                _some.Chain.Mine();
            }
            else
            {
                _some.Chain.Mine();
            }
        };

        var changes = await ReadAsync(new LogFeedOptions { Confirmations = 4 }, 8);

        Assert.Equal(
            [(1U, LogChange.Seen), (2U, LogChange.Seen), (3U, LogChange.Seen), (3U, LogChange.Removed), (2U, LogChange.Removed), (1U, LogChange.Final), (3U, LogChange.Seen), (3U, LogChange.Final)],
            changes.Select(one => (one.Event.Round, one.Change)));
    }

    [Fact]
    public async Task A_fork_of_the_same_length_is_noticed()
    {
        await MineAsync(1);
        await MineAsync(2);
        _some.Clock.OnWait = () =>
        {
            _some.Clock.OnWait = null;
            _some.Chain.Reorganise(2);
            _some.Chain.Cut();
        };

        var changes = await ReadAsync(new LogFeedOptions { Confirmations = 5 }, 4);

        Assert.Equal([(1U, LogChange.Seen), (2U, LogChange.Seen), (2U, LogChange.Removed), (1U, LogChange.Removed)], changes.Select(one => (one.Event.Round, one.Change)));
    }

    [Fact]
    public async Task What_counted_as_done_and_is_undone_is_a_fault()
    {
        for (byte i = 1; i <= 5; i++)
        {
            await MineAsync(i);
        }

        _some.Clock.OnWait = () => _some.Chain.Reorganise(4);

        var error = await Assert.ThrowsAsync<ChainException>(() => ReadAsync(new LogFeedOptions { Confirmations = 2 }, 100));

        Assert.Equal(ChainFault.Reorged, error.Fault);
    }

    [Fact]
    public async Task A_node_that_is_away_is_waited_for()
    {
        await MineAsync(1);
        for (var i = 0; i < 20; i++)
        {
            _some.Server.Trouble.Enqueue(_ => FakeNode.Status(System.Net.HttpStatusCode.BadGateway));
        }

        Assert.Single(await ReadAsync(new LogFeedOptions(), 1));
    }

    [Fact]
    public void A_log_of_another_form_is_none_of_the_events()
    {
        var log = new EventLog(Contract, [Reader.Event.Topic, Some.Hash(1), Some.Hash(2)], new byte[31], 1, default, default, 0);

        Assert.False(Reader.TryRead(log, out _));
        Assert.False(Reader.TryRead(log with { Topics = [Some.Hash(1)] }, out _));
    }

    private async Task<List<ChainEvent<ContributionSubmitted>>> ReadAsync(LogFeedOptions options, int count)
    {
        var changes = new List<ChainEvent<ContributionSubmitted>>();
        await foreach (var change in new EventFeed<ContributionSubmitted>(_some.Node, Contract, options, _some.Clock).ReadAsync(1, Cancellation))
        {
            changes.Add(change);
            if (changes.Count == count)
            {
                break;
            }
        }

        return changes;
    }

    private async Task MineAsync(byte round)
    {
        await _some.SendAsync(round);
        _some.Chain.Mine();
    }

    private JsonObject Submitted(byte round) => new()
    {
        ["address"] = Contract.ToString(),
        ["topics"] = new JsonArray([.. Reader.Event.TopicsFor(_some.Sender.Account, Some.Hash(round)).Select(topic => JsonValue.Create(topic.ToString()))]),
        ["data"] = "0x" + round.ToString("x64", System.Globalization.CultureInfo.InvariantCulture),
    };
}
