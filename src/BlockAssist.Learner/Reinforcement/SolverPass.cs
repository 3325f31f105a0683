using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Views;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>What a solver and its critic make of experience, on tensors.</summary>
/// <param name="Likelihood">What the solver would do.</param>
/// <param name="Turns">What was done.</param>
/// <param name="Values">What the critic foresees from each turn on.</param>
internal sealed record SolverPass(ActionLikelihood Likelihood, TurnTensors Turns, Tensor Values)
{
    /// <summary>Runs both networks, the memory being what it was before the first turn.</summary>
    public static SolverPass Of(HumanNetwork network, WeightSet weights, Experience experience, Device device, ScalarType type)
    {
        var view = new ViewTensors(experience.Views, device);
        var input = view.Input(MemoryOf(experience, device), type);
        var ops = new TorchOps(weights, training: false, type);
        var likelihood = new ActionLikelihood(network.Run(ops, input), view);
        return new SolverPass(likelihood, new TurnTensors(experience.Turns, device), CriticNetwork.Run(ops, input).squeeze(1).to(float32));
    }

    /// <summary>What the solver would do, by weights without a critic.</summary>
    public static ActionLikelihood LikelihoodOf(HumanNetwork network, WeightSet weights, Experience experience, Device device)
    {
        var view = new ViewTensors(experience.Views, device);
        return new ActionLikelihood(network.Run(new TorchOps(weights), view.Input(MemoryOf(experience, device))), view);
    }

    /// <summary>What the critic foresees of views.</summary>
    public static Tensor ValuesOf(HumanNetwork network, WeightSet weights, ViewBatch views, Device device) =>
        CriticNetwork.Run(new TorchOps(weights), new ViewTensors(views, device).Input(network.NoMemory(views.Capacity, device))).squeeze(1);

    private static (Tensor Hidden, Tensor Cell) MemoryOf(Experience experience, Device device) => (
        TensorCopies.Of(experience.Hidden, device, 1, experience.Sites, experience.Memory),
        TensorCopies.Of(experience.Cell, device, 1, experience.Sites, experience.Memory));
}
