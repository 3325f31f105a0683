using System.Text;
using System.Text.Json;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Dashboard;

/// <summary>Reads files that others write meanwhile, without being in their way.</summary>
internal static class SharedFile
{
    /// <summary>What a file of JSON says; null if there is none.</summary>
    /// <exception cref="ForeseenException">It cannot be read.</exception>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public static T? TryRead<T>(JsonFile<T> file)
        where T : class
    {
        try
        {
            return file.Read();
        }
        catch (JsonException error)
        {
            throw new ForeseenException($"{file.Path} cannot be read: {error.Message}", cause: error);
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
