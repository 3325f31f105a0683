using BlockAssist.Learner.Views;
using BlockAssist.Learner.Networks;
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
        _cells = tensor(batch.Cells, [turns, ViewShape.Cells, ViewShape.CellFacts]).to(device);
        _scene = tensor(batch.Scene, [turns, SceneFacts.Count]).to(device);
        _blocks = tensor(batch.Blocks, [turns, ViewShape.Blocks, BlockFacts.Count]).to(device);
        Goal = tensor(batch.Goal, [turns, ViewShape.Cells]).to(int64).to(device);
        Types = Mask(batch.Types, ViewShape.Types);
        Place = Mask(batch.Place, ViewShape.Cells);
        Break = Mask(batch.Break, ViewShape.Cells);
        Offered = Mask(batch.Offered, ViewShape.Blocks);

        Tensor Mask(byte[] mask, int length) => tensor(mask, [turns, length]).to(device).to(@bool);
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
    public HumanInput<Tensor> Input((Tensor Hidden, Tensor Cell) state) => new()
    {
        Cells = _cells,
        Scene = _scene,
        Blocks = _blocks,
        Hidden = state.Hidden,
        Cell = state.Cell,
        Batch = (int)state.Hidden.shape[1],
    };
}
