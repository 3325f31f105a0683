using BlockAssist.Learner.Views;

namespace BlockAssist.Learner.Networks;

/// <summary>What a <see cref="HumanNetwork"/> is given: turns in order of time, within each the batch.</summary>
/// <typeparam name="T">A tensor, in whatever form the interpreter has it.</typeparam>
public sealed record HumanInput<T>
{
    /// <summary>Turns × <see cref="ViewShape.Cells"/> × <see cref="ViewShape.CellFacts"/>.</summary>
    public required T Cells { get; init; }

    /// <summary>Turns × <see cref="SceneFacts.Count"/>.</summary>
    public required T Scene { get; init; }

    /// <summary>Turns × <see cref="ViewShape.Blocks"/> × <see cref="BlockFacts.Count"/>.</summary>
    public required T Blocks { get; init; }

    /// <summary>1 × batch × memory: what is remembered from before.</summary>
    public required T Hidden { get; init; }

    /// <summary>The same shape: the other half of it.</summary>
    public required T Cell { get; init; }

    /// <summary>How many builders' turns there are at each time; −1 if there is one time only.</summary>
    public required int Batch { get; init; }
}

/// <summary>The inputs as shapes.</summary>
internal static class HumanInput
{
    /// <summary>Their shapes; −1 for the number of turns.</summary>
    public static HumanInput<int[]> Shapes(HumanNetworkOptions options) => new()
    {
        Cells = [-1, ViewShape.Cells, ViewShape.CellFacts],
        Scene = [-1, SceneFacts.Count],
        Blocks = [-1, ViewShape.Blocks, BlockFacts.Count],
        Hidden = [1, -1, options.Memory],
        Cell = [1, -1, options.Memory],
        Batch = -1,
    };
}
