using BlockAssist.Cli.Swarm;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Reinforcement;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;

namespace BlockAssist.Cli.Tests.Swarm;

/// <summary>What a round of a swarm begins with: a small model that has learnt nothing, a recipe, and scripted play to learn from.</summary>
internal sealed class SmallSwarm : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallSwarm()
    {
        var size = SomeHuman.Size with { Dropout = 0 };
        SomeHuman.Save(Round.Base, size);
        new LeaseRecipe { Network = size, Length = 8, Batch = 4, Rate = 3e-3 }.Save(Round.Recipe);
        Record(1, 3);
        Trainer = TrainerBy(TimeProvider.System);
        Replayer = new SegmentReplayer(_folder.File("scratch"));
    }

    public static Lease Lease { get; } = new(default, 1, 2, 3, 9);

    public RoundFiles Round => new(File("base.safetensors"), File("recipe.json"));

    /// <summary>A round of the same base that learns from its own play.</summary>
    public RoundFiles SelfPlayRound()
    {
        var recipe = LeaseRecipe.Load(Round.Recipe) with { SelfPlay = new ReinforcementOptions { Groups = 1, Together = 2, Length = 8, Epochs = 1, CriticFirst = 0 } };
        recipe.Save(File("self-play.json"));
        return Round with { Recipe = File("self-play.json") };
    }

    public LeaseTrainer Trainer { get; }

    public SegmentReplayer Replayer { get; }

    public string Folder => File("lease");

    public string File(string name) => _folder.File(name);

    public LeaseTrainer TrainerBy(TimeProvider clock, Func<IReadOnlyList<string>>? foreign = null, double share = 0) =>
        new(() => DemonstrationSet.Open([_folder.File("play")]), _ => null, clock)
        {
            Measuring = TimeSpan.FromMilliseconds(50),
            Foreign = foreign ?? (() => []),
            ForeignShare = share,
        };

    public void Record(ulong seed, int episodes) => new ScriptedPlay(seed).Record(File("play"), episodes);

    public Task<TrainedLease> TrainAsync() => Trainer.TrainAsync(Round, Lease, Folder, null, TestContext.Current.CancellationToken);

    public async Task<ReplayOrder> OrderAsync(TrainedLease trained, int segment, LeaseTrainer? trainer = null, RoundFiles? round = null)
    {
        var evidence = File($"evidence-{segment}");
        await (trainer ?? Trainer).WriteEvidenceAsync(round ?? Round, Lease, Folder, segment, evidence, TestContext.Current.CancellationToken);
        var update = System.IO.File.ReadAllBytes(trained.Update);
        var commitment = new Commitment(SegmentChain.EndOf(Lease, trained.Marks), trained.Marks.Count, BlobId.Of(update), update.Length, trained.Examples, trained.Device);
        return new ReplayOrder(round ?? Round, Lease, commitment, segment, trained.Marks, evidence, trained.Update);
    }

    public void Dispose()
    {
        Trainer.Dispose();
        _folder.Dispose();
    }
}
