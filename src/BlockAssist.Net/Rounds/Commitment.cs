using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds;

/// <summary>What a trainer binds itself to before anybody may see it, so that nobody can copy it.</summary>
/// <param name="Chain">The end of the chain of its segments.</param>
/// <param name="Segments">How many segments it did; not more than the lease has.</param>
/// <param name="Update">The address of the update, which nobody can read yet.</param>
/// <param name="Bytes">How large that is.</param>
/// <param name="Examples">From how many examples it learnt.</param>
/// <param name="Device">The class of device that trained, as the learner names it; a replay within one class must come to the same bits.</param>
public sealed record Commitment(Digest Chain, int Segments, BlobId Update, long Bytes, long Examples, string Device);
