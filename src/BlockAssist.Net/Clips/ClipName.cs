using System.Globalization;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Clips;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Net.Clips;

/// <summary>What a clip's file is called: names alone tell which is better.</summary>
internal static class ClipName
{
    private const int Millionths = 1_000_000;

    /// <summary>The name of a clip, the better the later in ordinal order: millionths of a cell an act, and its hash.</summary>
    public static string Of(ClipWorth worth) => string.Create(
        CultureInfo.InvariantCulture, $"{(int)(Math.Min(worth.Progress, 1) * Millionths):D7}-{ContentHash.OfFile(worth.Clip)}{EpisodeFormat.FileEnding}");
}
