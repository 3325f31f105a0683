using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Reinforcement;
using BlockAssist.Learner.Tests.Evaluation;
using BlockAssist.Learner.Tests.Training;
using BlockAssist.Learner.Tests.Views;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Views;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Reinforcement;

[Collection(TrainingTests.Name)]
public sealed class ActionDistributionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(6)]
    public void Chance_and_distance_are_what_the_sums_over_all_actions_are(int seed)
    {
        var scene = Scene.Of((ulong)seed);
        Turn[] allowed = [.. BaselineTests.Allowed(scene.Shown(Symmetry.Identity), 0)];
        using var scope = NewDisposeScope();
        using var without = no_grad();
        var (one, other) = (Likelihood(scene, allowed.Length, 1), Likelihood(scene, allowed.Length, 2));
        var done = new TurnTensors(allowed, CPU);
        var (p, q) = (Numbers(one.Of(done)), Numbers(other.Of(done)));

        var entropy = Numbers(ActionDistribution.Entropy(one))[0];
        var divergence = Numbers(ActionDistribution.Of(other).Divergence(one))[0];

        Assert.Equal(-p.Sum(log => Math.Exp(log) * log), entropy, 3);
        Assert.Equal(p.Zip(q, (here, there) => Math.Exp(here) * (here - there)).Sum(), divergence, 3);
        Assert.True(divergence > 0.001);
        Assert.Equal(0, Numbers(ActionDistribution.Of(one).Divergence(one))[0], 6);
    }

    private static ActionLikelihood Likelihood(Scene scene, int turns, ulong seed)
    {
        var batch = new ViewBatch(turns);
        var (site, memory, encoder) = (scene.Site(), scene.Memory(), new ViewEncoder());
        for (var turn = 0; turn < turns; turn++)
        {
            encoder.Encode(site.Observe(scene.Builder), memory, Symmetry.Identity, batch[turn]);
        }

        var network = new HumanNetwork(SmallTask.Size);
        using var weights = WeightSet.Fresh(network.Weights(), seed);
        weights.Set(Array.ConvertAll(weights.Values(), weight => 3 * weight));
        var view = new ViewTensors(batch, CPU);
        return new ActionLikelihood(network.Run(new TorchOps(weights), view.Input(network.NoMemory(turns, CPU))), view);
    }

    private static float[] Numbers(Tensor tensor) => [.. tensor.data<float>()];
}
