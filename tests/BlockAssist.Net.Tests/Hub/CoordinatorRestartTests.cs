using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Tests.Hub;

/// <summary>A coordinator may die anywhere, and there may be two of them for a while: the log is what holds.</summary>
public sealed class CoordinatorRestartTests : IDisposable
{
    private static readonly (ulong Round, int After)[] Places = [(1, 0), (1, 7), (1, 20), (2, 0), (2, 3), (3, 0)];

    private readonly PlayedSwarm _swarm = new(trust: new TrustPolicy { Probation = 1, TrustedAfter = 2 });

    public void Dispose() => _swarm.Dispose();

    [Fact]
    public async Task Whoever_reads_the_log_after_any_step_knows_all_that_the_coordinator_knows()
    {
        var steps = 0;
        _swarm.AfterEachStep = async () =>
        {
            var other = _swarm.New();
            await other.StartAsync(CancellationToken.None);
            Assert.Equal(AllThatIsKnownTo(_swarm.Coordinator), AllThatIsKnownTo(other));
            steps++;
        };

        await PlayTwoRoundsAsync();

        Assert.InRange(steps, 40, 400);
    }

    [Fact]
    public async Task A_swarm_whose_coordinator_dies_after_every_step_comes_to_its_model_all_the_same()
    {
        _swarm.AfterEachStep = _swarm.RestartAsync;

        await PlayTwoRoundsAsync();

        Assert.True(_swarm.Coordinator.LastRecord!.IsPromoted);
        Assert.Equal(2UL, _swarm.Coordinator.LastRecord.Terms.Number);
    }

    [Fact]
    public async Task What_a_gate_without_memory_lets_in_a_second_time_changes_nothing()
    {
        var repeated = 0;
        _swarm.AfterEachStep = async () =>
        {
            await _swarm.RestartAsync();
            var round = await _swarm.Log.LastRoundAsync(CancellationToken.None);
            var last = Envelope.OfLog(_swarm.Log[round][^1].Envelope)!;
            if (MessageKinds.FromPeers.BodyOf(last.Kind) is not null)
            {
                await _swarm.Coordinator.TellAsync(last.Bytes, CancellationToken.None);
                repeated++;
            }
        };
        var peers = _swarm.Join(1, 2, 3);

        var record = await _swarm.PlayAsync((_, trainer) => trainer == peers[2] ? ReplayOutcome.Different : ReplayOutcome.Same, peers);

        Assert.True(record.IsPromoted);
        Assert.InRange(repeated, 15, 1000);
        Assert.Equal(
            new Dictionary<PeerId, CreditReason> { [peers[0]] = CreditReason.Verified, [peers[1]] = CreditReason.Verified, [peers[2]] = CreditReason.Refuted },
            record.Credits.ToDictionary(line => line.Peer, line => line.Reason));
    }

    [Fact]
    public async Task Less_than_a_millisecond_which_no_log_notes_makes_no_difference()
    {
        var lease = await _swarm.LeaseAsync(_swarm.Join(1)[0]);
        var end = _swarm.OpeningOf(1).Terms.CommitBy.AddTicks(2000);
        _swarm.Clock.Advance(end - _swarm.Clock.GetUtcNow() - PlayedSwarm.Pause);

        Assert.Equal("WrongTime", await _swarm.CommitAsync(lease));

        var other = _swarm.New();
        await other.StartAsync(CancellationToken.None);
        Assert.Equal(AllThatIsKnownTo(_swarm.Coordinator), AllThatIsKnownTo(other));
    }

