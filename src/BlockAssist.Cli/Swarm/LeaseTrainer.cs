using System.Collections.Concurrent;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Training;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Swarm;

/// <summary>Trains leases with the demonstrations of a node. Torch must have been started.</summary>
/// <remarks>
/// One thing at a time: torch draws what is dropped from one generator. For the same reason nothing else in the process may train
/// meanwhile, or the bits are not those that a replay comes to.
/// </remarks>
/// <param name="data">What there is of its own to learn from now; may be nothing.</param>
/// <param name="variable">Reads the environment of the process.</param>
/// <param name="clock">The clock.</param>
internal sealed class LeaseTrainer(Func<DemonstrationSet> data, Func<string, string?> variable, TimeProvider clock) : ILeaseTrainer, IDisposable
{
    private const string DataFile = "demonstrations.json";
    private const string ClipFolder = "clips";

    private static readonly DemonstrationSet Nothing = new([]);

    private readonly ConcurrentDictionary<string, (double StepsASecond, long At)> _speeds = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>How long the speed is measured, before the first lease; later each lease tells it.</summary>
    public TimeSpan Measuring { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>For how long a speed is believed: a machine that was busy once is not slow for ever.</summary>
    public TimeSpan Holding { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Clips of others, the best first.</summary>
    public Func<IReadOnlyList<string>> Foreign { get; init; } = () => [];

    /// <summary>What share of the turns that it learns from is others'; 0 for none.</summary>
    public double ForeignShare { get; init; }

    /// <inheritdoc/>
    public Task<double?> MeasureAsync(RoundFiles round, CancellationToken cancellation) => AloneAsync<double?>(
        () =>
        {
            var (recipe, key) = (LeaseRecipe.Load(round.Recipe), ContentHash.OfFile(round.Recipe));
            if (_speeds.TryGetValue(key, out var known) && clock.GetElapsedTime(known.At) < Holding)
            {
                return known.StepsASecond;
            }

            var isOwnPlay = recipe.SelfPlay is not null;
            using var clips = new ClipCopies(ForeignShare > 0 && !isOwnPlay ? Foreign() : []);
            var set = isOwnPlay ? Nothing : Mixed(clips.Files);
            return set.Turns == 0 && !isOwnPlay ? null : Remember(key, LeaseSpeed.Measure(LeaseBase.Load(round.Base), recipe, set, Measuring, clock, cancellation));
        },
        cancellation);

    /// <inheritdoc/>
    public Task<TrainedLease> TrainAsync(RoundFiles round, Lease lease, string folder, IProgress<int>? progress, CancellationToken cancellation) => AloneAsync(
        () => Train(round, lease, folder, progress, cancellation).ToNet(), cancellation);

    /// <inheritdoc/>
    public Task<TrainedLease?> SoFarAsync(RoundFiles round, Lease lease, string folder, CancellationToken cancellation) =>
        AloneAsync(() => Open(round, lease, folder).SoFar()?.ToNet(), cancellation);

    /// <inheritdoc/>
    public Task WriteEvidenceAsync(RoundFiles round, Lease lease, string folder, int segment, string file, CancellationToken cancellation) => Task.Run(
        () => Open(round, lease, folder).WriteEvidence(segment, file), cancellation);

    /// <inheritdoc/>
    public Task WriteStateAsync(RoundFiles round, Lease lease, string folder, int segment, int steps, string file, CancellationToken cancellation) => AloneAsync(
        () =>
        {
            Open(round, lease, folder).WriteState(segment, steps, file, cancellation);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    // Also a lease that was broken off tells how fast this machine is; the next one is as long as fits that.
    private LeaseResult Train(RoundFiles round, Lease lease, string folder, IProgress<int>? progress, CancellationToken cancellation)
    {
        var pace = new TrainingPace(lease.StepsASegment, clock, progress);
        try
        {
            return Open(round, lease, folder).Train(pace, cancellation);
        }
        finally
        {
            if (pace.StepsASecond is { } speed)
            {
                Remember(ContentHash.OfFile(round.Recipe), speed);
            }
        }
    }

    private double Remember(string recipe, double stepsASecond)
    {
        _speeds[recipe] = (stepsASecond, clock.GetTimestamp());
        return stepsASecond;
    }

    private LeaseTraining Open(RoundFiles round, Lease lease, string folder)
    {
        var recipe = LeaseRecipe.Load(round.Recipe);
        return new LeaseTraining(LeaseBase.Load(round.Base), recipe, lease.Terms(), recipe.SelfPlay is null ? DataOf(folder) : Nothing, folder) { Variable = variable };
    }

    private DemonstrationSet DataOf(string folder)
    {
        var kept = new KeptDemonstrations(Path.Combine(folder, DataFile));
        if (kept.Load() is { } before)
        {
            return before;
        }

        var sound = Mixed(ForeignShare > 0 ? ClipCopies.In(Path.Combine(folder, ClipFolder), Foreign()) : []);
        if (sound.Turns == 0)
        {
            throw new TrainingException("there is no whole episode to learn from");
        }

        kept.Save(sound);
        return sound;
    }

    private DemonstrationSet Mixed(IReadOnlyList<string> clips) => LeaseMix.Of(
        SoundDemonstrations.In(data()), SoundDemonstrations.In(new DemonstrationSet([.. clips.SelectMany(In)])), ForeignShare);

    private static IReadOnlyList<Demonstration> In(string clip)
    {
        try
        {
            return [.. Demonstration.In(clip)];
        }
        catch (Exception error) when (error is EpisodeFormatException or NewerVersionException)
        {
            return [];
        }
    }

    private async Task<T> AloneAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            return await Task.Run(work, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }
}
