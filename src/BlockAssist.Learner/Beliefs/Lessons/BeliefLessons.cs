using System.Security.Cryptography;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Learner.Beliefs.Lessons;

/// <summary>Recorded episodes, as a <see cref="BeliefNetwork"/> learns from them.</summary>
public sealed class BeliefLessons : ILessons
{
    private readonly BeliefNetwork _network;
    private readonly IReadOnlyList<string> _files;
    private readonly int[] _steps;

    private BeliefLessons(BeliefNetwork network, IReadOnlyList<string> files, int[] steps) => (_network, _files, _steps) = (network, files, steps);

    /// <inheritdoc/>
    public int Turns => _steps.Sum();

    /// <summary>Counts what there is to learn from.</summary>
    /// <param name="network">What learns.</param>
    /// <param name="files">The episodes; one that is named twice counts twice.</param>
    /// <param name="cancellation">Ends it between two files.</param>
    /// <exception cref="EpisodeFormatException">A file is no episode, or was recorded by other rules than ours.</exception>
    public static BeliefLessons Open(BeliefNetwork network, IReadOnlyList<string> files, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(files);
        var distinct = files.Distinct().ToList();
        var counts = ParallelRuns.Run(distinct.Count, () => distinct, (paths, number) => new EpisodeLessons(paths[number]).CountSteps(), cancellation: cancellation);
        var steps = distinct.Zip(counts).ToDictionary(one => one.First, one => one.Second);
        return new BeliefLessons(network, files, [.. files.Select(file => steps[file])]);
    }

    /// <inheritdoc/>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in _files)
        {
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    /// <remarks>Of each of <see cref="TrainingOptions.Batch"/> episodes come <see cref="TrainingOptions.Length"/> moments.</remarks>
    public ILesson Prepare(int number, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var plan = new LessonPlan(_steps, options.Length * options.Batch, options.Length, options.Seed, options.Turned, options.Repainted);
        var batch = new BeliefBatch(_network.Shape, plan.Moments);
        var first = 0;
        foreach (var moments in plan.Of(number))
        {
            new EpisodeLessons(_files[moments.Episode]).Write(moments.Steps, batch, first);
            batch.Mirror(first, moments.Steps.Length, moments.MirrorsX, moments.MirrorsZ);
            if (moments.Paints is { } paints)
            {
                batch.Repaint(first, moments.Steps.Length, paints);
            }

            first += moments.Steps.Length;
        }

        return new BeliefLesson(_network, batch);
    }
}
