using BlockAssist.Learner.Views;

namespace BlockAssist.Learner.Data;

/// <summary>A stretch of a demonstration, as it is shown in training.</summary>
/// <param name="Demonstration">Of which.</param>
/// <param name="Start">Its first turn.</param>
/// <param name="Symmetry">How it is turned.</param>
public readonly record struct Window(Demonstration Demonstration, int Start, Symmetry Symmetry);
