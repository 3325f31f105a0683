using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Tests.Hub;

/// <summary>The momentum of a model is a blob beside it, which the hub finds again for whoever merges.</summary>
public sealed class MomentumTests : IDisposable
{
    private readonly PlayedSwarm _swarm = new();
    private readonly PeerId _ada;

    public MomentumTests() => _ada = _swarm.Join(1)[0];

    public void Dispose() => _swarm.Dispose();

    [Fact]
    public async Task Who_merges_is_given_the_momentum_of_the_model_that_was_promoted()
    {
        Assert.Null((await MergeOfNextRoundAsync()).Momentum);
        await EndAsync();

        Assert.Equal(PlayedSwarm.MomentumOf(1), (await MergeOfNextRoundAsync()).Momentum);
        Assert.Contains(PlayedSwarm.MomentumOf(1), KeptNow());
    }

    [Fact]
    public async Task A_model_that_was_not_promoted_takes_its_momentum_with_it()
    {
        await _swarm.PlayAsync(finds: null, _ada);
        await MergeOfNextRoundAsync();
        await EndAsync(isBetter: false);

        Assert.Equal(PlayedSwarm.MomentumOf(1), (await MergeOfNextRoundAsync()).Momentum);
    }

    [Fact]
    public async Task Who_goes_back_to_an_older_model_goes_on_with_the_momentum_of_then()
    {
        var first = await _swarm.PlayAsync(finds: null, _ada);
        await _swarm.PlayAsync(finds: null, _ada);
        var third = await _swarm.PlayAsync(finds: null, _ada);
        _swarm.GoesBack = round => round switch
        {
            4 => first.Model,
            5 => third.Model,
            6 => PlayedSwarm.Genesis.Base,
            _ => null,
        };
        _swarm.AfterEachStep = _swarm.RestartAsync;

        var back = await MergeOfNextRoundAsync();
        await EndAsync();
        var forth = await MergeOfNextRoundAsync();
        await EndAsync();
        var begin = await MergeOfNextRoundAsync();

        Assert.Equal((first.Model, PlayedSwarm.MomentumOf(1)), (back.Base, back.Momentum!.Value));
        Assert.Equal((third.Model, PlayedSwarm.MomentumOf(3)), (forth.Base, forth.Momentum!.Value));
        Assert.Equal((PlayedSwarm.Genesis.Base, null), (begin.Base, begin.Momentum));
    }

    [Fact]
    public async Task A_hub_that_dies_between_merge_and_gate_still_has_the_momentum()
    {
        await MergeOfNextRoundAsync();
        await _swarm.WorkAsync();
        Assert.Contains(PlayedSwarm.MomentumOf(1), KeptNow());

        await _swarm.RestartAsync();
        Assert.Contains(PlayedSwarm.MomentumOf(1), KeptNow());
        Assert.Equal(RoundStage.Gating, _swarm.Stage);
        await _swarm.WorkAsync();

        Assert.Equal(PlayedSwarm.MomentumOf(1), _swarm.Coordinator.LastRecord!.Merge!.Momentum);
        Assert.Equal(PlayedSwarm.MomentumOf(1), (await MergeOfNextRoundAsync()).Momentum);
    }

    [Fact]
    public async Task A_round_does_not_wait_for_a_momentum_that_is_nowhere_any_more()
    {
        await _swarm.PlayAsync(finds: null, _ada);
        _swarm.Missing.Add(PlayedSwarm.MomentumOf(1));

        Assert.Null((await MergeOfNextRoundAsync()).Momentum);
    }

    [Fact]
    public async Task A_model_with_its_momentum_in_its_own_file_names_none()
    {
        var order = await MergeOfNextRoundAsync();
        var merged = new Merged(default, BlobId.Of("of before"u8), new MergeResult("test", 1, []));
        await _swarm.Coordinator.FinishWorkAsync(order.Token, order.Kind.Number, HubNotes.Of(merged)!.Body, CancellationToken.None);
        var gate = _swarm.Take();
        var gated = new Gated(default, new GateResult(gate.Candidate.ToString(), gate.Base.ToString(), GateVerdict.Better, 30, 0.1, [], []));
        await _swarm.Coordinator.FinishWorkAsync(gate.Token, gate.Kind.Number, HubNotes.Of(gated)!.Body, CancellationToken.None);

        var next = await MergeOfNextRoundAsync();

        Assert.Equal((merged.Candidate, null), (next.Base, next.Momentum));
    }

    [Fact]
    public async Task Of_so_many_models_the_last_momenta_are_remembered()
    {
        const int Rounds = 67;
        for (var round = 0; round < Rounds; round++)
        {
            await _swarm.PlayAsync(finds: null, _ada);
        }

        await _swarm.LeaseAsync(_ada);

        var momenta = _swarm.OpeningOf(Rounds + 1).Momenta;
        Assert.Equal(64, momenta.Count);
        Assert.Equal((PlayedSwarm.MomentumOf(4), PlayedSwarm.MomentumOf(67)), (momenta[0].Momentum, momenta[^1].Momentum));
    }

    private HashSet<BlobId> KeptNow() => [.. Kept.Read(_swarm.Coordinator.Kept())!.Blobs];

    // Plays until the next merge; the order is given again as long as nobody answers.
    private async Task<WorkOrder> MergeOfNextRoundAsync()
    {
        await _swarm.TrainAsync(_ada);
        await _swarm.WorkAsync();
        await _swarm.VerifyAsync();
        Assert.Equal(RoundStage.Merging, _swarm.Stage);
        var order = _swarm.Take();
        _swarm.Clock.Advance(_swarm.Options.WorkPatience);
        return order;
    }

    private async Task EndAsync(bool isBetter = true)
    {
        while (_swarm.Stage != RoundStage.Closed)
        {
            Assert.True(await _swarm.WorkAsync(isBetter));
        }
    }
}
