using System.IO.Compression;

namespace BlockAssist.Tests.Shared;

/// <summary>Files in every format as each version of it was first written: what this program, and every later one, has to read.</summary>
/// <remarks>
/// They are in <c>tests/golden/vN</c>, N being the version of the format. One that is there is never written again: a test reads it and says what is in it.
/// <c>UPDATE_GOLDEN=1</c> makes those that are absent, which is to say those of a new version.
/// </remarks>
internal static class GoldenFiles
{
    private const string Packed = ".gz";

    /// <summary>Where they all are.</summary>
    public static string Root { get; } = Path.Combine(SharedData.CheckoutRoot(), "tests", "golden");

    /// <summary>What is in a file of version 1.</summary>
    /// <param name="name">Its name; one that ends in .gz is packed.</param>
    /// <param name="make">What the present program writes, where the file is absent and asked for.</param>
    public static byte[] Read(string name, Func<byte[]> make) => Read(Root, 1, name, make, Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1");

    /// <summary>A copy of a file of version 1, to be opened where something may write.</summary>
    /// <param name="name">Its name; one that ends in .gz is packed, the copy is not.</param>
    /// <param name="folder">Where the copy goes.</param>
    /// <param name="make">What the present program writes, where the file is absent and asked for.</param>
    public static string Copy(string name, TemporaryFolder folder, Func<byte[]> make)
    {
        var copy = folder.File(Path.GetFileName(name.EndsWith(Packed, StringComparison.Ordinal) ? name[..^Packed.Length] : name));
        File.WriteAllBytes(copy, Read(name, make));
        return copy;
    }

    /// <summary>The same, wherever the files are and whoever asks.</summary>
    public static byte[] Read(string root, int version, string name, Func<byte[]> make, bool isAskedFor)
    {
        var path = Path.Combine(root, $"v{version}", name);
        if (!File.Exists(path) && isAskedFor)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, name.EndsWith(Packed, StringComparison.Ordinal) ? Pack(make()) : make());
        }

        Assert.True(File.Exists(path), $"{path} is absent; UPDATE_GOLDEN=1 makes it.");
        var bytes = File.ReadAllBytes(path);
        return name.EndsWith(Packed, StringComparison.Ordinal) ? Unpack(bytes) : bytes;
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        return bytes.ToArray();
    }
}
