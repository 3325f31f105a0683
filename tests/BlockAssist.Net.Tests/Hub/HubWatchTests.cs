using BlockAssist.Net.Hub;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Tests.Hub;

/// <summary>What a coordinator tells who watches it.</summary>
public sealed class HubWatchTests : IDisposable
{
    private readonly Seen _seen = new();
    private readonly PlayedSwarm _swarm;

    public HubWatchTests() => _swarm = new PlayedSwarm(watch: _seen);

    public void Dispose() => _swarm.Dispose();

    [Fact]
    public async Task Findings_are_told_once_with_how_long_after_they_were_asked_for()
    {
        var peers = _swarm.Join(1, 2, 3);
        await _swarm.PlayAsync(finds: null, peers);
        await _swarm.RestartAsync();
        await _swarm.WaitAsync(1);

        var told = _seen.All.Where(one => one.Happened is Replayed).ToList();
        var asked = _swarm.Hear(_swarm.Hub, 1).OfType<AskToReplay>().Select(ask => (ask.Lease.Peer, ask.Segment)).ToList();

        Assert.NotEmpty(asked);
        Assert.Equal(asked.Order(), told.Select(one => (Replayed)one.Happened).Where(one => one.Verifier == _swarm.Hub).Select(one => (one.Peer, one.Segment)).Order());
        Assert.All(told, one => Assert.Equal((1UL, true), (one.Round, one.After >= PlayedSwarm.Pause - TimeSpan.FromMilliseconds(1))));
        Assert.All(_seen.All.Where(one => one.Happened is not Replayed), one => Assert.Null(one.After));
    }

    [Fact]
    public async Task How_long_a_finding_took_to_come_is_known_over_a_restart()
    {
        var peers = _swarm.Join(1, 2, 3);
        await _swarm.TrainAsync(peers);
        await _swarm.WorkAsync();
        await _swarm.VerifyAsync((_, _) => null);
        _swarm.Clock.Advance(TimeSpan.FromSeconds(30));
        await _swarm.RestartAsync();
        await _swarm.VerifyAsync();

        Assert.All(_seen.All.Where(one => one.Happened is Replayed), one => Assert.True(one.After >= TimeSpan.FromSeconds(30), $"{one.After}"));
        Assert.Contains(_seen.All, one => one.Happened is Replayed);
    }

    [Fact]
    public async Task What_does_not_count_is_not_told()
    {
        var ada = _swarm.Join(1)[0];
        await _swarm.LeaseAsync(ada);

        Assert.Equal("NotAsked", await _swarm.TellAsync(ada, PeerMessages.GiveOutcome(_swarm.Hub, 0, new ReplayFinding(ReplayOutcome.Different, ""))));

        Assert.DoesNotContain(_seen.All, one => one.Happened is Replayed);
        Assert.Contains(_seen.All, one => one.Happened is LeaseAsked);
    }

    [Fact]
    public async Task How_the_swarm_stands_is_told_whenever_time_passes()
    {
        var peers = _swarm.Join(1, 2);
        await _swarm.WaitAsync(1);
        Assert.Equal(new RoundNow(1, RoundStage.Closed, 0), _seen.Standing);

        await _swarm.TrainAsync(peers);
        await _swarm.WaitAsync(0);
        Assert.Equal(new RoundNow(1, RoundStage.Screening, 2), _seen.Standing);

        await _swarm.WorkAsync();
        await _swarm.VerifyAsync();
        while (_swarm.Stage != RoundStage.Closed)
        {
            await _swarm.WorkAsync();
        }

        await _swarm.WaitAsync(0);
        Assert.Equal(new RoundNow(2, RoundStage.Closed, 0), _seen.Standing);
    }

    private sealed class Seen : IHubWatch
    {
        public List<(ulong Round, RoundEvent Happened, TimeSpan? After)> All { get; } = [];

        public RoundNow Standing { get; private set; }

        public void Happened(ulong round, RoundEvent happened, TimeSpan? after) => All.Add((round, happened, after));

        public void Stands(RoundNow standing) => Standing = standing;
    }
}
