using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds;

/// <summary>Chance that nobody can choose: of the coordinator's secret, named by its digest when the round opened, and of all that was revealed since.</summary>
/// <remarks>
/// SHA-256("swarm-beacon/1" ‖ secret ‖ the chains' ends of all who revealed, in the order of their peers' ids). The coordinator did not know the
/// chains when it named the secret, and the peers did not know the secret when they named their chains.
/// </remarks>
public static class Beacon
{
    private const string Purpose = "swarm-beacon/1";
    private const string SecretPurpose = "swarm-secret/1";

    /// <summary>How many bytes a secret has.</summary>
    public const int SecretBytes = 32;

    /// <summary>The digest by which a secret is named.</summary>
    public static Digest NameOf(ReadOnlySpan<byte> secret) => Digest.Of(SecretPurpose, secret);

    /// <summary>The beacon.</summary>
    /// <param name="secret">The coordinator's secret.</param>
    /// <param name="chains">The end of the chain of each peer that revealed.</param>
    public static Digest Of(ReadOnlySpan<byte> secret, IEnumerable<KeyValuePair<PeerId, Digest>> chains)
    {
        ArgumentNullException.ThrowIfNull(chains);
        ArgumentOutOfRangeException.ThrowIfNotEqual(secret.Length, SecretBytes, nameof(secret));
        var bytes = new List<byte>([.. secret]);
        Span<byte> digest = stackalloc byte[Digest.Bytes];
        foreach (var (_, chain) in chains.OrderBy(one => one.Key))
        {
            chain.CopyTo(digest);
            bytes.AddRange(digest);
        }

        return Digest.Of(Purpose, [.. bytes]);
    }
}
