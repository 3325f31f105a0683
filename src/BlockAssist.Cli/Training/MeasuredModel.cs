using BlockAssist.Cli.Running;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Policies;
using static TorchSharp.torch;

namespace BlockAssist.Cli.Training;

/// <summary>A human model that is measured by people: run by torch, or as it is served.</summary>
internal sealed class MeasuredModel : IDisposable
{
    private readonly IDisposable _model;
    private readonly Func<Habits?, HumanTurnModel> _foresee;

    private MeasuredModel(IDisposable model, Func<Habits?, HumanTurnModel> foresee) => (_model, _foresee) = (model, foresee);

    /// <summary>The model of a checkpoint.</summary>
    public static MeasuredModel Of(Checkpoint checkpoint, Device device)
    {
        var model = HumanModel.Open(checkpoint, device);
        return new MeasuredModel(model, habits => HumanTurnModel.OnTorch(model.Network, model.Weights, device, habits));
    }

    /// <summary>A model as it is served.</summary>
    /// <param name="engine">The model; owned from here on.</param>
    public static MeasuredModel Of(InferenceEngine engine) => new(engine, habits => HumanTurnModel.Served(engine, habits));

    /// <summary>Opens the model that a verb is told to measure.</summary>
    /// <exception cref="ForeseenException">There is none.</exception>
    public static MeasuredModel Open(CommandContext context, string? model, Device device) => HumanModelInput.IsServed(model)
        ? Of(HumanModelInput.OpenServed(context, model))
        : Of(NamedModel.Open(context, model, ModelKind.Human), device);

    /// <summary>The model as it is scored.</summary>
    /// <param name="habits">What gets used to the person; null for nothing.</param>
    public HumanTurnModel Foresee(Habits? habits = null) => _foresee(habits);

    /// <inheritdoc/>
    public void Dispose() => _model.Dispose();
}
