using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Reinforcement;
using BlockAssist.Learner.Tests.Training;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Reinforcement;

[Collection(TrainingTests.Name)]
public sealed class PolicyLessonTests : IDisposable
{
    private static readonly HumanNetwork Network = new(SmallTask.Size);
    private static readonly ReinforcementOptions Options = new() { Pull = 0, CriticWeight = 0 };

    private readonly WeightSet _both = WeightSet.Fresh(SelfPlay.WeightsOf(Network), 3);
    private readonly WeightSet _solver;
    private readonly Experience _experience;
    private readonly Assessment _assessment;

    public PolicyLessonTests()
    {
        _solver = WeightSet.Of(Network.Weights(), _both.Values().AsSpan(0, Network.Weights().Sum(shape => shape.Length)));
        (_experience, _) = Played(1);
        _assessment = Assessment.Of(Network, _both, _solver, _experience, Options, CPU);
    }

    [Theory]
    [InlineData(1.5, 1, 1.2)]
    [InlineData(1.5, -1, -1.5)]
    [InlineData(0.5, 1, 0.5)]
    [InlineData(0.5, -1, -0.8)]
    [InlineData(1.1, 1, 1.1)]
    public void What_is_gained_is_bounded_where_more_of_the_same_would_be_taken(double ratio, double advantage, double gain)
    {
        var lesson = Lesson(ratio, advantage);

        Measure(lesson);

        Assert.Equal(gain, lesson.Figures.Gain, 4);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, -1, -1)]
    [InlineData(1.5, 1, 0)]
    [InlineData(1.5, -1, -1)]
    [InlineData(0.5, 1, 1)]
    [InlineData(0.5, -1, 0)]
    public void What_was_better_becomes_likelier_what_was_worse_unlikelier_and_beyond_the_bounds_nothing_changes(double ratio, double advantage, int expected)
    {
        var before = Assessed(_both).LogLikelihoods.Sum();
        Measure(Lesson(ratio, advantage));

        Descend(1e-3f);

        Assert.Equal(expected, Math.Sign(Math.Round(Assessed(_both).LogLikelihoods.Sum() - before, 4)));
    }

    [Fact]
    public void The_pull_leads_back_to_the_model_that_play_began_with()
    {
        using var other = WeightSet.Fresh(Network.Weights(), 8);
        var away = _assessment with { Reference = Assessment.Of(Network, _both, other, _experience, Options, CPU).Reference, Advantages = new float[_assessment.Advantages.Length] };
        var (first, second) = (Lesson(), Lesson());

        Measure(first);
        Descend(1e-1f);
        Measure(second);

        Assert.True(first.Figures.Divergence > 0);
        Assert.True(second.Figures.Divergence < first.Figures.Divergence, $"{first.Figures.Divergence}, {second.Figures.Divergence}");

        PolicyLesson Lesson() => new(Network, Options with { Pull = 1 }, _experience, away) { BuilderLearns = true };
    }

    [Fact]
    public void The_critic_comes_nearer_to_what_it_is_to_foresee()
    {
        var before = Error();
        Measure(new PolicyLesson(Network, Options with { CriticWeight = 1 }, _experience, _assessment) { BuilderLearns = false });

        Descend(1e-2f);

        Assert.True(Error() < before, $"{before}, {Error()}");

        double Error()
        {
            var lesson = new PolicyLesson(Network, Options, _experience, _assessment) { BuilderLearns = false };
            Measure(lesson);
            return lesson.Figures.CriticError;
        }
    }

    [Fact]
    public void What_is_remembered_at_a_window_is_what_was_remembered_when_it_was_played()
    {
        var (first, second) = Played(2);
        Assert.Contains(second!.Hidden, number => number != 0);
        using var scope = NewDisposeScope();
        using var without = no_grad();

        // Both windows in one go, from no memory on.
        var whole = new Experience(first.Length * 2, first.Sites, first.Memory);
        for (var turn = 0; turn < first.Turns.Length; turn++)
        {
            whole.Views.Take(turn, first.Views, turn);
            whole.Views.Take(first.Turns.Length + turn, second.Views, turn);
            (whole.Turns[turn], whole.Turns[first.Turns.Length + turn]) = (first.Turns[turn], second.Turns[turn]);
        }

        var expected = Assessment.Of(Network, _both, _solver, whole, Options, CPU).LogLikelihoods[first.Turns.Length..];
        var found = Assessment.Of(Network, _both, _solver, second, Options, CPU).LogLikelihoods;
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 3));
    }

    public void Dispose()
    {
        _both.Dispose();
        _solver.Dispose();
    }

    private (Experience First, Experience? Second) Played(int windows)
    {
        using var engine = InferenceEngine.Open(OnnxExporter.Export(new ServedHumanNetwork(Network), _solver), "solver");
        var group = new SolverGroup([.. Enumerable.Range(0, 2).Select(_ => new SolverSite(ToyProposer.Rules, Network.Options.Memory))]);
        foreach (var site in group.Sites)
        {
            site.Begin(new ToyProposer(60).Propose());
        }

        var first = group.Play(engine, 10, 0.01, 1);
        return (first, windows == 1 ? null : group.Play(engine, 10, 0.01, 2));
    }

    private Assessment Assessed(WeightSet weights) => Assessment.Of(Network, weights, _solver, _experience, Options, CPU);

    /// <summary>A lesson in which everything done is so many times as likely as it was, and all of it was so much better than foreseen.</summary>
    private PolicyLesson Lesson(double ratio, double advantage) => new(Network, Options, _experience, _assessment with
    {
        LogLikelihoods = Array.ConvertAll(_assessment.LogLikelihoods, log => log - (float)Math.Log(ratio)),
        Advantages = Array.ConvertAll(_assessment.Advantages, _ => (float)advantage),
    })
    {
        BuilderLearns = true,
    };

    private void Measure(PolicyLesson lesson)
    {
        using var scope = NewDisposeScope();
        lesson.Measure(_both, ScalarType.Float32, CPU).Loss.backward();
    }

    private void Descend(float rate)
    {
        var slopes = _both.Row.grad!.data<float>().ToArray();
        _both.Set([.. _both.Values().Zip(slopes, (weight, slope) => weight - (rate * slope))]);
    }
}
