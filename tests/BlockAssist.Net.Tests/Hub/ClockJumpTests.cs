using BlockAssist.Net.Hub;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Tests.Hub;

/// <summary>Clocks that are set while a round is on, and machines that sleep.</summary>
public sealed class ClockJumpTests : IDisposable
{
    private readonly PlayedSwarm _swarm = new();

    public void Dispose() => _swarm.Dispose();

    [Fact]
    public async Task A_hub_that_slept_for_hours_waits_for_who_was_cut_off_and_credits_what_they_did()
    {
        var watch = new AbsenceWatch(_swarm.Clock);
        var peers = _swarm.Join(1, 2, 3);
        var leases = new List<Lease>();
        foreach (var peer in peers)
        {
            leases.Add(await _swarm.LeaseAsync(peer));
        }

        Assert.False(watch.WasAway());
        _swarm.Clock.Advance(TimeSpan.FromHours(9));
        Assert.True(watch.WasAway());
        await _swarm.Coordinator.ResumeAsync(TestContext.Current.CancellationToken);
        await _swarm.Coordinator.TickAsync(TestContext.Current.CancellationToken);
        Assert.False(watch.WasAway());

        foreach (var lease in leases)
        {
            Assert.Equal("Taken", await _swarm.CommitAsync(lease));
        }

        await _swarm.WaitAsync(_swarm.Options.Plan.Patience.TotalMinutes);
        foreach (var lease in leases)
        {
            Assert.Equal("Taken", await _swarm.RevealAsync(lease));
        }

        Assert.True(await _swarm.WorkAsync());
        await _swarm.VerifyAsync();
        while (_swarm.Stage != RoundStage.Closed)
        {
            Assert.True(await _swarm.WorkAsync());
        }

        var credited = _swarm.Coordinator.LastRecord!.Credits.Where(line => line.Amount > 0).Select(line => line.Peer);
        Assert.Equal(peers.OrderBy(peer => $"{peer}"), credited.OrderBy(peer => $"{peer}"));
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(-5)]
    public async Task A_hub_whose_clock_is_set_back_goes_on_and_its_log_says_the_same_to_whoever_reads_it(int seconds)
    {
        var lease = await _swarm.LeaseAsync(_swarm.Join(1)[0]);

        _swarm.Clock.AdjustTime(_swarm.Clock.GetUtcNow().AddSeconds(seconds));

        Assert.Equal("Taken", await _swarm.CommitAsync(lease));
        await _swarm.RestartAsync();
        await _swarm.WaitAsync(20 - (seconds / 60.0));
        Assert.Equal("Taken", await _swarm.RevealAsync(lease));
        Assert.True(await _swarm.WorkAsync());
        await _swarm.VerifyAsync();
        while (_swarm.Stage != RoundStage.Closed)
        {
            Assert.True(await _swarm.WorkAsync());
        }

        Assert.Equal(lease.Peer, Assert.Single(_swarm.Coordinator.LastRecord!.Credits).Peer);
    }

    [Fact]
    public void What_an_overloaded_machine_or_a_small_correction_brings_is_no_absence()
    {
        var watch = new AbsenceWatch(_swarm.Clock);

        _swarm.Clock.Advance(AbsenceWatch.Usual);
        Assert.False(watch.WasAway());
        _swarm.Clock.Advance(AbsenceWatch.Usual + TimeSpan.FromSeconds(1));
        Assert.True(watch.WasAway());
        _swarm.Clock.AdjustTime(_swarm.Clock.GetUtcNow() - TimeSpan.FromDays(1));
        Assert.False(watch.WasAway());
    }
}
