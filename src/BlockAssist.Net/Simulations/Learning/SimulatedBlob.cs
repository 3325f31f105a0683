using BlockAssist.Net.Blobs;

namespace BlockAssist.Net.Simulations.Learning;

/// <summary>Something that is sent: its address, and how long it takes.</summary>
/// <param name="Id">Its address.</param>
/// <param name="Bytes">How large it is.</param>
public readonly record struct SimulatedBlob(BlobId Id, long Bytes);
