using BlockAssist.Cli.Doctor;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;

namespace BlockAssist.Cli.Tests.Doctor;

public sealed class ModelChecksTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ModelRegistry _registry;

    public ModelChecksTests()
    {
        _registry = new ModelRegistry(_folder.File("models"), TimeProvider.System);
        CheckpointFile.Save(Model(1), Shipped);
    }

    private string Shipped => _folder.File("shipped.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_promoted_model_the_one_that_comes_with_the_program_plays()
    {
        _registry.Add(Model(2), ModelKind.Human);

        Assert.Equal(Finding.Ok("models", "1 of this node; the one that comes with the program plays"), ModelChecks.Models(_registry, Shipped));
    }

    [Fact]
    public void The_promoted_model_is_named()
    {
        var hash = _registry.Add(Model(2), ModelKind.Human).Model.Hash;
        _registry.Promote(hash);

        var finding = ModelChecks.Models(_registry, Shipped);

        Assert.Equal((Health.Ok, $"1 of this node; {hash[..12]} plays"), (finding.State, finding.Found));
    }

    [Fact]
    public void A_lost_model_is_named_with_what_mends_it()
    {
        var hash = _registry.Add(Model(2), ModelKind.Human).Model.Hash;
        File.Delete(_registry.PathOf(hash));

        var finding = ModelChecks.Models(_registry, Shipped);

        Assert.Equal(Health.Warning, finding.State);
        Assert.Contains(hash, finding.Found, StringComparison.Ordinal);
        Assert.Contains("blockassist model import", finding.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_index_and_a_lost_or_damaged_shipped_model_are_warnings_with_advice()
    {
        File.WriteAllText(Shipped, "no model");
        var damaged = ModelChecks.Models(_registry, Shipped);
        File.Delete(Shipped);
        var lost = ModelChecks.Models(_registry, Shipped);
        Directory.CreateDirectory(_folder.File("models"));
        File.WriteAllText(_folder.File("models/index.jsonl"), "no line\nnor this\n");
        var index = ModelChecks.Models(_registry, Shipped);

        Assert.All((Finding[])[damaged, lost, index], finding => Assert.Equal((Health.Warning, true), (finding.State, finding.Mend is { Length: > 0 })));
        Assert.Equal(damaged.Mend, lost.Mend);
        Assert.Contains("index.jsonl", index.Found, StringComparison.Ordinal);
    }

    private static Checkpoint Model(ulong seed)
    {
        TorchRuntime.Start(1);
        var network = new HumanNetwork(new HumanNetworkOptions { Channels = 16, Blocks = 1, Context = 16, Memory = 16 });
        using var model = new HumanModel(network, WeightSet.Fresh(network.Weights(), seed));
        return model.ToCheckpoint();
    }
}