    [Fact]
    public async Task Of_two_coordinators_the_one_that_comes_second_goes_on_from_what_the_first_wrote()
    {
        var (ada, bob) = (_swarm.Join(1)[0], _swarm.Join(2)[0]);
        var other = _swarm.New();
        await other.StartAsync(CancellationToken.None);
        var ask = PeerMessages.AskLease(0.08);

        // Both want to open the round, then both write in turn.
        await _swarm.TellAsync(ada, ask);
        Assert.Equal("Taken", (await other.TellAsync(_swarm.Envelope(bob, 1, ask), CancellationToken.None)).Word);
        var lease = Assert.Single(PlayedSwarm.Hear(other, bob, 1).OfType<GrantLease>()).Lease;
        Assert.Equal("Taken", await _swarm.CommitAsync(lease));
        Assert.Equal("Taken", await _swarm.CommitAsync(await _swarm.LeaseAsync(ada)));

        Assert.Equal(1UL, await _swarm.Log.LastRoundAsync(CancellationToken.None));
        await other.StartAsync(CancellationToken.None);
        Assert.Equal(AllThatIsKnownTo(_swarm.Coordinator), AllThatIsKnownTo(other));
    }

    [Fact]
    public async Task A_second_coordinator_that_lets_time_pass_after_the_first_changes_nothing()
    {
        var ada = _swarm.Join(1)[0];
        await _swarm.CommitAsync(await _swarm.LeaseAsync(ada));
        var other = _swarm.New();
        await other.StartAsync(CancellationToken.None);
        await _swarm.WaitAsync(20);
        var entries = _swarm.Log.Entries;
        var version = other.NewsSince(0).Version;

        await other.TickAsync(CancellationToken.None);

        Assert.Equal(entries, _swarm.Log.Entries);
        Assert.True(other.NewsSince(0).Version > version);
        Assert.Equal(AllThatIsKnownTo(_swarm.Coordinator), AllThatIsKnownTo(other));
    }

    [Fact]
    public async Task An_answer_to_work_that_another_coordinator_has_ended_does_not_count()
    {
        var peers = _swarm.Join(1, 2);
        await _swarm.TrainAsync(peers);
        var other = _swarm.New();
        await other.StartAsync(CancellationToken.None);
        var order = WorkOrder.Read(other.LeaseWork()!)!;
        await _swarm.WorkAsync();

        Assert.False(await other.FinishWorkAsync(order.Token, order.Kind.Number, PlayedSwarm.AnswerTo(order), CancellationToken.None));
        Assert.Equal(AllThatIsKnownTo(_swarm.Coordinator), AllThatIsKnownTo(other));
    }

    [Fact]
    public async Task A_log_with_a_line_that_is_none_is_not_gone_on_with()
    {
        var ada = _swarm.Join(1)[0];
        await _swarm.LeaseAsync(ada);
        await _swarm.Log.AppendAsync(1, 2, new LogEntry(Some.Noon, new byte[70]), CancellationToken.None);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => _swarm.New().StartAsync(CancellationToken.None));

        Assert.Equal("entry 2 of the log of round 1 cannot be read", error.Message);
    }

    private async Task PlayTwoRoundsAsync()
    {
        var peers = _swarm.Join(1, 2, 3, 4);
        await _swarm.PlayAsync((_, trainer) => trainer == peers[3] ? ReplayOutcome.Different : ReplayOutcome.Same, peers);
        await _swarm.PlayAsync(finds: null, peers[..3]);
    }

    // What each peer hears from some places on, the record, the welcome, what is kept.
    private List<string> AllThatIsKnownTo(Coordinator coordinator)
    {
        var known = new List<string>
        {
            Convert.ToHexString(coordinator.Welcome()),
            string.Join(' ', Kept.Read(coordinator.Kept())!.Blobs.Select(blob => blob.ToString()).Order(StringComparer.Ordinal)),
            coordinator.LastRecord is { } record ? Convert.ToHexString(HubMessages.Of(new Close(record)).Single().Message.Body.Span) : "",
        };
        foreach (var peer in _swarm.Everybody)
        {
            known.AddRange(Places.Select(place => TextOf(peer, Heard.Read(coordinator.Hear(peer, place.Round, place.After))!)));
        }

        return known;
    }

    private static string TextOf(PeerId peer, Heard heard) =>
        $"{peer} {heard.Round} {heard.Next} {string.Join(' ', heard.Envelopes.Select(bytes => Convert.ToHexString(Envelope.OfLog(bytes)!.Body.Span)))}";
}
