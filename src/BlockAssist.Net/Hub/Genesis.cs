using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Hub;

/// <summary>With what a swarm begins.</summary>
/// <param name="Base">The model of the first round.</param>
/// <param name="Recipe">How to train.</param>
public sealed record Genesis(BlobId Base, Digest Recipe);
