using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Dashboard;

/// <summary>Reads files that others write meanwhile, without being in their way.</summary>
internal static class SharedFile
{
    private const int MostBytes = 16 << 20;

    /// <summary>What a file of JSON says; null if there is none.</summary>
    /// <exception cref="ForeseenException">It cannot be read.</exception>
    public static T? TryRead<T>(string path, JsonTypeInfo<T> form)
        where T : class
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = Open(path);
        if (file.Length > MostBytes)
        {
            throw new ForeseenException($"{path} has {file.Length} bytes; at most {MostBytes} were expected");
        }

        try
        {
            return JsonSerializer.Deserialize(file, form);
        }
        catch (JsonException error)
        {
            throw new ForeseenException($"{path} cannot be read: {error.Message}", cause: error);
        }
    }

    /// <summary>The lines of a file.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(Open(path), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
