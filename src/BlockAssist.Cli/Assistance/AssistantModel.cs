using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Search;
using BlockAssist.Learner.Beliefs.Survival;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
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
    private readonly SurvivalJudge? _judge;

    private AssistantModel(string name, InferenceEngine engine, BeliefShape shape, double sure, SurvivalJudge? judge) =>
        (Name, _engine, _shape, _sure, _judge) = (name, engine, shape, sure, judge);

    /// <summary>Opens a model for sites of a size.</summary>
    /// <param name="context">Where the node's models are.</param>
    /// <param name="name">A file, or the start of a hash; null for the model that plays.</param>
    /// <param name="site">The size of the sites.</param>
    /// <param name="sure">How sure it must be of what it does.</param>
    /// <exception cref="ForeseenException">There is none, or it is for sites of another size.</exception>
    public static AssistantModel Open(CommandContext context, string? name, GridSize site, double sure)
    {
        var found = PlayingAssistant.Find(context, name);
        var shape = BeliefModel.ShapeOf(found.Checkpoint);
        return shape.Size == site
            ? new AssistantModel(found.ShortName, new ServedModels(context).Open(found, "assistant", () => Export(found)), shape, sure, BeliefModel.JudgeOf(found.Checkpoint))
            : throw new ForeseenException($"The assistant was made for sites of {shape.Size}; here they are of {site}");
    }

    /// <summary>Which model it is, in a few letters.</summary>
    public string Name { get; }

    /// <summary>The model as it is served.</summary>
    public InferenceEngine Engine => _engine;

    /// <summary>The sites that it is for.</summary>
    public BeliefShape Shape => _shape;

    /// <summary>Seats the model in an episode: it does what it is sure of.</summary>
    public IPolicy Sit() => BeliefPolicy.Sure(_engine, _shape, _sure, _judge);

    /// <summary>Seats the model in an episode: it does what people would do who believed the same.</summary>
    /// <param name="human">The model of people; must outlive what is seated.</param>
    /// <param name="seed">Fixes what it does.</param>
    public IPolicy SitImitating(InferenceEngine human, ulong seed) => new ImitatingPolicy(human, _engine, _shape, _sure, seed);

    /// <summary>Seats the model in an episode: it looks ahead.</summary>
    /// <param name="options">How.</param>
    /// <param name="seed">Fixes what is drawn.</param>
    /// <param name="clock">Tells when the time is up.</param>
    public IPolicy SitSearching(SearchOptions options, ulong seed, TimeProvider clock) => BeliefPolicy.Searching(_engine, _shape, _sure, options, seed, clock, _judge);

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    // One thread: the game and the model share the cores.
    private static byte[] Export(NamedModel found)
    {
        if (TorchRuntime.Load().Fault is { } fault)
        {
            throw new ForeseenException($"torch cannot be loaded: {fault}", "See: blockassist doctor.");
        }

        TorchRuntime.Start(1);
        using var model = BeliefModel.Open(found.Checkpoint);
        return model.ToOnnx();
    }
}
