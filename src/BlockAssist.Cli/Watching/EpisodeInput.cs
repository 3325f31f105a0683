using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Game.Watching;

namespace BlockAssist.Cli.Watching;

/// <summary>What the verbs that show an episode are told.</summary>
internal static class EpisodeInput
{
    /// <summary>The latest moment that can be asked for, in seconds: a day.</summary>
    public const double LatestSecond = 86_400;

    /// <summary>The episode.</summary>
    public static Argument<string> File() => new("FILE") { Description = "An episode file." };

    /// <summary>Opens it.</summary>
    public static WatchedEpisode Open(string path) => Directory.Exists(path)
        ? throw new ForeseenException($"{path} is a folder, not an episode", "Name a file in it.")
        : WatchedEpisode.Open(path);
}
