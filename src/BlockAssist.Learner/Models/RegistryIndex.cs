using BlockAssist.Learner.Checkpoints;

namespace BlockAssist.Learner.Models;

/// <summary>The file with the registry's events, to which lines are only ever added.</summary>
internal sealed class RegistryIndex(string path)
{
    private const int MaxBytes = 64 << 20;

    /// <summary>What the registry holds now.</summary>
    public RegistryContents Read() => RegistryContents.After(RegistryLines.Read(Bytes(), path).Events, path);

    /// <summary>Adds a line, and returns when it is on the disk. The caller has the lock.</summary>
    public void Append(RegistryEvent entry)
    {
        var (_, end) = RegistryLines.Read(Bytes(), path);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0);

        // What is behind the last sound line was cut off by a crash.
        file.SetLength(end);
        file.Seek(end, SeekOrigin.Begin);
        file.Write(RegistryLines.Write(entry));
        file.Flush(flushToDisk: true);
    }

    private byte[] Bytes()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (file.Length > MaxBytes)
        {
            throw new ArtifactFormatException(path, "file", $"{file.Length} bytes", $"at most {MaxBytes}");
        }

        var bytes = new byte[file.Length];
        var count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..count];
    }
}
