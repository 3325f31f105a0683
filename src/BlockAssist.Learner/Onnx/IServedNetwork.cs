using BlockAssist.Learner.Networks;

namespace BlockAssist.Learner.Onnx;

/// <summary>A network as it is served: one step of a batch, with names for what goes in and what comes out.</summary>
/// <remarks>A memory is an input and an output: whoever asks hands back what the step before gave.</remarks>
public interface IServedNetwork
{
    /// <summary>What the network is called in files and messages.</summary>
    string Name { get; }

    /// <summary>What goes in.</summary>
    IReadOnlyList<ServedInput> Inputs { get; }

    /// <summary>The names of what comes out.</summary>
    IReadOnlyList<string> Outputs { get; }

    /// <summary>Runs the network.</summary>
    /// <param name="ops">What running means.</param>
    /// <param name="inputs">Floats in the order of <see cref="Inputs"/>, already scaled.</param>
    /// <returns>As many as there are <see cref="Outputs"/>, in their order.</returns>
    IReadOnlyList<T> Run<T>(INetworkOps<T> ops, IReadOnlyList<T> inputs);
}
