using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Reinforcement;
using BlockAssist.Learner.Tests.Training;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Goals.Proposing;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Reinforcement;

[Collection(TrainingTests.Name)]
public sealed class SelfPlayTests : IDisposable
{
    private static readonly HumanNetwork Network = new(SmallTask.Size);

    private static readonly ReinforcementOptions Toy = new()
    {
        Iterations = 30,
        Together = 8,
        Groups = 2,
        Length = 24,
        Rate = 3e-3,
        CriticFirst = 2,
        Pull = 0.01,
    };

    private readonly TemporaryFolder _folder = new();
    private readonly WeightSet _start = WeightSet.Fresh(Network.Weights(), 4);

    [Fact]
    public void A_builder_that_knows_nothing_learns_to_bring_a_goal_nearer()
    {
        var cells = new List<double>();
        using var play = new SelfPlay(Network, _start, Toy, ToyProposer.Rules, new ToyProposer(48), CPU);

        while (play.Iteration < Toy.Iterations)
        {
            cells.Add(play.Iterate(TimeProvider.System).CellsATurn);
        }

        var (first, last) = (cells.Take(4).Average(), cells.TakeLast(4).Average());
        Assert.True(last > first + 0.05, $"{first:F3} cells a turn at first, {last:F3} in the end");
    }

    [Fact]
    public void While_only_the_critic_learns_the_builder_stays_as_it_is()
    {
        using var play = new SelfPlay(Network, _start, Toy, ToyProposer.Rules, new ToyProposer(48), CPU);

        var figures = play.Iterate(TimeProvider.System);

        Assert.Equal(_start.Values(), play.State.Weights.Values()[.._start.Count]);
        Assert.Equal(0, figures.Learning.Divergence, 5);
        Assert.Equal(0, figures.Learning.Clipped);
    }

    [Fact]
    public void Sites_whose_episode_is_over_are_judged_and_get_another_goal()
    {
        var proposer = new ToyProposer(30);
        using var play = new SelfPlay(Network, _start, Toy, ToyProposer.Rules, proposer, CPU);

        var turns = Enumerable.Range(0, 3).Select(_ => play.Iterate(TimeProvider.System).Turns).ToList();

        // An iteration has 24 turns, an episode 30: the second iteration ends after six.
        Assert.Equal([16 * 24, 16 * 6, 16 * 24], turns);
        Assert.Equal(16, proposer.Judged.Count);
    }

    [Fact]
    public void Play_that_is_ended_without_a_word_goes_on_as_if_it_had_not_been()
    {
        using var whole = Run("whole", null);
        foreach (var last in (int[])[1, 3, 4])
        {
            Assert.Throws<InvalidTimeZoneException>(() => Run("ended", last));
        }

        using var resumed = Run("ended", null);

        Assert.Equal(whole.Values(), resumed.Values());
        Assert.Equal(Metrics("whole"), Metrics("ended"));
        Assert.Equal([1, 2, 3, 4, 5], Metrics("ended").Select(form => form.Iteration));
    }

    [Fact]
    public void Play_that_is_another_is_not_gone_on_with()
    {
        Run("play", null).Dispose();

        Assert.Throws<TrainingException>(() => Run("play", null, Small with { Pull = 0.7 }));
    }

    public void Dispose()
    {
        _start.Dispose();
        _folder.Dispose();
    }

    private static ReinforcementOptions Small => Toy with { Iterations = 5, Together = 3, Length = 16, Epochs = 1, CriticFirst = 1 };

    private WeightSet Run(string folder, int? last, ReinforcementOptions? options = null)
    {
        var recipe = new SelfPlayRecipe(Network, _start, options ?? Small, new ProposerOptions { Attempts = 3 });
        var run = new SelfPlayRun(recipe, new SelfPlayFolder(_folder.File(folder), recipe), CPU, TimeProvider.System) { BetweenSaves = TimeSpan.Zero };
        return run.Run(resume: true, form =>
        {
            if (form.Iteration == last)
            {
                throw new InvalidTimeZoneException();
            }
        });
    }

    private List<SelfPlayForm> Metrics(string folder) =>
        [.. SelfPlayFolder.Read(Path.Combine(_folder.File(folder), "metrics.jsonl")).Select(form => form with { PlaySeconds = 0, LearnSeconds = 0 })];
}
