using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace BlockAssist.Learner.Beliefs.Survival;

/// <summary>Teaches a judge what edits are worth by what became of them. Torch must have been started.</summary>
/// <remarks>
/// The loss is the cross-entropy of an edit's worth, 0 to 1, with what the judge says of it: least where it says the mean worth of such edits. Every fifth
/// episode is kept apart; the weights that were best at those are kept.
/// </remarks>
public static class SurvivalTraining
{
    private const int Apart = 5;
    private const int Every = 10;
    private const double Unclipped = 1e6;

    private static readonly WeightShape[] Shapes =
    [
        new("units.weight", [SurvivalJudge.Units, SurvivalJudge.Facts], WeightFill.Uniform, SurvivalJudge.Facts),
        new("units.bias", [SurvivalJudge.Units], WeightFill.Uniform, SurvivalJudge.Facts),
        new("out.weight", [SurvivalJudge.Units, 1], WeightFill.Zero, SurvivalJudge.Units),
        new("out.bias", [1], WeightFill.Zero, SurvivalJudge.Units),
    ];

    /// <summary>Learns.</summary>
    /// <param name="episodes">What became of the edits of each episode.</param>
    /// <param name="start">The judge to begin with; null: one that says what the belief says.</param>
    /// <param name="recipe">How.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    /// <returns>Null if there are too few episodes with edits to keep some apart.</returns>
    public static SurvivalFit? Fit(IReadOnlyList<IReadOnlyList<SurvivalExample>> episodes, SurvivalJudge? start, SurvivalRecipe recipe, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(episodes);
        ArgumentNullException.ThrowIfNull(recipe);
        var told = episodes.Where(episode => episode.Count > 0).ToList();
        if (told.Count < Apart)
        {
            return null;
        }

        using var scope = NewDisposeScope();
        var (learnt, apart) = (Examples.Of(told.Where((_, number) => number % Apart != 0)), Examples.Of(told.Where((_, number) => number % Apart == 0)));
        using var weights = start is null ? WeightSet.Fresh(Shapes, recipe.Seed) : WeightSet.Of(Shapes, start.Weights);
        var best = new Best(weights.Values(), LossAt(weights, apart));
        var before = best.Loss;
        using (var optimizer = new AdamW(weights.Row, 0))
        {
            using var began = weights.Row.detach().clone();
            for (var step = 1; step <= recipe.Steps; step++)
            {
                cancellation.ThrowIfCancellationRequested();
                Step(weights, optimizer, learnt, began, recipe);
                if (step % Every == 0 && LossAt(weights, apart) is var loss && loss < best.Loss)
                {
                    best = new Best(weights.Values(), loss);
                }
            }
        }

        return new SurvivalFit(new SurvivalJudge(best.Weights), learnt.Count, apart.Count, before, best.Loss);
    }

    private static void Step(WeightSet weights, AdamW optimizer, Examples learnt, Tensor began, SurvivalRecipe recipe)
    {
        using var scope = NewDisposeScope();
        using var numbers = new HeldScalars();
        var loss = LossOf(weights, learnt).Plus((weights.Row - began).square().sum().mul(numbers.Of(recipe.Pull / learnt.Count)));
        loss.backward();
        optimizer.Step(recipe.Rate, Unclipped);
    }

    private static double LossAt(WeightSet weights, Examples examples)
    {
        using var scope = NewDisposeScope();
        using var without = no_grad();
        return LossOf(weights, examples).Number();
    }

    private static Tensor LossOf(WeightSet weights, Examples examples)
    {
        var views = weights.Views();
        var units = F.linear(examples.Facts, views["units.weight"], views["units.bias"]).tanh();
        var odds = units.mm(views["out.weight"]).squeeze(1).Plus(views["out.bias"]).Plus(examples.Odds);
        return F.binary_cross_entropy_with_logits(odds, examples.Worth);
    }

    private sealed record Best(float[] Weights, double Loss);

    private sealed record Examples(Tensor Facts, Tensor Odds, Tensor Worth, int Count)
    {
        public static Examples Of(IEnumerable<IReadOnlyList<SurvivalExample>> episodes)
        {
            var all = episodes.SelectMany(episode => episode).ToList();
            return new Examples(
                TensorCopies.Of([.. all.SelectMany(one => one.Facts)], CPU, all.Count, SurvivalJudge.Facts),
                TensorCopies.Of([.. all.Select(one => SurvivalJudge.OddsOf(one.Facts))], CPU),
                TensorCopies.Of([.. all.Select(one => one.Worth)], CPU),
                all.Count);
        }
    }
}
