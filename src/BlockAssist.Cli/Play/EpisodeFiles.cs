using System.Globalization;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Cli.Play;

/// <summary>Names the files that sessions are recorded in.</summary>
internal sealed class EpisodeFiles(string folder, TimeProvider clock)
{
    /// <summary>A file that is not there yet, by the time and what is built.</summary>
    public string Next(string goal)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyyMMdd-HHmmss}-{EpisodeFileName.Of(goal)}");
        var file = Path.Combine(folder, name + EpisodeFormat.FileEnding);
        for (var number = 2; File.Exists(file); number++)
        {
            file = Path.Combine(folder, $"{name}-{number}{EpisodeFormat.FileEnding}");
        }

        return file;
    }

    /// <summary>What a recording says of itself: where it is from, and when it began.</summary>
    /// <param name="source">The verb that recorded it.</param>
    /// <param name="clock">The time.</param>
    public static Dictionary<string, string> Properties(string source, TimeProvider clock) => new()
    {
        ["source"] = source,
        ["recorded"] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
    };
}
