using BlockAssist.Learner.Training;
using static TorchSharp.torch;
using AdamW = BlockAssist.Learner.Training.AdamW;

namespace BlockAssist.Learner.Tests.Training;

[Collection(TrainingTests.Name)]
public sealed class AdamWTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    public void It_steps_as_the_optimizer_of_torch_does(double decay)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        var start = randn(500);
        var (ours, theirs) = (start.clone().requires_grad_(), new TorchSharp.Modules.Parameter(start.clone()));
        using var adam = new AdamW(ours, decay);
        using var reference = optim.AdamW([theirs], lr: 1, beta1: 0.9, beta2: 0.99, eps: 1e-8, weight_decay: decay);

        for (var step = 0; step < 20; step++)
        {
            var (gradient, rate) = (randn(500) * (step + 1), 1e-2 / (step + 1));
            ours.grad = gradient.clone();
            theirs.grad = gradient.clone();
            reference.ParamGroups.First().LearningRate = rate;

            var norm = adam.Step(rate, clip: 1e9);
            reference.step();

            Assert.Equal(gradient.norm().item<float>(), norm, 1e-3);
            Assert.InRange((ours - theirs).abs().max().item<float>(), 0, 1e-6f);
        }

        Assert.Equal(20, adam.Steps);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_gradient_that_is_no_number_changes_nothing(float slope)
    {
        using var scope = NewDisposeScope();
        var row = ones(4).requires_grad_();
        using var adam = new AdamW(row, 0.1);
        row.grad = tensor((float[])[1, slope, 0, 0]);

        var error = Assert.Throws<TrainingException>(() => adam.Step(0.1, clip: 1));

        Assert.Contains("expected a number", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, adam.Steps);
        Assert.All(row.data<float>().ToArray(), weight => Assert.Equal(1, weight));
        Assert.Equal(0, adam.Mean.abs().sum().item<float>());
    }

    [Fact]
    public void A_long_gradient_is_shortened_and_gone_after_the_step()
    {
        using var scope = NewDisposeScope();
        var (clipped, plain) = (zeros(4).requires_grad_(), zeros(4).requires_grad_());
        using var first = new AdamW(clipped, 0);
        using var second = new AdamW(plain, 0);
        var gradient = tensor((float[])[3, 0, 4, 0]);
        clipped.grad = gradient.clone();
        plain.grad = gradient / 5;

        Assert.Equal(5, first.Step(0.1, clip: 1), 1e-6);
        Assert.Equal(1, second.Step(0.1, clip: 10), 1e-6);

        Assert.Equal(second.Mean.data<float>(), first.Mean.data<float>());
        Assert.Equal(0, clipped.grad!.abs().sum().item<float>());
    }
}
