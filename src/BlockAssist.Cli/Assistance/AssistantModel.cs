using BlockAssist.Cli.Running;
using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Assistance;

/// <summary>A belief model as it is served, and how sure it must be of what it does.</summary>
internal sealed class AssistantModel : IDisposable
{
    private readonly InferenceEngine _engine;
    private readonly BeliefShape _shape;
    private readonly double _sure;

    private AssistantModel(InferenceEngine engine, BeliefShape shape, double sure) => (_engine, _shape, _sure) = (engine, shape, sure);

    /// <summary>Opens a model for sites of a size.</summary>
    /// <exception cref="ForeseenException">It is not there, or for sites of another size.</exception>
    public static AssistantModel Open(string file, GridSize site, double sure)
    {
        if (!File.Exists(file))
        {
            throw new ForeseenException($"{file} is not there", "Name the checkpoint of a belief model.");
        }

        using var model = BeliefModel.Open(CheckpointFile.Load(file));
        var shape = model.Network.Shape;
        return shape.Size == site
            ? new AssistantModel(InferenceEngine.Open(model.ToOnnx(), file), shape, sure)
            : throw new ForeseenException($"{file} was made for sites of {shape.Size}; here they are of {site}");
    }

    /// <summary>Seats the model in an episode.</summary>
    public IPolicy Sit() => new BeliefPolicy(_engine, _shape, _sure);

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();
}
