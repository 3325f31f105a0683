using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Training;

/// <summary>What builders did, as tensors.</summary>
public sealed class TurnTensors
{
    /// <summary>Copies turns to a device.</summary>
    public TurnTensors(ReadOnlySpan<Turn> turns, Device device)
    {
        var (types, cells, blocks, weights) = (new long[turns.Length], new long[turns.Length], new long[turns.Length], new float[turns.Length]);
        for (var i = 0; i < turns.Length; i++)
        {
            (types[i], cells[i], blocks[i], weights[i]) = (turns[i].Type, turns[i].Cell, turns[i].Block, turns[i].Weight);
        }

        (Types, Cells, Blocks, Weights) = (TensorCopies.Of(types, device), TensorCopies.Of(cells, device), TensorCopies.Of(blocks, device), TensorCopies.Of(weights, device));
    }

    /// <summary>The kinds of action.</summary>
    public Tensor Types { get; }

    /// <summary>The cells of the view they were aimed at.</summary>
    public Tensor Cells { get; }

    /// <summary>The blocks placed.</summary>
    public Tensor Blocks { get; }

    /// <summary>How much each turn counts.</summary>
    public Tensor Weights { get; }
}
