using System.Globalization;
using BlockAssist.Cli.Swarm;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Networks;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;
using BlockAssist.Simulation.Episodes.Import;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Tests.Swarm;

/// <summary>Prints how a model fares over rounds of three honest peers with people's play, by the fixed outer step of DiLoCo and by the best of those that are tried; takes a quarter of an hour each.</summary>
public sealed class OuterStepFigures(ITestOutputHelper output)
{
    private const int Peers = 3;
    private const int Rounds = 6;
    private const int Segments = 60;

    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(Explicit = true)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Six_rounds(bool isFixed)
    {
        using var folder = new TemporaryFolder();
        TorchRuntime.Start(1);
        var round = Begin(folder);
        var hands = Deal(folder.File("play"));
        var workshop = new ModelWorkshop(hands[Peers], new HiddenPlay(folder.File("made up"), 2)) { Rules = new MatchOptions { Threads = 1 } };
        var (first, match) = (HashOf(round.Base), workshop.Match(hash => _files[hash]));
        for (var number = 1; number <= Rounds; number++)
        {
            var next = folder.File($"model-{number}");
            var step = await RoundAsync(number, round, hands, workshop, next, isFixed ? [new OuterStep(0.7, 0.9)] : OuterStep.Tried);
            var gate = await new PromotionGate(match, new SequentialOptions { MostPairs = 300 }).TryAsync(HashOf(next), HashOf(round.Base), [], null, Cancellation);
            Say($"round {number}: {step}; {gate.Verdict} by {gate.Mean:P1} over {gate.Pairs} pairs");
            round = gate.IsPassed ? round with { Base = next } : round;
        }

        Say($"the last against the first: {(await match.PlayAsync(HashOf(round.Base), first, 5000, 60, Cancellation)).Average():P1} of the goal");
    }

    private static RoundFiles Begin(TemporaryFolder folder)
    {
        var round = new RoundFiles(folder.File("base"), folder.File("recipe"));
        var size = SomeHuman.Size with { Dropout = 0 };
        SomeHuman.Save(round.Base, size);
        new LeaseRecipe { Network = size, Rate = 1e-3 }.Save(round.Recipe);
        return round;
    }

    // Who is last has what is hidden.
    private static DemonstrationSet[] Deal(string folder)
    {
        SharedData.Need("mbag/episodes");
        Directory.CreateDirectory(folder);
        List<string> files = [];
        foreach (var file in SharedData.Files("mbag/episodes", "*.jsonl.gz"))
        {
            files.Add(Path.Combine(folder, Path.GetFileName(file).Replace(".jsonl.gz", ".bae", StringComparison.Ordinal)));
            MbagEpisodeImporter.Import(file, files[^1]);
        }

        return [.. Enumerable.Range(0, Peers + 1).Select(hand => DemonstrationSet.Open(files.Order(StringComparer.Ordinal).Where((_, number) => number % (Peers + 1) == hand)))];
    }

    private static async Task<string> RoundAsync(int number, RoundFiles round, DemonstrationSet[] hands, ModelWorkshop workshop, string next, IReadOnlyList<OuterStep> steps)
    {
        var (model, updates) = (workshop.Open(round.Base, File.Exists(MomentumOf(round.Base)) ? MomentumOf(round.Base) : null), new List<PeerUpdate>());
        for (var peer = 0; peer < Peers; peer++)
        {
            var hand = hands[peer];
            using var trainer = new LeaseTrainer(() => hand, _ => null, TimeProvider.System);
            var lease = new Lease(default, (ulong)number, Segments, 6, (ulong)((number * 100) + peer));
            var trained = await trainer.TrainAsync(round, lease, $"{next}-lease-{peer}", null, Cancellation);
            updates.Add(new PeerUpdate(workshop.ReadUpdate(trained.Update, round.Base)!, 1.0 / Peers));
        }

        var helpful = (await workshop.GainsAsync(round, [.. updates.Select(update => update.Change)], Cancellation)).Zip(updates).Where(one => one.First.Mean >= 0).ToList();
        new ModelMerge(model.Lengths).Merge([.. helpful.Select(one => one.Second)], out var merged);
        var gains = await workshop.GainsAsync(round, [.. steps.Select(step => (ReadOnlyMemory<float>)step.ChangeOf(merged, model.Momentum))], Cancellation);
        var (best, gain) = steps.Zip(gains).MaxBy(tried => tried.Second.Mean);
        best.Apply(merged, model.Momentum, model.Weights);
        workshop.Save(round.Base, model.Weights, model.Momentum, next, MomentumOf(next));
        return string.Create(CultureInfo.InvariantCulture, $"{helpful.Count} of {Peers} updates help, by {string.Join(", ", helpful.Select(one => one.First.Mean.ToString("F3", CultureInfo.InvariantCulture)))}; {best}, gain {gain.Mean:F3}");
    }

    private static string MomentumOf(string model) => $"{model}-momentum";

    private string HashOf(string file)
    {
        var hash = ContentHash.OfFile(file);
        _files[hash] = file;
        return hash;
    }

    private void Say(FormattableString text) => output.WriteLine(FormattableString.Invariant(text));
}
