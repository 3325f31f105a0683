using System.Globalization;
using System.Runtime.InteropServices;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Files;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Clips;

/// <summary>A stretch of an episode as an episode of its own: it begins in exactly the state in which the stretch does.</summary>
/// <remarks>
/// What peers share of their experience. Replays, verifies and teaches as any episode does; says in its properties of which goal it is and of which
/// file which steps it was cut from.
/// </remarks>
public static class EpisodeClip
{
    /// <summary>The most steps of a clip.</summary>
    public const int MostSteps = 256;

    /// <summary>The property with the hash of the goal's blocks.</summary>
    public const string GoalProperty = "goal";

    /// <summary>The property with the hash of the episode's file and the first step.</summary>
    public const string SourceProperty = "clip";

    /// <summary>The hash of a goal: SHA-256 over its size, three bytes, and its blocks, one byte each.</summary>
    public static string HashOf(BlockGrid goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return ContentHash.Of([(byte)goal.Size.Width, (byte)goal.Size.Height, (byte)goal.Size.Depth, .. MemoryMarshal.AsBytes(goal.Blocks)]);
    }

    /// <summary>Cuts a clip out of an episode.</summary>
    /// <param name="episode">The episode's file.</param>
    /// <param name="first">The first step, from 0.</param>
    /// <param name="steps">How many steps, <see cref="MostSteps"/> at most; fewer come out where the episode ends.</param>
    /// <param name="clip">The clip's file, which must not exist.</param>
    /// <returns>How many steps it has; 0, and no file, where the episode is over before the first.</returns>
    /// <exception cref="EpisodeFormatException">The file is not an episode.</exception>
    public static int Cut(string episode, int first, int steps, string clip)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, MostSteps);
        var bytes = File.ReadAllBytes(episode);
        var reader = new EpisodeReader(bytes, episode);
        var site = reader.Header.CreateSite();
        var deeds = new Deed[site.BuilderCount];
        EpisodeWriter? writer = null;
        var begins = 0L;
        try
        {
            while ((writer?.Steps ?? 0) < steps && reader.Read() is var entry && entry != EpisodeEntry.None)
            {
                if (entry == EpisodeEntry.Correction)
                {
                    Correct(reader.Correction!, site, writer);
                }
                else if (entry == EpisodeEntry.Step)
                {
                    if (reader.Steps == first + 1)
                    {
                        begins = reader.Time;
                        writer = EpisodeWriter.Create(clip, HeaderOf(reader.Header, site, bytes, first), site);
                    }

                    site.Step(reader.Actions, deeds);
                    writer?.Step(reader.Time - begins, reader.Actions, reader.Origins);
                }
            }

            writer?.Complete(site.IsComplete ? EndReason.Complete : EndReason.Stopped);
            return writer?.Steps ?? 0;
        }
        finally
        {
            writer?.Dispose();
        }
    }

    private static void Correct(SiteCorrection correction, BuildSite site, EpisodeWriter? writer)
    {
        if (writer is null)
        {
            correction.ApplyTo(site);
        }
        else
        {
            writer.Correct(correction);
        }
    }

    private static EpisodeHeader HeaderOf(EpisodeHeader header, BuildSite site, byte[] bytes, int first) => header with
    {
        Start = site.Capture(),
        Properties = new Dictionary<string, string>(header.Properties)
        {
            [GoalProperty] = HashOf(header.Goal),
            [SourceProperty] = string.Create(CultureInfo.InvariantCulture, $"{ContentHash.Of(bytes)} {first}"),
        },
    };
}
