using System.Text.Json;
using System.Text.Json.Serialization;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Reinforcement;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Verification;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Leases;

/// <summary>How all leases of a swarm are trained. One recipe has one form in bytes: JSON, all members in this order, no spaces.</summary>
/// <remarks>What differs from lease to lease, steps and seed, is not in it. The network computes in single precision.</remarks>
public sealed record LeaseRecipe
{
    private const int MaxBytes = 4 << 10;

    /// <summary>The size of the network; that of the base.</summary>
    public HumanNetworkOptions Network { get; init; } = new();

    /// <summary>How many turns a window has.</summary>
    public int Length { get; init; } = 32;

    /// <summary>How many windows a step has.</summary>
    public int Batch { get; init; } = 8;

    /// <summary>The learning rate at its highest.</summary>
    public double Rate { get; init; } = 3e-4;

    /// <summary>In how many steps the rate rises to it.</summary>
    public int WarmUp { get; init; } = 6;

    /// <summary>What share of a weight a step at rate 1 takes away.</summary>
    public double Decay { get; init; } = 0.1;

    /// <summary>How long a gradient may be.</summary>
    public double Clip { get; init; } = 1;

    /// <summary>How much of the averaged weights stays in each step. The update is of the weights themselves: 0 saves work.</summary>
    public double Averaging { get; init; }

    /// <summary>Whether windows are turned and mirrored at random.</summary>
    public bool Turned { get; init; } = true;

    /// <summary>How leases learn from their own play, of goals that are made up (docs/selfplay.md); null where they learn from demonstrations.</summary>
    /// <remarks>Steps are iterations then, of which a lease says how many; the seed is the lease's. Of the members above only the network counts.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReinforcementOptions? SelfPlay { get; init; }

    /// <summary>Reads the recipe of a file.</summary>
    /// <exception cref="ArtifactFormatException">It is none.</exception>
    public static LeaseRecipe Load(string path) => new FileInfo(path).Length > MaxBytes
        ? throw new ArtifactFormatException(path, "file", "more bytes than a recipe has", $"at most {MaxBytes}")
        : FromBytes(File.ReadAllBytes(path), path);

    /// <summary>Reads a recipe from bytes of anybody.</summary>
    /// <param name="bytes">All of it.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <exception cref="ArtifactFormatException">It is none, in another form than a writer's, or beyond what can be trained.</exception>
    public static LeaseRecipe FromBytes(ReadOnlySpan<byte> bytes, string name)
    {
        LeaseRecipe? recipe;
        try
        {
            recipe = bytes.Length > MaxBytes ? null : JsonSerializer.Deserialize(bytes, LeaseJson.Default.LeaseRecipe);
            if (recipe is not { Network: not null } || !recipe.ToBytes().AsSpan().SequenceEqual(bytes))
            {
                throw new ArtifactFormatException(name, "recipe", "JSON in another form", "exactly what is written for a recipe");
            }
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            // A number too large for a double is read as infinity, which then cannot be written.
            throw new ArtifactFormatException(name, "recipe", "broken JSON", "that of a recipe", error);
        }

        return recipe.Network.IsPossible && SegmentLimits.IsSensible(recipe.For(new LeaseTerms(1, 1, 0))) && recipe.SelfPlay is null or { IsSensible: true }
            ? recipe
            : throw new ArtifactFormatException(name, "recipe", "sizes or options beyond all sense", "those of a training");
    }

    /// <summary>The recipe's bytes.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, LeaseJson.Default.LeaseRecipe);

    /// <summary>Writes the recipe so that it is there whole or not at all.</summary>
    public void Save(string path) => AtomicFile.Write(path, stream => stream.Write(ToBytes()));

    /// <summary>How a lease is trained: the rate falls over the whole of it.</summary>
    public TrainingOptions For(LeaseTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new TrainingOptions
        {
            Steps = checked(terms.Segments * terms.StepsASegment),
            Length = Length,
            Batch = Batch,
            Rate = Rate,
            WarmUp = WarmUp,
            Decay = Decay,
            Clip = Clip,
            Averaging = Averaging,
            Turned = Turned,
            Seed = terms.Seed,
        };
    }

    /// <summary>How a lease learns from its own play; null where it does not.</summary>
    public ReinforcementOptions? SelfPlayFor(LeaseTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return SelfPlay is null ? null : SelfPlay with { Iterations = checked(terms.Segments * terms.StepsASegment), Seed = terms.Seed };
    }

    /// <summary>From how many turns some segments of a lease learn.</summary>
    public long ExamplesOf(LeaseTerms terms, int segments)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return (long)segments * terms.StepsASegment * (SelfPlay is { } play ? play.TurnsAnIteration : (long)Batch * Length);
    }
}
