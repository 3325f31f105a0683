using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Checkpoints;

/// <summary>How our binary files begin: 89 42 41, a letter for the format, its version, and three bytes of nothing.</summary>
/// <param name="Kind">What versions are of, in messages.</param>
/// <param name="Letter">The letter of the format.</param>
/// <param name="Version">The version that is written, and the newest that is read.</param>
internal readonly record struct VersionedStart(string Kind, byte Letter, byte Version)
{
    /// <summary>How many bytes it has.</summary>
    public const int Bytes = 8;

    private const int VersionAt = 4;

    private byte[] Magic => [0x89, (byte)'B', (byte)'A', Letter];

    /// <summary>The bytes.</summary>
    public byte[] ToBytes() => [.. Magic, Version, 0, 0, 0];

    /// <summary>Whether a file begins so.</summary>
    /// <param name="file">Its bytes, or the first of them.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <exception cref="NewerVersionException">It is of a newer version; what follows may be anything then.</exception>
    public bool Begins(ReadOnlySpan<byte> file, string name)
    {
        if (!file.StartsWith(Magic) || file.Length < Bytes)
        {
            return false;
        }

        NewerVersionException.ThrowIfNewer(name, Kind, file[VersionAt], Version);
        return file.StartsWith(ToBytes());
    }
}
