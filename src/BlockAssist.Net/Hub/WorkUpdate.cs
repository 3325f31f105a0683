using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Hub;

/// <summary>An update that a hub has to do something with.</summary>
/// <param name="Peer">Whose it is.</param>
/// <param name="Update">Where it is.</param>
/// <param name="Weight">How much it counts: in a merge; or in a screening, above 0 if it says how long updates are.</param>
/// <param name="Segments">Of how many segments it is; 0 in a merge.</param>
internal sealed record WorkUpdate(PeerId Peer, BlobId Update, double Weight, int Segments);
