using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Policies;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Views;
using BlockAssist.Simulation.Voxels;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Policies;

public sealed class TurnChoiceTests
{
    private const int Draws = 200_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Actions_are_drawn_as_often_as_training_has_them_likely(ulong seed)
    {
        var situation = new Situation(seed, cells: 3);
        var choice = new TurnChoice(PlayStyle.AsPeople);
        var random = new SeededRandom(seed);
        var counts = situation.Turns.ToDictionary(turn => turn, _ => 0);

        for (var i = 0; i < Draws; i++)
        {
            counts[choice.Choose(situation.View, situation.Scores, random)]++;
        }

        foreach (var (turn, likelihood) in situation.Turns.Zip(situation.Likelihoods()))
        {
            var spread = Math.Sqrt(Draws * likelihood * (1 - likelihood));
            Assert.InRange(counts[turn], (Draws * likelihood) - (5 * spread) - 1, (Draws * likelihood) + (5 * spread) + 1);
        }
    }

    [Fact]
    public void Without_a_temperature_the_likeliest_action_of_all_is_taken()
    {
        var choice = new TurnChoice(new PlayStyle { Temperature = 0 });
        for (ulong seed = 1; seed <= 40; seed++)
        {
            var situation = new Situation(seed, cells: 12);
            var likelihoods = situation.Likelihoods();

            var chosen = choice.Choose(situation.View, situation.Scores, new SeededRandom(seed));

            Assert.Equal(likelihoods.Max(), likelihoods[situation.Turns.IndexOf(chosen)], 1e-6);
        }
    }

    [Fact]
    public void A_low_temperature_draws_the_likely_kind_more_often()
    {
        Assert.InRange(ShareOfCommonest(1), 0.2, 0.8);
        Assert.Equal(1, ShareOfCommonest(0.01));
    }

    [Fact]
    public void Without_slips_the_likeliest_cell_and_block_are_taken_and_kinds_still_left_to_chance()
    {
        var situation = new Situation(4, cells: 6);
        var choice = new TurnChoice(new PlayStyle { Slips = 0 });
        var random = new SeededRandom(1);

        var chosen = Enumerable.Range(0, 2000).Select(_ => choice.Choose(situation.View, situation.Scores, random)).ToHashSet();

        Assert.Equal(chosen.Select(turn => turn.Type).Distinct().Count(), chosen.Count);
        Assert.True(chosen.Count > 4);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0.5)]
    [InlineData(3, 3)]
    public void Pauses_are_as_many_times_likelier_as_is_asked_for(double pauses, double odds)
    {
        var situation = new Situation(4, cells: 3);

        var (plain, styled) = (Odds(1), Odds(pauses));

        Assert.InRange(styled, (odds * plain * 0.9) - 1e-9, odds * plain * 1.1);

        double Odds(double multiple)
        {
            var (choice, random) = (new TurnChoice(new PlayStyle { Pauses = multiple }), new SeededRandom(2));
            var count = Enumerable.Range(0, 40_000).Count(_ => choice.Choose(situation.View, situation.Scores, random).Type == 0);
            return count / (40_000.0 - count);
        }
    }

    private static double ShareOfCommonest(double temperature)
    {
        var situation = new Situation(4, cells: 3);
        var choice = new TurnChoice(new PlayStyle { Temperature = temperature });
        var random = new SeededRandom(1);
        var counts = new int[ViewShape.Types];
        for (var i = 0; i < 1000; i++)
        {
            counts[choice.Choose(situation.View, situation.Scores, random).Type]++;
        }

        return counts.Max() / 1000.0;
    }

    /// <summary>A turn with random masks and scores, and all that can be done in it.</summary>
    private sealed class Situation
    {
        private readonly ViewBatch _views;
        private readonly float[] _types;
        private readonly float[] _cells;
        private readonly float[] _blocks;

        public Situation(ulong seed, int cells)
        {
            var random = new SeededRandom(seed);
            float[] Scores(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((4 * random.NextDouble()) - 2))];
            (_types, _cells, _blocks) = (Scores(ViewShape.Types), Scores(2 * ViewShape.Cells), Scores(2 * ViewShape.Blocks));
            _views = new ViewBatch(1);
            _views.Blank(0);
            View.Types.Fill(1);
            View.Types[random.Next(3, ViewShape.Types)] = 0;
            View.Offered[random.Next(ViewShape.Blocks)] = 0;
            for (var i = 0; i < cells; i++)
            {
                View.Break[random.Next(ViewShape.Cells)] = 1;
                var cell = random.Next(ViewShape.Cells);
                View.Place[cell] = 1;
                View.Goal[cell] = (byte)random.Next(ViewShape.NoBlock + 1);
            }

            Turns = [.. Possible()];
        }

        public List<Turn> Turns { get; }

        public View View => _views[0];

        public HumanScores Scores => new() { Types = _types, Cells = _cells, Blocks = _blocks };

        /// <summary>By the distribution that training has.</summary>
        public double[] Likelihoods()
        {
            using var scope = NewDisposeScope();
            var output = new HumanOutput<Tensor>
            {
                Types = tensor(_types).unsqueeze(0),
                Cells = tensor(_cells).reshape(1, ViewShape.Cells, 2),
                Blocks = tensor(_blocks).reshape(1, ViewShape.Blocks, 2),
                Hidden = zeros(0),
                Cell = zeros(0),
            };
            var likelihood = new ActionLikelihood(output, new ViewTensors(_views, CPU));
            return [.. Turns.Select(turn => Math.Exp(likelihood.Of(new TurnTensors([turn], CPU)).item<float>()))];
        }

        private IEnumerable<Turn> Possible()
        {
            int[] Set(byte[] mask) => [.. mask.Index().Where(one => one.Item != 0).Select(one => one.Index)];
            foreach (var type in Set(_views.Types))
            {
                var (cells, blocks) = type switch
                {
                    1 => (Set(_views.Place), Set(_views.Offered)),
                    2 => (Set(_views.Break), [0]),
                    _ => ([0], [0]),
                };
                foreach (var cell in cells)
                {
                    foreach (var block in blocks)
                    {
                        yield return new Turn((byte)type, (short)cell, (byte)block, 1, false);
                    }
                }
            }
        }
    }
}
