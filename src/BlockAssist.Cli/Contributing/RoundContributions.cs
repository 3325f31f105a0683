using System.Globalization;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Values;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Contributing;

/// <summary>What a node did in the rounds of its swarm, as contributions: what the records say that its hub has signed, by the SHA-256 of what they say.</summary>
/// <param name="records">The records.</param>
/// <param name="self">Who the node is.</param>
internal sealed class RoundContributions(SignedRecords records, PeerId self)
{
    /// <summary>What was contributed in each round that is not known yet.</summary>
    /// <param name="known">The names of those that are.</param>
    public IEnumerable<(string Origin, IReadOnlyList<Work> Works)> Find(IReadOnlySet<string> known)
    {
        foreach (var round in records.Rounds())
        {
            var origin = string.Create(CultureInfo.InvariantCulture, $"{records.Network} round {round}");
            if (!known.Contains(origin) && records.Read(round) is { } found)
            {
                yield return (origin, [.. Of(found.Record, found.Digest, self).Select(one => one.Work)]);
            }
        }
    }

    /// <summary>What a peer contributed in a round, and what it is credited for it.</summary>
    /// <param name="record">What came of the round.</param>
    /// <param name="evidence">SHA-256 of what the hub said of it.</param>
    /// <param name="peer">The peer.</param>
    public static IEnumerable<(Work Work, double Credit)> Of(RoundRecord record, Hash32 evidence, PeerId peer)
    {
        if (record.Credits.FirstOrDefault(line => line.Peer == peer) is { Reason: CreditReason.Verified or CreditReason.Trusted, Amount: > 0 and var amount })
        {
            yield return (new Work(WorkKind.Training, evidence, HashOf(record.Model)), amount);
        }

        if (record.Verifications.GetValueOrDefault(peer) is > 0 and var verified)
        {
            yield return (new Work(WorkKind.Verifying, evidence, default), verified);
        }

        // Told by their own digest: who offers one again offers nothing new.
        foreach (var clip in record.Clips.Where(clip => clip.Peer == peer))
        {
            yield return (new Work(WorkKind.Clips, HashOf(clip.File), default), 0);
        }
    }

    private static Hash32 HashOf(BlobId blob)
    {
        Span<byte> bytes = stackalloc byte[Digest.Bytes];
        blob.Digest.CopyTo(bytes);
        return new Hash32(bytes);
    }
}
