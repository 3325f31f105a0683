using System.Diagnostics;
using System.Globalization;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Tests.Swarm;

/// <summary>Prints what the work of a swarm costs with the model that comes with the program; run by name, and only when asked for.</summary>
public sealed class SwarmFigures(ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Work_of_peers()
    {
        TorchRuntime.Start(1);
        using var folder = new TemporaryFolder();
        var round = new RoundFiles(NamedModel.Shipped(ModelKind.Human), folder.File("recipe.json"));
        var start = LeaseBase.Load(round.Base);
        new LeaseRecipe { Network = start.Network.Options }.Save(round.Recipe);
        new ScriptedPlay(7).Record(folder.File("play"), 40, cancellation: Cancellation);
        using var trainer = new LeaseTrainer(() => DemonstrationSet.Open([folder.File("play")]), Environment.GetEnvironmentVariable, TimeProvider.System);
        var lease = new Lease(default, 1, 4, 6, 11);

        Say($"{start.Weights.Length} weights, {await trainer.MeasureAsync(round, Cancellation):F2} steps a second");
        var trained = await Timed("a lease of 4 segments of 6 steps", () => trainer.TrainAsync(round, lease, folder.File("lease"), null, Cancellation));
        var evidence = folder.File("evidence");
        await Timed("evidence", async () =>
        {
            await trainer.WriteEvidenceAsync(round, lease, folder.File("lease"), 2, evidence, Cancellation);
            return 0;
        });
        var update = File.ReadAllBytes(trained.Update);
        Say($"evidence {new FileInfo(evidence).Length} bytes, update {update.Length} bytes");
        var commitment = new Commitment(default, 4, BlobId.Of(update), update.Length, trained.Examples, trained.Device);
        var order = new ReplayOrder(round, lease, commitment, 2, trained.Marks, evidence, trained.Update);
        var finding = await Timed("replay", () => new SegmentReplayer(folder.File("scratch")).ReplayAsync(order, Cancellation));
        Say($"{finding.Outcome}: {finding.Reason}");
    }

    [Fact(Explicit = true)]
    public async Task Work_of_hubs()
    {
        TorchRuntime.Start(1);
        using var folder = new TemporaryFolder();
        var workshop = new ModelWorkshop(new DemonstrationSet([]), new HiddenPlay(folder.File("hidden"), 20));
        var file = NamedModel.Shipped(ModelKind.Human);
        var (start, recipe) = (workshop.Open(file, momentum: null), folder.File("recipe.json"));
        new LeaseRecipe { Network = LeaseBase.Load(file).Network.Options }.Save(recipe);
        float[] noisy = [.. start.Weights.Select((weight, i) => weight * (i % 2 == 0 ? 1.15f : 0.85f))];
        workshop.Save(file, noisy, start.Momentum, folder.File("noisy"), folder.File("momentum"));
        float[] change = [.. noisy.Zip(start.Weights, (one, other) => one - other)];
        var (mine, its) = (ContentHash.OfFile(file), ContentHash.OfFile(folder.File("noisy")));
        var match = workshop.Match(hash => hash == mine ? file : folder.File("noisy"));

        var gains = await Timed("gains of 4", () => workshop.GainsAsync(new RoundFiles(file, recipe), [change, change, change, change], Cancellation));
        await Timed("gains of 4, again", () => workshop.GainsAsync(new RoundFiles(file, recipe), [change, change, change, change], Cancellation));
        Say($"gain {gains[0].Mean:F3}");
        var first = await Timed("10 pairs", () => match.PlayAsync(mine, its, 0, 10, Cancellation));
        var more = await Timed("30 pairs more", () => match.PlayAsync(mine, its, 10, 30, Cancellation));
        double[] all = [.. first, .. more];
        var mean = all.Average();
        Say($"better by {mean:F3}, spread {Math.Sqrt(all.Average(one => (one - mean) * (one - mean))):F3}");
    }

    private async Task<T> Timed<T>(string what, Func<Task<T>> work)
    {
        var clock = Stopwatch.StartNew();
        var result = await work();
        Say($"{what}: {clock.Elapsed.TotalSeconds:F2} s");
        return result;
    }

    private void Say(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
