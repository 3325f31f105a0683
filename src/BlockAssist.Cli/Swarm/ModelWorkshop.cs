using System.Numerics.Tensors;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Updates;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Work;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Swarm;

/// <summary>Opens, tries and writes human models for whoever coordinates a swarm. Torch must have been started.</summary>
/// <param name="hidden">Demonstrations that no peer knows; nothing if there are none: then play is made up.</param>
/// <param name="made">Play that is made up where there are none.</param>
internal sealed class ModelWorkshop(DemonstrationSet hidden, HiddenPlay made) : IModelWorkshop
{
    private const ulong Seed = 1;
    private const double Worst = 100;

    private readonly Lock _lock = new();
    private HeldOutLoss? _loss;

    /// <summary>By how many windows of 32 turns a change is tried.</summary>
    public int Windows { get; init; } = 64;

    /// <summary>By how many houses a change is tried that was learnt from own play.</summary>
    public int Houses { get; init; } = 48;

    /// <summary>By which rules models play against each other.</summary>
    public MatchOptions Rules { get; init; } = new();

    /// <inheritdoc/>
    public OpenedModel Open(string file, string? momentum)
    {
        var model = SharedModel.Load(file, momentum);
        return new OpenedModel([.. model.Base.Network.Weights().Select(shape => shape.Length)], model.Base.Weights, model.Momentum);
    }

    /// <inheritdoc/>
    public float[]? ReadUpdate(string file, string baseFile)
    {
        // No format takes more than four bytes a number and a little.
        const int Little = 64 << 10;
        var start = LeaseBase.Load(baseFile);
        var change = new float[start.Weights.Length];
        if (new FileInfo(file).Length > (change.Length * (long)sizeof(float)) + Little)
        {
            return null;
        }

        try
        {
            using var codec = new UpdateCodec();
            codec.Decode(File.ReadAllBytes(file), change, start.Hash, file);
            return change;
        }
        catch (Exception error) when (error is ArtifactFormatException or NewerVersionException)
        {
            // It counts for nothing, and for nothing against its sender.
            return null;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Gain>> GainsAsync(RoundFiles round, IReadOnlyList<ReadOnlyMemory<float>> changes, CancellationToken cancellation) => Task.Run(
        () =>
        {
            var start = LeaseBase.Load(round.Base);
            List<float[]> changed = [.. changes.Select(change => Changed(start.Weights, change.Span))];
            return LeaseRecipe.Load(round.Recipe).SelfPlay is null ? Foreseen(start, changed, cancellation) : new BuildingGain(start, Rules, Houses).Of(changed, cancellation);
        },
        cancellation);

    /// <inheritdoc/>
    public void Save(string baseFile, ReadOnlyMemory<float> weights, ReadOnlyMemory<float> momentum, string file, string momentumFile) =>
        SharedModel.Save(LeaseBase.Load(baseFile), weights, momentum, file, momentumFile);

    /// <inheritdoc/>
    public IModelMatch Match(Func<string, string> fileOf) => new ModelMatch(fileOf, Rules);

    private static float[] Changed(float[] weights, ReadOnlySpan<float> change)
    {
        var changed = new float[weights.Length];
        TensorPrimitives.Add(weights, change, changed);
        return changed;
    }

    private IReadOnlyList<Gain> Foreseen(LeaseBase start, List<float[]> changed, CancellationToken cancellation)
    {
        var loss = Loss(cancellation);
        var before = loss.Of(start.Network, start.Weights, cancellation);
        return [.. changed.Select(weights => Less(before, loss.Of(start.Network, weights, cancellation)))];
    }

    // Of weights that lead to no number as bad as can be.
    private static Gain Less(double before, double after) => new(double.IsFinite(after) ? Math.Clamp(before - after, -Worst, Worst) : -Worst);

    private HeldOutLoss Loss(CancellationToken cancellation)
    {
        lock (_lock)
        {
            return _loss ??= new HeldOutLoss(hidden.Turns > 0 ? hidden : made.Open(cancellation), Windows, Seed);
        }
    }
}
