using BlockAssist.Simulation.Measuring;

namespace BlockAssist.Learner.Evaluation.Assistance;

/// <summary>What a helper does.</summary>
/// <param name="Edits">Placements and breaks an episode.</param>
/// <param name="ProgressShare">The share of cells that were wrong at the start and right at the end which the helper changed last; null if there are none.</param>
/// <param name="GoalShare">How far the helper's own edits moved the goal, right ones less wrong ones.</param>
/// <param name="Undone">Harm: the share of edits that somebody undid later; null without edits.</param>
/// <param name="RightUndone">The share of right edits that somebody undid later: what harm there is without any fault; null without right edits.</param>
/// <param name="Wrong">The share of edits that were wrong by the goal; null without edits.</param>
/// <param name="DecisionMilliseconds">How long it takes to decide; as many decisions are measured as there were steps.</param>
/// <param name="SimulationsASecond">How quickly it looks ahead: simulations of all decisions that had any ÷ the time that these took, the runs of networks included; null for one that does not.</param>
public sealed record HelperWork(
    Estimate Edits, Estimate? ProgressShare, Estimate GoalShare, Estimate? Undone, Estimate? RightUndone, Estimate? Wrong, Percentiles DecisionMilliseconds, double? SimulationsASecond)
{
    internal static HelperWork Of(EpisodePairs pairs, IReadOnlyList<TimedDecision> decisions) => new(
        pairs.Mean(pair => pair.Helped.Helper!.Edits),
        pairs.Ratio(pair => pair.Helped.Helper!.CellsGained, pair => pair.Helped.CellsGained),
        pairs.Mean(pair => pair.Helped.Helper!.GoalShare),
        pairs.Ratio(pair => pair.Helped.Helper!.Undone, pair => pair.Helped.Helper!.Edits),
        pairs.Ratio(pair => pair.Helped.Helper!.RightUndone, pair => pair.Helped.Helper!.Right),
        pairs.Ratio(pair => pair.Helped.Helper!.Wrong, pair => pair.Helped.Helper!.Edits),
        Percentiles.Of([.. decisions.Select(decision => decision.Milliseconds)]),
        Quickness([.. decisions.Where(decision => decision.Simulations > 0)]));

    private static double? Quickness(IReadOnlyList<TimedDecision> ahead) =>
        ahead.Count == 0 ? null : 1000 * ahead.Sum(decision => decision.Simulations) / ahead.Sum(decision => decision.Milliseconds);
}
