using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Simulations.Learning;

/// <summary>All of a simulated swarm that is no protocol: training, replaying, refereeing, and trying models. Made up by <see cref="MadeUpLearning"/>, or real.</summary>
/// <remarks>
/// What it does takes no virtual time; the simulation says how long it took. It keeps what it is asked for later by its address. Belongs to one
/// thread at a time, and must come to the same whenever it is asked for the same in the same order.
/// </remarks>
public interface ISimulatedLearning
{
    /// <summary>With what the swarm begins.</summary>
    Genesis Genesis { get; }

    /// <summary>How many bytes a model has.</summary>
    long ModelBytes { get; }

    /// <summary>Trains a lease.</summary>
    TrainedShare Train(TrainingOrder order);

    /// <summary>What a trainer sends for the replay of a segment that it trained.</summary>
    SimulatedBlob Evidence(Lease lease, int segment);

    /// <summary>Trains a segment of somebody else again.</summary>
    /// <param name="model">The model that the round begins with.</param>
    /// <param name="ask">The segment.</param>
    ReplayFinding Replay(BlobId model, AskToReplay ask);

    /// <summary>The state after some steps of a segment.</summary>
    SimulatedBlob State(StateOrder order);

    /// <summary>Decides what a dispute has come to.</summary>
    /// <param name="model">The model that the round begins with.</param>
    /// <param name="judge">What is to be decided.</param>
    Ruling Rule(BlobId model, Judge judge);

    /// <summary>Opens a model; the numbers are the caller's.</summary>
    /// <param name="model">The model.</param>
    /// <param name="momentum">Its momentum; null if it has none.</param>
    OpenedModel Open(BlobId model, BlobId? momentum);

    /// <summary>The change of each weight by an update; null if it is no update of that model.</summary>
    ReadOnlyMemory<float>? Update(BlobId update, BlobId model);

    /// <summary>By how much each of some changes makes a model better at what no peer has seen; below 0 worse.</summary>
    IReadOnlyList<double> Gains(BlobId model, IReadOnlyList<ReadOnlyMemory<float>> changes);

    /// <summary>Keeps a model that comes after another one, and its momentum.</summary>
    (BlobId Model, BlobId Momentum) Save(BlobId model, ReadOnlyMemory<float> weights, ReadOnlyMemory<float> momentum);

    /// <summary>Lets models play against each other.</summary>
    IModelMatch Match { get; }
}
