using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Views;

namespace BlockAssist.Learner.Policies;

/// <summary>A served human model with memory for several builders: show each its turn, execute, read what it answers.</summary>
/// <remarks>What a builder remembers is kept from turn to turn. Allocates nothing once made. Belongs to one thread.</remarks>
internal sealed class HumanRun : IDisposable
{
    private readonly InferenceRun _run;
    private readonly bool _remembers;

    /// <summary>Room for builders.</summary>
    /// <exception cref="OnnxFormatException">The engine runs another network, or one made for another view.</exception>
    public HumanRun(InferenceEngine engine, int builders)
    {
        Views = new ViewBatch(builders);
        var name = engine.Metadata.GetValueOrDefault(OnnxMetadata.Network, "unknown");
        if (name != HumanNetwork.Name)
        {
            throw new OnnxFormatException($"A human model was expected, but the file holds the network '{name}'.");
        }

        _run = engine.Run(builders);
        _remembers = _run.Inputs.Contains(ServedHumanNetwork.Hidden);
        Demand(ServedHumanNetwork.Cells, Views.Cells.Length);
        Demand(ServedHumanNetwork.Scene, Views.Scene.Length);
        Demand(ServedHumanNetwork.Blocks, Views.Blocks.Length);
    }

    /// <summary>What each builder sees; to be written before <see cref="Execute"/>.</summary>
    public ViewBatch Views { get; }

    /// <summary>Runs the network on what the builders see and remember.</summary>
    public void Execute()
    {
        Views.Cells.CopyTo(_run.Input(ServedHumanNetwork.Cells));
        Views.Scene.CopyTo(_run.Input(ServedHumanNetwork.Scene));
        Views.Blocks.CopyTo(_run.Input(ServedHumanNetwork.Blocks));
        _run.Execute();
        if (_remembers)
        {
            _run.Carry(ServedHumanNetwork.HiddenNext, ServedHumanNetwork.Hidden);
            _run.Carry(ServedHumanNetwork.CellNext, ServedHumanNetwork.Cell);
        }
    }

    /// <summary>What was answered to a builder.</summary>
    public HumanScores ScoresOf(int builder) => new()
    {
        Types = Part(_run.Output(ServedHumanNetwork.TypeScores), builder),
        Cells = Part(_run.Output(ServedHumanNetwork.CellScores), builder),
        Blocks = Part(_run.Output(ServedHumanNetwork.BlockScores), builder),
    };

    /// <summary>Half of what a builder remembers; empty if the network remembers nothing. May be written before <see cref="Execute"/>.</summary>
    public Span<float> HiddenOf(int builder) => _remembers ? Part(_run.Input(ServedHumanNetwork.Hidden), builder) : [];

    /// <summary>The other half of it.</summary>
    public Span<float> CellOf(int builder) => _remembers ? Part(_run.Input(ServedHumanNetwork.Cell), builder) : [];

    /// <summary>Makes a builder's memory empty.</summary>
    public void Forget(int builder)
    {
        HiddenOf(builder).Clear();
        CellOf(builder).Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();

    private ReadOnlySpan<float> Part(ReadOnlySpan<float> all, int builder)
    {
        var length = all.Length / Views.Capacity;
        return all.Slice(builder * length, length);
    }

    private Span<float> Part(Span<float> all, int builder)
    {
        var length = all.Length / Views.Capacity;
        return all.Slice(builder * length, length);
    }

    private void Demand(string input, int numbers)
    {
        if (!_run.Inputs.Contains(input) || _run.Input(input).Length != numbers)
        {
            _run.Dispose();
            throw new OnnxFormatException($"The human model was made for another view: its input '{input}' is not of the size that builders are shown now.");
        }
    }
}
