namespace BlockAssist.Tests.Shared.Servers;

/// <summary>What is in the bucket of a test.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Put">When it was put there.</param>
/// <param name="Checksum">The hash that came with it, as S3 writes it; null if none was kept.</param>
internal sealed record S3Object(byte[] Bytes, DateTimeOffset Put, string? Checksum);
