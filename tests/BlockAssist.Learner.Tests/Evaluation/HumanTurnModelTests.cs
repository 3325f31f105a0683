using BlockAssist.Learner.Data;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Policies;
using BlockAssist.Learner.Tests.Data;
using BlockAssist.Learner.Tests.Policies;
using BlockAssist.Learner.Tests.Training;
using BlockAssist.Learner.Views;
using TorchSharp;

namespace BlockAssist.Learner.Tests.Evaluation;

[Collection(TrainingTests.Name)]
public sealed class HumanTurnModelTests : IDisposable
{
    private const int Half = 6;

    private readonly RecordedScript _play = new();
    private readonly Minibatch _all;
    private readonly Minibatch[] _halves;

    public HumanTurnModelTests()
    {
        var one = _play.Demonstrations(1, 20, new(6, 7, 6)).Demonstrations[0];
        _all = Minibatch.Load([new Window(one, 0, Symmetry.Identity)], 2 * Half);
        _halves = [.. ((int[])[0, Half]).Select(start => Minibatch.Load([new Window(one, start, Symmetry.Identity)], Half))];
    }

    public void Dispose() => _play.Dispose();

    [Theory]
    [InlineData(16)]
    [InlineData(0)]
    public void Stretch_by_stretch_it_foresees_what_it_foresees_in_one_go(int memory)
    {
        var network = new HumanNetwork(SmallTask.Size with { Memory = memory });
        using var weights = WeightSet.Fresh(network.Weights(), 1);
        using var model = HumanTurnModel.OnTorch(network, weights, torch.CPU);
        var (whole, parts, again) = (new TurnScore[2 * Half], new TurnScore[2 * Half], new TurnScore[Half]);

        model.Score(_all.Views, _all.Turns, whole);
        model.Reset();
        model.Score(_halves[0].Views, _halves[0].Turns, parts.AsSpan(0, Half));
        model.Score(_halves[1].Views, _halves[1].Turns, parts.AsSpan(Half));
        model.Reset();
        model.Score(_halves[1].Views, _halves[1].Turns, again);

        Assert.All(whole.Zip(parts), pair => Assert.Equal(pair.First.LogProbability, pair.Second.LogProbability, 1e-4));
        Assert.Equal(memory == 0, again.AsSpan().SequenceEqual(parts.AsSpan(Half)));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(0)]
    public void As_it_is_served_it_foresees_what_it_foresees_on_torch(int memory)
    {
        using var model = new ServedModel(memory);
        using var served = HumanTurnModel.Served(model.Engine, new Habits());
        using var onTorch = HumanTurnModel.OnTorch(model.Network, model.Weights, torch.CPU, new Habits());
        var (expected, found, again) = (new TurnScore[2 * Half], new TurnScore[2 * Half], new TurnScore[2 * Half]);

        onTorch.Score(_all.Views, _all.Turns, expected);
        served.Score(_halves[0].Views, _halves[0].Turns, found.AsSpan(0, Half));
        served.Score(_halves[1].Views, _halves[1].Turns, found.AsSpan(Half));
        served.Reset();
        served.Score(_all.Views, _all.Turns, again);

        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First.LogProbability, pair.Second.LogProbability, 1e-4));
        Assert.Equal(found, again);
    }

    [Fact]
    public void It_gets_used_to_a_person_and_forgets_the_person_again()
    {
        var network = new HumanNetwork(SmallTask.Size);
        using var weights = WeightSet.Fresh(network.Weights(), 1);
        using var stranger = HumanTurnModel.OnTorch(network, weights, torch.CPU);
        using var model = HumanTurnModel.OnTorch(network, weights, torch.CPU, new Habits());
        Turn[] pauses = [.. Enumerable.Repeat(new Turn(0, 0, 0, 1, false), 2 * Half)];
        var (unused, used, again) = (new TurnScore[2 * Half], new TurnScore[2 * Half], new TurnScore[2 * Half]);

        stranger.Score(_all.Views, pauses, unused);
        model.Score(_all.Views, pauses, used);
        model.Reset();
        model.Score(_all.Views, pauses, again);

        Assert.Equal(unused[0].LogProbability, used[0].LogProbability, 1e-6);
        Assert.True(used[^1].LogProbability > unused[^1].LogProbability + 0.5);
        Assert.Equal(used, again);
    }

    [Fact]
    public void It_leaves_no_tensor_behind()
    {
        var network = new HumanNetwork(SmallTask.Size);
        using var weights = WeightSet.Fresh(network.Weights(), 1);
        var before = torch.Tensor.TotalCount;
        using (var model = HumanTurnModel.OnTorch(network, weights, torch.CPU))
        {
            for (var stretch = 0; stretch < 10; stretch++)
            {
                model.Score(_all.Views, _all.Turns, new TurnScore[2 * Half]);
            }
        }

        Assert.InRange(torch.Tensor.TotalCount, 0, before);
    }
}
