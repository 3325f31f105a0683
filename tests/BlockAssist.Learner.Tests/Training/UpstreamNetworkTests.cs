using BlockAssist.Learner.Training.Bench;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Training;

public sealed class UpstreamNetworkTests
{
    private const int PublishedWeights = 5_219_207;

    [Fact]
    public void It_has_as_many_weights_as_the_published_one()
    {
        using var network = new UpstreamNetwork(64, [11, 10, 10]);

        Assert.Equal(PublishedWeights, network.parameters().Sum(weight => weight.numel()));
    }

    [Fact]
    public void It_answers_with_all_flat_actions_of_each_turn()
    {
        using var scope = NewDisposeScope();
        using var without = no_grad();
        using var network = new UpstreamNetwork(16, [3, 4, 5]);

        var answer = network.forward(zeros([2, 60, UpstreamNetwork.Ids], int64), zeros([2, 60, UpstreamNetwork.Planes]));

        Assert.Equal([2, 1 + (11 * 60) + 6], answer.shape);
    }

    [Fact]
    public void Its_steps_learn()
    {
        using var training = new UpstreamTraining(16, 2);

        var losses = Enumerable.Range(0, 12).Select(_ => training.Step()).ToList();

        Assert.True(losses[^1] < losses[0], $"from {losses[0]} to {losses[^1]}");
    }
}
