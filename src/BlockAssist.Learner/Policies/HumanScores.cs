using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Views;

namespace BlockAssist.Learner.Policies;

/// <summary>What a <see cref="HumanNetwork"/> answers in one turn: unnormalised logarithms of probabilities. Borrowed memory.</summary>
internal readonly ref struct HumanScores
{
    /// <summary>One number for each of <see cref="ViewShape.Types"/>.</summary>
    public required ReadOnlySpan<float> Types { get; init; }

    /// <summary>Two numbers for each of <see cref="ViewShape.Cells"/>: to place into it, to break it.</summary>
    public required ReadOnlySpan<float> Cells { get; init; }

    /// <summary>Two numbers for each of <see cref="ViewShape.Blocks"/>: the block, and what is added where the goal has it.</summary>
    public required ReadOnlySpan<float> Blocks { get; init; }
}
