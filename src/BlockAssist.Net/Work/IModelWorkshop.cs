using BlockAssist.Net.Gates;

namespace BlockAssist.Net.Work;

/// <summary>Opens, tries and writes models for whoever coordinates a swarm. The learner's part of a hub.</summary>
public interface IModelWorkshop
{
    /// <summary>Opens a model that the hub made or began with.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="momentum">The file of its momentum; null where there is none beside it: then it is in the model's own, or it has none.</param>
    OpenedModel Open(string file, string? momentum);

    /// <summary>Reads an update of anybody's.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="baseFile">The model that it changes.</param>
    /// <returns>The change of each weight; null if it is no update of that model.</returns>
    float[]? ReadUpdate(string file, string baseFile);

    /// <summary>By how much each of some changes makes a model better at what no peer has seen.</summary>
    /// <param name="round">The model, and how its round trains: what was learnt from demonstrations is told by how well people are foreseen, in nats a turn; what was learnt from own play by how much of the goal is built.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<Gain>> GainsAsync(RoundFiles round, IReadOnlyList<ReadOnlyMemory<float>> changes, CancellationToken cancellation);

    /// <summary>Writes a model that comes after another one, and its momentum, which only whoever merges needs.</summary>
    /// <param name="baseFile">The other one.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="momentum">The momentum that goes with it.</param>
    /// <param name="file">Where the model goes.</param>
    /// <param name="momentumFile">Where its momentum goes.</param>
    void Save(string baseFile, ReadOnlyMemory<float> weights, ReadOnlyMemory<float> momentum, string file, string momentumFile);

    /// <summary>Lets models play build tasks against each other.</summary>
    /// <param name="fileOf">The file of a model by its hash.</param>
    IModelMatch Match(Func<string, string> fileOf);
}
