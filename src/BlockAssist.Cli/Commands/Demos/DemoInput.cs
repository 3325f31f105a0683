using System.CommandLine;
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
        var own = home.Episodes;
        return FileTree.Expand(paths is { Length: > 0 } ? paths : Directory.Exists(own) ? [own] : [], [EpisodeFormat.FileEnding]);
    }

    /// <summary>Reads a whole episode, poses included, as far as it is whole.</summary>
    public static EpisodeReader Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new ForeseenException($"{path} is a folder, not an episode");
        }

        try
        {
            return EpisodeReader.Open(path, new EpisodeReaderOptions { Poses = true });
        }
        catch (EpisodeFormatException error)
        {
            throw new ForeseenException(error.Message, cause: error);
        }
    }

}
