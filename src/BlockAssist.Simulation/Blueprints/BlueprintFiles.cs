using BlockAssist.Simulation.Blueprints.Formats;
using BlockAssist.Simulation.Blueprints.Formats.Vox;
using BlockAssist.Simulation.Text;

namespace BlockAssist.Simulation.Blueprints;

/// <summary>Reads and writes blueprint files of every format we know.</summary>
public static class BlueprintFiles
{
    /// <summary>In the order in which content is tried; where two share an ending, the first is the one it stands for.</summary>
    private static readonly IBlueprintCodec[] Codecs =
    [
        new SpongeCodec(version: 2), new SpongeCodec(version: 3), new LitematicCodec(), new SchematicCodec(),
        new StructureCodec(), new VoxCodec(), new GoalCodec(),
    ];

    /// <summary>Every format, each of which can be read and written.</summary>
    public static IReadOnlyList<BlueprintFormat> Formats { get; } = [.. Codecs.Select(codec => codec.Format)];

    /// <summary>The format that an id ("schem3") or an ending (".schem", "house.schem") stands for; null if there is none.</summary>
    public static BlueprintFormat? Find(string idOrFileName) =>
        Formats.FirstOrDefault(format => format.Id.Equals(idOrFileName, StringComparison.OrdinalIgnoreCase))
        ?? Formats.FirstOrDefault(format => idOrFileName.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a file. What it is, its content says; its name decides only where the content says nothing.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="fileName">Its name or path; names the blueprint if the file itself does not.</param>
    /// <param name="limits">How large things may be; the defaults if null.</param>
    /// <exception cref="BlueprintFormatException">It is broken, too large or nothing we know.</exception>
    /// <exception cref="Files.NewerVersionException">It is a goal of a newer version.</exception>
    public static BlueprintImport Import(byte[] content, string fileName, BlueprintLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(fileName);
        limits ??= BlueprintLimits.Default;
        CheckLength(content.Length, limits);
        var source = new BlueprintSource(content, fileName, limits);
        var codec = Array.Find(Codecs, codec => codec.Recognizes(source)) ?? CodecOf(Find(Path.GetFileName(fileName)));
        return codec?.Read(source) ?? throw new BlueprintFormatException(
            $"the content of {OneLine.Of(Path.GetFileName(fileName))} is of no format we know",
            "the whole file",
            $"a file of {string.Join(", ", Formats.Select(format => format.Extension).Distinct())}");
    }

    /// <summary>Reads a file from a stream, up to the largest length that the limits allow.</summary>
    /// <exception cref="BlueprintFormatException">It is broken, too large or nothing we know.</exception>
    /// <exception cref="Files.NewerVersionException">It is a goal of a newer version.</exception>
    public static BlueprintImport Import(Stream stream, string fileName, BlueprintLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var most = (limits ?? BlueprintLimits.Default).MaxFileBytes;
        using var content = new MemoryStream();
        var buffer = new byte[64 << 10];
        for (int read; content.Length <= most && (read = stream.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, read);
        }

        return Import(content.ToArray(), fileName, limits);
    }

    /// <summary>Writes a structure. Reading the bytes gives back exactly the same blocks.</summary>
    /// <exception cref="ArgumentException">The structure is larger than the default limits let us read again.</exception>
    public static byte[] Export(Blueprint blueprint, BlueprintFormat format)
    {
        ArgumentNullException.ThrowIfNull(blueprint);
        var (size, limits) = (blueprint.Blocks.Size, BlueprintLimits.Default);
        if (Math.Max(size.Width, Math.Max(size.Height, size.Depth)) > limits.MaxDimension || size.Volume > limits.MaxVolume)
        {
            throw new ArgumentException($"A structure of {size} is too large to export.", nameof(blueprint));
        }

        var codec = CodecOf(format) ?? throw new ArgumentException($"There is no format {format}.", nameof(format));
        return codec.Write(blueprint);
    }

    private static IBlueprintCodec? CodecOf(BlueprintFormat? format) => Array.Find(Codecs, codec => codec.Format == format);

    private static void CheckLength(int length, BlueprintLimits limits)
    {
        if (length > limits.MaxFileBytes)
        {
            throw new BlueprintFormatException("too long a file", $"at byte {limits.MaxFileBytes}", $"at most {limits.MaxFileBytes} bytes");
        }
    }
}
