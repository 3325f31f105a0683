using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Policies;

/// <summary>A small human model that has learnt nothing, served; and houses for it to build.</summary>
internal sealed class ServedModel : IDisposable
{
    public ServedModel(int memory = 32)
    {
        Network = new HumanNetwork(new HumanNetworkOptions { Channels = 16, Blocks = 1, Context = 32, Memory = memory });
        Weights = WeightSet.Fresh(Network.Weights(), 5);

        // Fresh answers are nearly all alike; larger ones tell actions apart.
        Weights.Set(Array.ConvertAll(Weights.Values(), weight => 2 * weight));
        Engine = InferenceEngine.Open(OnnxExporter.Export(new ServedHumanNetwork(Network), Weights), "human.onnx");
    }

    public HumanNetwork Network { get; }

    public WeightSet Weights { get; }

    public InferenceEngine Engine { get; }

    public static BlockGrid House(ulong seed)
    {
        var options = new SiteOptions();
        var house = HouseGenerator.Generate(GoalPlacement.RoomFor(options.Size, infiniteBlocks: true), seed);
        return GoalPlacement.Place(house, options.Size, infiniteBlocks: true);
    }

    public static BuildSite Site(ulong seed, int horizon = 1500) => new(new SiteOptions { Horizon = horizon }, House(seed));

    public void Dispose()
    {
        Engine.Dispose();
        Weights.Dispose();
    }
}
