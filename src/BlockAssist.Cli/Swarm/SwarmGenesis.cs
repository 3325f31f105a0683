using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Reinforcement;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Hub;

namespace BlockAssist.Cli.Swarm;

/// <summary>Makes what a swarm begins with: a human model, and how it is trained.</summary>
/// <param name="context">Where the home is.</param>
/// <param name="blobs">Where both are kept.</param>
internal sealed class SwarmGenesis(CommandContext context, BlobStore blobs)
{
    private const ulong Seed = 1;

    /// <summary>Makes it.</summary>
    /// <param name="model">The file of a checkpoint; null for the human model that plays, or that comes with the program.</param>
    /// <param name="fresh">Whether to begin with one that has learnt nothing instead.</param>
    /// <param name="rate">The learning rate of leases.</param>
    /// <param name="selfPlayEvery">Every how many rounds one learns from its own play; 0: none.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Genesis> MakeAsync(string? model, bool fresh, double rate, int selfPlayEvery, CancellationToken cancellation)
    {
        var file = fresh ? null : model ?? Promoted() ?? NamedModel.Shipped(ModelKind.Human);
        var begins = file is null ? await FreshAsync(cancellation) : await blobs.PutFileAsync(file, cancellation);
        var network = LeaseBase.Load(blobs.PathOf(begins)!).Network.Options;
        var recipe = await blobs.PutAsync(new LeaseRecipe { Network = network, Rate = rate }.ToBytes(), cancellation);
        var selfPlay = selfPlayEvery == 0 ? null : new SelfPlayRounds((await blobs.PutAsync(SelfPlayRecipe(network).ToBytes(), cancellation)).Digest, selfPlayEvery);
        return new Genesis(begins, recipe.Digest) { SelfPlay = selfPlay };
    }

    // Iterations a quarter as long as where one machine learns alone: a segment of six is then as much to replay as six steps of imitation.
    private static LeaseRecipe SelfPlayRecipe(HumanNetworkOptions network) => new()
    {
        Network = network,
        SelfPlay = new ReinforcementOptions { Groups = 1, CriticFirst = 20 },
    };

    private string? Promoted()
    {
        var registry = new ModelRegistry(context.Home.Models, context.Surroundings.Clock);
        return registry.Promoted(ModelKind.Human) is { } plays ? registry.PathOf(plays.Hash) : null;
    }

    private async Task<BlobId> FreshAsync(CancellationToken cancellation)
    {
        TorchRuntime.Start(threads: 1);
        var network = new HumanNetwork(new HumanNetworkOptions());
        using var model = new HumanModel(network, WeightSet.Fresh(network.Weights(), Seed));
        return await blobs.PutAsync(CheckpointFile.ToBytes(model.ToCheckpoint()), cancellation);
    }
}
