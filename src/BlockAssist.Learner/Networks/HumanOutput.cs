using BlockAssist.Learner.Views;

namespace BlockAssist.Learner.Networks;

/// <summary>What a <see cref="HumanNetwork"/> answers: unnormalised logarithms of probabilities.</summary>
/// <typeparam name="T">A tensor, in whatever form the interpreter has it.</typeparam>
public sealed record HumanOutput<T>
{
    /// <summary>Turns × <see cref="ViewShape.Types"/>.</summary>
    public required T Types { get; init; }

    /// <summary>Turns × <see cref="ViewShape.Cells"/> × 2: to place into the cell, to break it.</summary>
    public required T Cells { get; init; }

    /// <summary>Turns × <see cref="ViewShape.Blocks"/> × 2: the block, and what is added where the goal has it.</summary>
    public required T Blocks { get; init; }

    /// <summary>What is remembered, 1 × batch × memory.</summary>
    public required T Hidden { get; init; }

    /// <summary>The other half of it.</summary>
    public required T Cell { get; init; }
}
