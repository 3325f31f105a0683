using BlockAssist.Learner.Data;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Tests.Data;
using BlockAssist.Learner.Tests.Training;
using BlockAssist.Learner.Verification;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Leases;

/// <summary>A lease of three segments of two steps: a small network, a program's play on small sites.</summary>
internal sealed class SmallLease : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly RecordedScript _play = new();

    public SmallLease()
    {
        Data = _play.Demonstrations(6, 40, new(6, 7, 6));
        SmallTraining.SaveFresh(BaseFile);
        Base = LeaseBase.Load(BaseFile);
        Recipe.Save(RecipeFile);
    }

    public static LeaseTerms Terms { get; } = new(3, 2, 77);

    public static LeaseRecipe Recipe { get; } = new() { Network = SmallTraining.Network.Options, Length = 4, Batch = 2, Rate = 1e-3 };

    public DemonstrationSet Data { get; }

    public LeaseBase Base { get; }

    public string PlayFolder => _play.Folder;

    public string BaseFile => File("base.safetensors");

    public string RecipeFile => File("recipe.json");

    public string File(string name) => _folder.File(name);

    public LeaseTraining Training(string folder = "lease", LeaseTerms? terms = null, LeaseRecipe? recipe = null, DemonstrationSet? data = null) =>
        new(Base, recipe ?? Recipe, terms ?? Terms, data ?? Data, File(folder));

    public LeaseResult Train(string folder = "lease") => Training(folder).Train(null, CancellationToken.None);

    public string Evidence(int segment, LeaseTraining? training = null)
    {
        var file = File($"evidence-{segment}");
        (training ?? Training()).WriteEvidence(segment, file);
        return file;
    }

    public static LeaseClaim Claim(LeaseResult result, int segment) => new(Terms, segment, result.Marks, result.Examples, result.Class.Key);

    public LeaseFinding Replay(LeaseClaim claim, string evidence, string update, string? own = null, SegmentLimits? limits = null)
    {
        using var scratch = new TemporaryFolder();
        var device = DeviceClass.Of(CPU, _ => null);
        return new LeaseReplay(own is null ? device : device with { Settings = own }, CPU, scratch.Path) { Limits = limits ?? new SegmentLimits() }
            .Replay(claim, new LeaseFiles(BaseFile, RecipeFile, evidence, update), CancellationToken.None);
    }

    public void Dispose()
    {
        _play.Dispose();
        _folder.Dispose();
    }
}
