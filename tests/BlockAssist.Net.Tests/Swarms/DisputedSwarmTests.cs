using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Tests.Swarms;

/// <summary>Who lies, of its own work or of others', loses its dispute and gets no lease any more: over real connections, with a real coordinator.</summary>
public sealed class DisputedSwarmTests : IAsyncDisposable
{
    private readonly ToySwarm _swarm = new(peers: 3);

    public ValueTask DisposeAsync() => _swarm.DisposeAsync();

    [Theory]
    [InlineData((int)ToyLie.Evidence)]
    [InlineData((int)ToyLie.Steps)]
    [InlineData((int)ToyLie.Harm)]
    public async Task A_liar_is_refuted_and_gets_no_lease_any_more(int lie)
    {
        await _swarm.StartHubAsync();
        _swarm.JoinHub(new ToyTrainer());
        _swarm.Join(1, new ToyTrainer());
        var liar = _swarm.Join(2, new ToyTrainer((ToyLie)lie));

        var (first, second) = (await _swarm.RecordOfAsync(1), await _swarm.RecordOfAsync(2));

        IsRefuted(liar, first);
        Assert.DoesNotContain(second.Credits, line => line.Peer == liar);
        Assert.Equal((ToyLie)lie != ToyLie.Evidence, _swarm.Told.Contains($"Trainer = {liar}, Segment = ", StringComparison.Ordinal) && _swarm.Told.Contains("What = state", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_verifier_with_a_name_that_slanders_loses_its_name_and_harms_nobody()
    {
        _swarm.Trust = new TrustPolicy { Probation = 1, UsualShare = 1 };
        await _swarm.StartHubAsync();
        _swarm.JoinHub(new ToyTrainer());
        var honest = _swarm.Join(1, new ToyTrainer());
        var slanderer = _swarm.Join(2, new ToyTrainer { SlandersFrom = 2 });

        var (first, second, third) = (await _swarm.RecordOfAsync(1), await _swarm.RecordOfAsync(2), await _swarm.RecordOfAsync(3));

        Assert.Equal(CreditReason.Verified, ReasonOf(slanderer, first));
        Assert.True(second.Slanderers.SequenceEqual([slanderer]), _swarm.Told);
        Assert.Equal((CreditReason.Slandered, CreditReason.Verified), (ReasonOf(slanderer, second), ReasonOf(honest, second)));
        Assert.Equal(0, second.Credits.Single(line => line.Peer == slanderer).Amount + second.Verifications.GetValueOrDefault(slanderer));
        Assert.Empty(second.Refuted);
        Assert.DoesNotContain(third.Credits, line => line.Peer == slanderer);
    }

    [Fact]
    public async Task A_trainer_who_shows_no_state_is_refuted()
    {
        await _swarm.StartHubAsync();
        _swarm.JoinHub(new ToyTrainer());
        _swarm.Join(1, new ToyTrainer());
        var liar = _swarm.Join(2, new ToyTrainer(ToyLie.Steps) { IsSilent = true });

        IsRefuted(liar, await _swarm.RecordOfAsync(1));
    }

    [Fact]
    public async Task A_verifier_who_shows_no_state_has_slandered()
    {
        await _swarm.StartHubAsync();
        _swarm.JoinHub(new ToyTrainer());
        var slanderer = _swarm.Join(1, new ToyTrainer { SlandersFrom = 1, IsSilent = true });
        _swarm.Join(2, new ToyTrainer());

        var record = await _swarm.RecordOfAsync(1);

        Assert.True(record.Slanderers.SequenceEqual([slanderer]), _swarm.Told);
        Assert.Equal(CreditReason.Slandered, ReasonOf(slanderer, record));
        Assert.Empty(record.Refuted);
    }

    [Fact]
    public async Task A_dispute_outlives_its_hub()
    {
        await _swarm.StartHubAsync();
        _swarm.JoinHub(new ToyTrainer());
        _swarm.Join(1, new ToyTrainer());
        var liar = _swarm.Join(2, new ToyTrainer(ToyLie.Steps));
        await _swarm.HearsAsync("state");

        await _swarm.StopHubAsync();
        await _swarm.StartHubAsync();

        IsRefuted(liar, await _swarm.RecordOfAsync(1));
    }

    private void IsRefuted(PeerId liar, RoundRecord record)
    {
        Assert.True(record.Refuted.SequenceEqual([liar]), _swarm.Told);
        Assert.Equal((CreditReason.Refuted, 0), record.Credits.Where(line => line.Peer == liar).Select(line => (line.Reason, line.Amount)).Single());
        Assert.Empty(record.Slanderers);
    }

    private static CreditReason ReasonOf(PeerId peer, RoundRecord record) => record.Credits.Single(line => line.Peer == peer).Reason;
}
