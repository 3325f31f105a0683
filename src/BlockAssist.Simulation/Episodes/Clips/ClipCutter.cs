using System.Globalization;

namespace BlockAssist.Simulation.Episodes.Clips;

/// <summary>Cuts episodes into clips, and keeps those in which somebody who sees the goal comes nearer to it.</summary>
public static class ClipCutter
{
    /// <summary>Cuts an episode from its start to its end.</summary>
    /// <param name="episode">The episode's file.</param>
    /// <param name="folder">Where the clips go.</param>
    /// <param name="steps">How many steps each has.</param>
    /// <returns>The clips with progress, in order.</returns>
    /// <exception cref="EpisodeFormatException">The file is not an episode.</exception>
    public static IReadOnlyList<ClipWorth> Cut(string episode, string folder, int steps = EpisodeClip.MostSteps)
    {
        Directory.CreateDirectory(folder);
        var kept = new List<ClipWorth>();
        for (var first = 0; ; first += steps)
        {
            var clip = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(episode)}-{first:D6}{EpisodeFormat.FileEnding}"));
            File.Delete(clip);
            if (EpisodeClip.Cut(episode, first, steps, clip) == 0)
            {
                return kept;
            }

            if (ClipWorth.Of(clip) is { Built: > 0 } worth)
            {
                kept.Add(worth);
            }
            else
            {
                File.Delete(clip);
            }
        }
    }
}
