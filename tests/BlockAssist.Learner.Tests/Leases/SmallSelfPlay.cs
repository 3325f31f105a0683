using BlockAssist.Learner.Data;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Reinforcement;
using BlockAssist.Learner.Tests.Training;
using BlockAssist.Learner.Verification;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Leases;

/// <summary>A lease of two segments of three iterations of self-play, by a small network.</summary>
internal sealed class SmallSelfPlay : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallSelfPlay()
    {
        SmallTraining.SaveFresh(BaseFile);
        Base = LeaseBase.Load(BaseFile);
        Recipe.Save(RecipeFile);
        Result = Training().Train(null, CancellationToken.None);
    }

    public static LeaseTerms Terms { get; } = new(2, 3, 77);

    public static LeaseRecipe Recipe { get; } = new()
    {
        Network = SmallTraining.Network.Options,
        SelfPlay = new ReinforcementOptions { Together = 2, Groups = 2, Length = 6, Epochs = 1, CriticFirst = 1, Rate = 1e-3 },
    };

    public static DeviceClass Own { get; } = DeviceClass.Of(CPU, _ => null);

    public LeaseBase Base { get; }

    public LeaseStates States => new(Base, Recipe);

    public LeaseResult Result { get; }

    public LeaseFiles Files(int segment) => new(BaseFile, RecipeFile, Evidence(segment), Result.Update);

    public LeaseClaim Claim(int segment) => new(Terms, segment, Result.Marks, Result.Examples, Result.Class.Key);

    public string File(string name) => _folder.File(name);

    public LeaseTraining Training(string folder = "lease", LeaseTerms? terms = null, LeaseRecipe? recipe = null) =>
        new(Base, recipe ?? Recipe, terms ?? Terms, new DemonstrationSet([]), File(folder));

    public string Evidence(int segment)
    {
        var file = File($"evidence-{segment}");
        Training().WriteEvidence(segment, file);
        return file;
    }

    /// <summary>The state after some iterations of a segment, as the trainer makes it again from its folder.</summary>
    public string Trainer(int segment, int steps)
    {
        Training().WriteState(segment, steps, File($"trainer-{segment}-{steps}"), CancellationToken.None);
        return File($"trainer-{segment}-{steps}");
    }

    /// <summary>The state that a verifier comes to after some iterations of a segment.</summary>
    public string Verifier(int segment, int steps)
    {
        var finding = With(replay => replay.WriteState(Claim(segment), Files(segment), steps, File($"verifier-{segment}-{steps}"), CancellationToken.None));
        Assert.Equal((LeaseOutcome.Undecided, LeaseSubject.Steps), (finding.Outcome, finding.Subject));
        return File($"verifier-{segment}-{steps}");
    }

    public LeaseMoment Moment(string file) => States.Read(System.IO.File.ReadAllBytes(file), file);

    public string Save(string name, LeaseMoment moment)
    {
        States.Save(moment, File(name));
        return File(name);
    }

    public static LeaseFinding Replay(LeaseClaim claim, LeaseFiles files, DeviceClass? own = null, SegmentLimits? limits = null) =>
        With(replay => replay.Replay(claim, files, CancellationToken.None), own, limits);

    public static T With<T>(Func<LeaseReplay, T> work, DeviceClass? own = null, SegmentLimits? limits = null)
    {
        using var scratch = new TemporaryFolder();
        return work(new LeaseReplay(own ?? Own, CPU, scratch.Path) { Limits = limits ?? new SegmentLimits() });
    }

    public void Dispose() => _folder.Dispose();

    public string BaseFile => File("base.safetensors");

    private string RecipeFile => File("recipe.json");
}
