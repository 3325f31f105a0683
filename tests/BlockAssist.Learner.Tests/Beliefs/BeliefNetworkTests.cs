using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Tests.Onnx;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Beliefs;

public sealed class BeliefNetworkTests
{
    private static readonly BeliefNetwork Network = new(new BeliefShape(new GridSize(11, 10, 10)), new BeliefNetworkOptions());

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void It_is_served_as_it_is_trained(int batch)
    {
        using var both = new BothForwards(new ServedBeliefNetwork(Network), batch, gain: 2);
        both.Randomize(ServedBeliefNetwork.Cells);
        both.Randomize(ServedBeliefNetwork.Scene);

        var difference = both.Execute();

        Assert.True(both.Largest(ServedBeliefNetwork.Scores) > 0.1);
        Assert.InRange(difference, 0, 1e-3 * Math.Max(1, both.Largest(ServedBeliefNetwork.Scores)));
    }

    [Fact]
    public void It_has_the_weights_that_are_trained_in_the_same_order() => Assert.Equal(
        Network.Weights().Select(weight => (weight.Name, weight.Length)),
        OnnxExporter.WeightsOf(new ServedBeliefNetwork(Network)).Select(weight => (weight.Name, weight.Length)));
}
