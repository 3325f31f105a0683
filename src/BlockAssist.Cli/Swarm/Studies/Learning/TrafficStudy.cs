using System.Globalization;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;

namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>What a round sends, against peers who agree on every step: the files of a real lease are measured.</summary>
internal sealed class TrafficStudy : IStudy
{
    private const int StepsASegment = 6;
    private const int Verifiers = 2;
    private const int Episodes = 6;
    private const double LeastTimes = 400;

    private static readonly int[] Segments = [16, 32, 64];
    private static readonly (string Who, double Share)[] Watched = [("nobody looks", 0), ("trusted, 3 %", 0.03), ("usual, 10 %", 0.1)];

    /// <inheritdoc/>
    public string Name => "traffic";

    /// <inheritdoc/>
    public string Question => "How much less does a peer send and get than one that agrees with others on every step?";

    /// <inheritdoc/>
    public StudyReport Run(StudyOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("blockassist-study-").FullName;
        try
        {
            TorchRuntime.Start(options.Threads);
            var (files, wall, cpu) = new StudyWatch(options.Clock).Time(() => Train(options, folder, cancellation));
            progress.Report(FormattableString.Invariant($"update {files.Update:N0} bytes, model {files.Model:N0}, evidence {files.Evidence:N0}"));
            var rows = (from segments in Segments from watched in Watched select Row.Of(files, segments, watched.Who, watched.Share)).ToList();
            return new StudyReport([Sizes(files), Table(rows)], [Check(rows, "sends", row => row.TimesUp), Check(rows, "sends and gets", row => row.TimesBoth)], wall, TimeSpan.Zero, cpu);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static LeaseSizes Train(StudyOptions options, string folder, CancellationToken cancellation)
    {
        var play = options.Play is { } people ? StudyPlay.In(people) : StudyPlay.MadeUpIn(Path.Combine(folder, "play"), Episodes, cancellation);
        var network = new HumanNetwork(new HumanNetworkOptions());
        using var fresh = new HumanModel(network, WeightSet.Fresh(network.Weights(), options.Seed));
        var file = Path.Combine(folder, "base");
        CheckpointFile.Save(fresh.ToCheckpoint(), file);
        var start = LeaseBase.Load(file);
        var segments = options.Quick ? 1 : 4;
        var training = new LeaseTraining(start, new LeaseRecipe { Network = network.Options }, new LeaseTerms(segments, StepsASegment, options.Seed), SoundDemonstrations.In(play.Learnt), Path.Combine(folder, "lease"));
        var result = training.Train(null, cancellation);
        var (next, evidence) = (Path.Combine(folder, "next"), Path.Combine(folder, "evidence"));
        SharedModel.Save(start, start.Weights, start.Weights, next, Path.Combine(folder, "momentum"));
        training.WriteEvidence(0, evidence);
        return new LeaseSizes(start.Weights.Length, Length(result.Update), Length(next), Length(evidence));
    }

    private static long Length(string file) => new FileInfo(file).Length;

    private static StudyTable Sizes(LeaseSizes files) => new(
        "What goes over the wire, in bytes",
        ["weights", "a gradient in singles", "an update", "a model", "evidence of a segment"],
        [[Number(files.Weights), Number(files.Weights * sizeof(float)), Number(files.Update), Number(files.Model), Number(files.Evidence)]]);

    private static StudyTable Table(List<Row> rows) => new(
        "A peer's round against sending a gradient and getting the mean after every step; verifying sends evidence of the drawn segments once and fetches that of others",
        ["steps a round", "watched", "sends, MB", "gets, MB", "sends: times less", "sends and gets: times less"],
        [.. rows.Select(row => (IReadOnlyList<string>)
        [
            $"{row.Steps}",
            row.Watched,
            Megabytes(row.Up),
            Megabytes(row.Down),
            row.TimesUp.ToString("N0", CultureInfo.InvariantCulture),
            row.TimesBoth.ToString("N0", CultureInfo.InvariantCulture),
        ])]);

    private static StudyCheck Check(List<Row> rows, string what, Func<Row, double> times)
    {
        var longest = rows.First(row => row.Steps == Segments[^1] * StepsASegment);
        return new StudyCheck($"a peer {what} 400 times less in rounds of {longest.Steps} steps, evidence apart", times(longest), LeastTimes, times(longest) >= LeastTimes);
    }

    private static string Number(long bytes) => bytes.ToString("N0", CultureInfo.InvariantCulture);

    private static string Megabytes(double bytes) => (bytes / 1e6).ToString("F2", CultureInfo.InvariantCulture);

    private sealed record LeaseSizes(long Weights, long Update, long Model, long Evidence);

    private sealed record Row(int Steps, string Watched, double Up, double Down, double TimesUp, double TimesBoth)
    {
        public static Row Of(LeaseSizes files, int segments, string watched, double share)
        {
            var (steps, drawn) = (segments * StepsASegment, share == 0 ? 0 : Math.Max(1, Math.Ceiling(share * segments)));
            var each = (double)files.Weights * sizeof(float) * steps;
            var (up, down) = (files.Update + (drawn * files.Evidence), files.Model + (Verifiers * drawn * files.Evidence));
            return new Row(steps, watched, up, down, each / up, 2 * each / (up + down));
        }
    }
}
