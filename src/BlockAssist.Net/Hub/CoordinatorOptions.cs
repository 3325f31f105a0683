using System.Security.Cryptography;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
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

    /// <summary>With which model the round of a number is to begin, where its operator goes back to an older one; null for the model that was promoted last.</summary>
    public Func<ulong, BlobId?> GoesBack { get; init; } = _ => null;

    /// <summary>How many bytes a blob has that the hub has whole, on all of its machines; null where it has not.</summary>
    public required Func<BlobId, CancellationToken, Task<long?>> LengthOf { get; init; }

    /// <summary>Whose word on segments the coordinator trusts, besides that of peers with a name: its own node's, and its workers'; asked when a round opens.</summary>
    public required Func<IReadOnlyList<PeerId>> Verifiers { get; init; }

    /// <summary>The secret of the round of a number; by default drawn so that nobody can foresee it.</summary>
    public Func<ulong, byte[]> Secret { get; init; } = _ => RandomNumberGenerator.GetBytes(Beacon.SecretBytes);

    /// <summary>Who is told how rounds go; null for nobody.</summary>
    public IHubWatch? Watch { get; init; }

    /// <summary>How long a worker may be silent before its work is given to another one.</summary>
    public TimeSpan WorkPatience { get; init; } = TimeSpan.FromMinutes(2);
}
