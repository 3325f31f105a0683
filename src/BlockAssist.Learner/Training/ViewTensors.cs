using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Views;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Training;

/// <summary>A <see cref="ViewBatch"/> as tensors.</summary>
public sealed class ViewTensors
{
    private readonly Tensor _cells;
    private readonly Tensor _scene;
    private readonly Tensor _blocks;

    /// <summary>Copies a batch to a device.</summary>
    public ViewTensors(ViewBatch batch, Device device)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var turns = batch.Capacity;
        _cells = TensorCopies.Of(batch.Cells, device, turns, ViewShape.Cells, ViewShape.CellFacts);
        _scene = TensorCopies.Of(batch.Scene, device, turns, SceneFacts.Count);
        _blocks = TensorCopies.Of(batch.Blocks, device, turns, ViewShape.Blocks, BlockFacts.Count);
        Goal = TensorCopies.Of(batch.Goal, device, turns, ViewShape.Cells).to(int64);
        Types = Mask(batch.Types, ViewShape.Types);
        Place = Mask(batch.Place, ViewShape.Cells);
        Break = Mask(batch.Break, ViewShape.Cells);
        Offered = Mask(batch.Offered, ViewShape.Blocks);

        Tensor Mask(byte[] mask, int length) => TensorCopies.Of(mask, device, turns, length).to(@bool);
    }

    /// <summary>Which block the goal has in each cell.</summary>
    public Tensor Goal { get; }

    /// <summary>Which kinds of action are possible.</summary>
    public Tensor Types { get; }

    /// <summary>Into which cells a block may be placed.</summary>
    public Tensor Place { get; }

    /// <summary>Of which cells the block may be broken.</summary>
    public Tensor Break { get; }

    /// <summary>Which blocks are at hand.</summary>
    public Tensor Offered { get; }

    /// <summary>What the network is given.</summary>
    /// <param name="state">What is remembered from before: 1 × batch × memory, both halves.</param>
    /// <param name="type">What the network computes in.</param>
    public HumanInput<Tensor> Input((Tensor Hidden, Tensor Cell) state, ScalarType type = ScalarType.Float32) => new()
    {
        Cells = _cells.to(type),
        Scene = _scene.to(type),
        Blocks = _blocks.to(type),
        Hidden = state.Hidden.to(type),
        Cell = state.Cell.to(type),
        Batch = (int)state.Hidden.shape[1],
    };
}
