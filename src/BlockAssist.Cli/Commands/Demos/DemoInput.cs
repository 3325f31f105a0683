using System.CommandLine;
using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Cli.Commands.Demos;

/// <summary>What the demos verbs are told: episode files, and folders of them.</summary>
internal static class DemoInput
{
    /// <summary>Episode files and folders; by default the node's own.</summary>
    public static Argument<string[]> Files() => new("files")
    {
        Description = "Episode files or folders; by default the node's own episodes.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>The files that were named, and those in the folders that were named, in order.</summary>
    public static IReadOnlyList<string> Expand(string[]? paths, NodeHome home)
    {
        var own = Path.Combine(home.Path, "episodes");
        return paths is { Length: > 0 } ? [.. paths.SelectMany(Expand)] : Directory.Exists(own) ? [.. Expand(own)] : [];
    }

    /// <summary>Reads a whole episode, as far as it is whole.</summary>
    public static EpisodeReader Open(string path)
    {
        try
        {
            return EpisodeReader.Open(path);
        }
        catch (EpisodeFormatException error)
        {
            throw new ForeseenException(error.Message, cause: error);
        }
    }

    private static IEnumerable<string> Expand(string path) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*" + EpisodeRecorder.Extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [path];
}
