using System.Text.Json.Serialization;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>A line of the metrics of self-play.</summary>
/// <param name="Iteration">How many iterations there were with this one.</param>
/// <param name="Turns">How many turns were played.</param>
/// <param name="CellsATurn">By how many cells a turn brought goals nearer.</param>
/// <param name="Level">How hard goals were, from 1 on.</param>
/// <param name="Judged">How many goals were built to the end, or as far as the steps went.</param>
/// <param name="GoalShare">How far those were built; null if there were none.</param>
/// <param name="Success">The share of them that was built far enough; null likewise.</param>
/// <param name="Gain">The bounded ratio times the advantage, a turn.</param>
/// <param name="CriticError">The square of how far the critic was off.</param>
/// <param name="Divergence">How far the builder is from the model that play began with, in nats a turn.</param>
/// <param name="Entropy">How much chance there is in what it does, in nats a turn.</param>
/// <param name="Clipped">The share of turns whose ratio was out of bounds.</param>
/// <param name="MadeUp">How many goals were made up so far.</param>
/// <param name="Trivial">How many of them left too little to do.</param>
/// <param name="Repeated">How many were like one of the last.</param>
/// <param name="Unreachable">How many could not be built in time.</param>
/// <param name="FallenBack">How often nothing of a level would do.</param>
/// <param name="PlaySeconds">How long was played.</param>
/// <param name="LearnSeconds">How long was learnt.</param>
public sealed record SelfPlayForm(
    int Iteration,
    int Turns,
    double CellsATurn,
    double Level,
    int Judged,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? GoalShare,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Success,
    double Gain,
    double CriticError,
    double Divergence,
    double Entropy,
    double Clipped,
    int MadeUp,
    int Trivial,
    int Repeated,
    int Unreachable,
    int FallenBack,
    double PlaySeconds,
    double LearnSeconds)
{
    /// <summary>The form of an iteration.</summary>
    /// <param name="figures">What it showed.</param>
    /// <param name="success">How far a goal must be built to count as a success.</param>
    internal static SelfPlayForm Of(SelfPlayFigures figures, double success) => new(
        figures.Iteration,
        figures.Turns,
        figures.CellsATurn,
        figures.Level,
        figures.Judged.Count,
        figures.Judged.Count == 0 ? null : figures.Judged.Average(judged => judged.Share),
        figures.Judged.Count == 0 ? null : figures.Judged.Average(judged => judged.Share >= success ? 1.0 : 0),
        figures.Learning.Gain,
        figures.Learning.CriticError,
        figures.Learning.Divergence,
        figures.Learning.Entropy,
        figures.Learning.Clipped,
        figures.Proposer.MadeUp,
        figures.Proposer.Trivial,
        figures.Proposer.Repeated,
        figures.Proposer.Unreachable,
        figures.Proposer.FallenBack,
        Math.Round(figures.Played.TotalSeconds, 3),
        Math.Round(figures.Learnt.TotalSeconds, 3));
}
