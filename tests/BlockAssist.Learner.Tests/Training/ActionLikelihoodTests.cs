using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Tests.Data;
using BlockAssist.Learner.Tests.Evaluation;
using BlockAssist.Learner.Tests.Views;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Views;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Training;

[Collection(TrainingTests.Name)]
public sealed class ActionLikelihoodTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void All_allowed_actions_together_are_certain_and_forbidden_ones_impossible(int seed, bool infiniteBlocks)
    {
        var scene = Scene.Of((ulong)seed, infiniteBlocks);
        Turn[] allowed = [.. BaselineTests.Allowed(scene.Shown(Symmetry.Identity), 0)];
        Turn[] all = [.. allowed, .. Forbidden(allowed, seed)];

        var (logs, _) = Likelihood(scene, all);

        Assert.InRange(logs[..allowed.Length].Sum(log => Math.Exp(log)), 0.9999, 1.0001);
        Assert.All(logs[..allowed.Length], log => Assert.True(log > -100));
        Assert.All(logs[allowed.Length..], log => Assert.True(log < -1e6f));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void The_likeliest_action_is_the_one_of_the_highest_likelihood(int seed)
    {
        var scene = Scene.Of((ulong)seed, infiniteBlocks: true);
        Turn[] allowed = [.. BaselineTests.Allowed(scene.Shown(Symmetry.Identity), 0)];

        var (logs, likeliest) = Likelihood(scene, allowed);

        Assert.Equal(logs.Select(log => log >= logs.Max() - 1e-6f), likeliest);
    }

    [Fact]
    public void A_gradient_reaches_every_weight()
    {
        using var play = new RecordedScript();
        var set = play.Demonstrations(4, 40, new(6, 7, 6));
        var minibatch = Minibatch.Load([.. set.Demonstrations.Select(one => new Window(one, 0, Symmetry.Identity))], 12);
        var network = new HumanNetwork(SmallTask.Size);
        using var weights = WeightSet.Fresh(network.Weights(), 3);
        using var scope = NewDisposeScope();
        var view = new ViewTensors(minibatch.Views, CPU);
        var turns = new TurnTensors(minibatch.Turns, CPU);
        var output = network.Run(new TorchOps(weights), view.Input(network.NoMemory(4, CPU)));

        (-(new ActionLikelihood(output, view).Of(turns) * turns.Weights).sum()).backward();

        var gradient = weights.Row.grad!.cpu().data<float>().ToArray();
        Assert.All(gradient, slope => Assert.True(float.IsFinite(slope)));
        var from = 0;
        foreach (var shape in weights.Shapes)
        {
            var reached = gradient[from..(from + shape.Length)].Count(slope => slope != 0);
            Assert.True(reached > 0, $"No gradient reaches {shape.Name}.");
            from += shape.Length;
        }
    }

    private static (float[] Logs, bool[] Likeliest) Likelihood(Scene scene, Turn[] turns)
    {
        var batch = new ViewBatch(turns.Length);
        var (site, memory, encoder) = (scene.Site(), scene.Memory(), new ViewEncoder());
        for (var turn = 0; turn < turns.Length; turn++)
        {
            encoder.Encode(site.Observe(scene.Builder), memory, Symmetry.Identity, batch[turn]);
        }

        var network = new HumanNetwork(SmallTask.Size);
        using var weights = WeightSet.Fresh(network.Weights(), 1);
        using var scope = NewDisposeScope();
        using var without = no_grad();
        var view = new ViewTensors(batch, CPU);
        var output = network.Run(new TorchOps(weights), view.Input(network.NoMemory(turns.Length, CPU)));
        var (likelihood, done) = (new ActionLikelihood(output, view), new TurnTensors(turns, CPU));
        return ([.. likelihood.Of(done).data<float>()], [.. likelihood.IsLikeliest(done).data<bool>()]);
    }

    private static IEnumerable<Turn> Forbidden(Turn[] allowed, int seed)
    {
        var random = new Random(seed);
        var known = allowed.ToHashSet();
        for (var tries = 0; tries < 200; tries++)
        {
            var type = (byte)random.Next(ViewShape.Types);
            var turn = new Turn(type, (short)(type is 1 or 2 ? random.Next(ViewShape.Cells) : 0), (byte)(type == 1 ? random.Next(ViewShape.Blocks) : 0), 1, false);
            if (!known.Contains(turn))
            {
                yield return turn;
            }
        }
    }
}
