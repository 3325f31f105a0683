using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Policies;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Views;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Evaluation;

/// <summary>The answers of a served human model, one turn after the other as in a game.</summary>
internal sealed class ServedAnswers(InferenceEngine engine) : IHumanAnswers
{
    private readonly HumanRun _run = new(engine, 1);

    /// <inheritdoc/>
    public HumanOutput<Tensor> Of(ViewBatch views, ViewTensors tensors)
    {
        var turns = views.Capacity;
        var types = new float[turns * ViewShape.Types];
        var cells = new float[turns * ViewShape.Cells * 2];
        var blocks = new float[turns * ViewShape.Blocks * 2];
        for (var turn = 0; turn < turns; turn++)
        {
            Show(views[turn]);
            _run.Execute();
            var scores = _run.ScoresOf(0);
            scores.Types.CopyTo(types.AsSpan(turn * ViewShape.Types));
            scores.Cells.CopyTo(cells.AsSpan(turn * ViewShape.Cells * 2));
            scores.Blocks.CopyTo(blocks.AsSpan(turn * ViewShape.Blocks * 2));
        }

        return new HumanOutput<Tensor>
        {
            Types = TensorCopies.Of(types, CPU, turns, ViewShape.Types),
            Cells = TensorCopies.Of(cells, CPU, turns, ViewShape.Cells, 2),
            Blocks = TensorCopies.Of(blocks, CPU, turns, ViewShape.Blocks, 2),

            // What is remembered stays with the run.
            Hidden = zeros(0),
            Cell = zeros(0),
        };
    }

    /// <inheritdoc/>
    public void Forget() => _run.Forget(0);

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();

    private void Show(in View seen)
    {
        var shown = _run.Views[0];
        seen.Cells.CopyTo(shown.Cells);
        seen.Scene.CopyTo(shown.Scene);
        seen.Blocks.CopyTo(shown.Blocks);
    }
}
