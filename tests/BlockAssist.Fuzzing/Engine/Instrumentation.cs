using System.Reflection;
using System.Runtime.Loader;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Fuzzing.Engine;

/// <summary>Copies of our assemblies that count the branches they take, beside the program; those that others run stay as they are.</summary>
internal sealed class Instrumentation : AssemblyLoadContext
{
    private readonly Dictionary<string, string> _paths;

    private Instrumentation(Dictionary<string, string> paths)
        : base("instrumented") => _paths = paths;

    /// <summary>Whether this code runs among instrumented assemblies.</summary>
    public static bool IsHere => GetLoadContext(typeof(Instrumentation).Assembly)?.Name == "instrumented";

    /// <summary>Instruments assemblies, and loads them beside those that run.</summary>
    /// <param name="instrumented">Names of those that are to count.</param>
    /// <param name="asTheyAre">Names of those that use them.</param>
    public static Instrumentation Of(IEnumerable<string> instrumented, IEnumerable<string> asTheyAre)
    {
        CoverageMap.Place();
        var paths = asTheyAre.ToDictionary(name => name, PathOf);
        foreach (var name in instrumented)
        {
            paths[name] = CopyOf(PathOf(name));
        }

        return new Instrumentation(paths);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        _paths.TryGetValue(assemblyName.Name ?? "", out var path) ? LoadFromAssemblyPath(path) : null;

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, $"{name}.dll");

    // Named by what it was made of: so nobody instruments one twice, or loads an old one.
    private static string CopyOf(string path)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "instrumented", ContentHash.OfFile(path)[..16]);
        var copy = Path.Combine(folder, Path.GetFileName(path));
        if (!File.Exists(copy))
        {
            Directory.CreateDirectory(folder);
            var unfinished = Path.Combine(folder, $"{Guid.NewGuid():N}.dll");
            File.Copy(path, unfinished);
            _ = SharpFuzz.Fuzzer.Instrument(unfinished, _ => true, SharpFuzz.Options.Value);
            File.Move(unfinished, copy, overwrite: true);
        }

        return copy;
    }
}
