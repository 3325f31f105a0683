using BlockAssist.Net.Blobs;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Hub;

/// <summary>What a coordinator goes by.</summary>
public sealed record CoordinatorOptions
{
    /// <summary>With what the swarm begins.</summary>
    public required Genesis Genesis { get; init; }

    /// <summary>How rounds go; a change holds from the next round on.</summary>
    public RoundPlan Plan { get; init; } = new();

    /// <summary>Who counts as new and as trusted.</summary>
    public TrustPolicy Trust { get; init; } = new();

    /// <summary>Whether a blob is here, whole.</summary>
    public required Func<BlobId, bool> HasBlob { get; init; }

    /// <summary>Whether the coordinator's own node trains segments again.</summary>
    public bool Verifies { get; init; } = true;

    /// <summary>How long a worker may be silent before its work is given to another one.</summary>
    public TimeSpan WorkPatience { get; init; } = TimeSpan.FromMinutes(2);
}
