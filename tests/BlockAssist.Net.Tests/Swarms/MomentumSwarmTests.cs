namespace BlockAssist.Net.Tests.Swarms;

/// <summary>Only whoever merges has the momentum of a model, wherever it works.</summary>
public sealed class MomentumSwarmTests
{
    // Of what is to be learnt a round's updates are a tenth, and one that begins with nothing is pulled 0.27 of the way at most.
    private const float Update = 0.1f;

    [Fact]
    public async Task A_worker_on_another_machine_merges_with_the_momentum_and_peers_never_fetch_it()
    {
        await using var swarm = new ToySwarm(peers: 3) { WorksElsewhere = true };
        await swarm.StartHubAsync();
        swarm.JoinHub(new ToyTrainer());
        swarm.Join(1, new ToyTrainer());
        swarm.Join(2, new ToyTrainer());

        var (first, second) = (await swarm.RecordOfAsync(1), await swarm.RecordOfAsync(2));

        Assert.True(first.IsPromoted, swarm.Told);
        var (momentum, next) = (first.Merge!.Momentum!.Value, second.Merge!.Momentum!.Value);
        Assert.Equal(ToyModel.Weights, swarm.NumbersOf(first.Model).Length);
        Assert.InRange(AlongTruth(swarm.NumbersOf(momentum)), Update * 0.7, Update * 1.3);
        Assert.True(swarm.WorkerStore.Contains(momentum));
        foreach (var peer in (byte[])[1, 2])
        {
            var store = swarm.StoreOf(peer);
            Assert.True(store.Contains(first.Model));
            Assert.False(store.Contains(momentum) || store.Contains(next));
        }

        // As much as what was learnt in the second round alone cannot be.
        Assert.True(second.Merge.Step.Momentum == 0 || AlongTruth(swarm.NumbersOf(next)) > Update * 1.2, $"{second.Merge.Step}: {AlongTruth(swarm.NumbersOf(next))}\n{swarm.Told}");
    }

    [Fact]
    public async Task A_model_that_has_its_momentum_in_its_own_file_is_merged_with_it()
    {
        await using var swarm = new ToySwarm(peers: 1, row: [.. ToyModel.Truth.Select(truth => truth * 0.5f)]);
        await swarm.StartHubAsync();
        swarm.JoinHub(new ToyTrainer());

        var record = await swarm.RecordOfAsync(1);

        Assert.True(record.IsPromoted, swarm.Told);
        Assert.True(AlongTruth(swarm.WeightsOf(record.Model)) > 0.5, $"{AlongTruth(swarm.WeightsOf(record.Model))}\n{swarm.Told}");
        Assert.InRange(AlongTruth(swarm.NumbersOf(record.Merge!.Momentum!.Value)), 0.4, 0.7);
    }

    // What share of all that is to be learnt a row has.
    private static double AlongTruth(float[] row) => row.Zip(ToyModel.Truth, (one, truth) => (double)one * truth).Sum() / ToyModel.Truth.Sum(truth => (double)truth * truth);
}
