using BlockAssist.Learner.Onnx;

namespace BlockAssist.Learner.Networks;

/// <summary>A <see cref="HumanNetwork"/> as it is served: one turn of each builder, what is remembered handed in and out.</summary>
/// <param name="network">The network; one without a memory is served without those inputs and outputs.</param>
public sealed class ServedHumanNetwork(HumanNetwork network) : IServedNetwork
{
    /// <summary>The input of facts about cells.</summary>
    public const string Cells = "cells";

    /// <summary>The input of facts about the rest.</summary>
    public const string Scene = "scene";

    /// <summary>The input of facts about blocks.</summary>
    public const string Blocks = "blocks";

    /// <summary>The input of what is remembered from the turn before.</summary>
    public const string Hidden = "hidden";

    /// <summary>The other half of it.</summary>
    public const string Cell = "cell";

    /// <summary>The output about kinds of action.</summary>
    public const string TypeScores = "type_scores";

    /// <summary>The output about cells.</summary>
    public const string CellScores = "cell_scores";

    /// <summary>The output about blocks.</summary>
    public const string BlockScores = "block_scores";

    /// <summary>The output that is <see cref="Hidden"/> in the next turn.</summary>
    public const string HiddenNext = "hidden_next";

    /// <summary>The output that is <see cref="Cell"/> in the next turn.</summary>
    public const string CellNext = "cell_next";

    /// <inheritdoc/>
    public string Name => HumanNetwork.Name;

    /// <inheritdoc/>
    public IReadOnlyList<ServedInput> Inputs
    {
        get
        {
            var shapes = HumanInput.Shapes(network.Options);
            ServedInput[] seen = [new(Cells, shapes.Cells), new(Scene, shapes.Scene), new(Blocks, shapes.Blocks)];
            return Remembers ? [.. seen, new(Hidden, shapes.Hidden), new(Cell, shapes.Cell)] : seen;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Outputs =>
        Remembers ? [TypeScores, CellScores, BlockScores, HiddenNext, CellNext] : [TypeScores, CellScores, BlockScores];

    private bool Remembers => network.Options.Memory > 0;

    /// <inheritdoc/>
    public IReadOnlyList<T> Run<T>(INetworkOps<T> ops, IReadOnlyList<T> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var output = network.Run(ops, new HumanInput<T>
        {
            Cells = inputs[0],
            Scene = inputs[1],
            Blocks = inputs[2],

            // A network without a memory hands these through unread.
            Hidden = inputs[Remembers ? 3 : 0],
            Cell = inputs[Remembers ? 4 : 0],
            Batch = -1,
        });
        return Remembers
            ? [output.Types, output.Cells, output.Blocks, output.Hidden, output.Cell]
            : [output.Types, output.Cells, output.Blocks];
    }
}
