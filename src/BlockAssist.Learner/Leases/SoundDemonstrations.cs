using BlockAssist.Learner.Data;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Learner.Leases;

/// <summary>Which demonstrations a lease may learn from: those that anybody can play again as they were recorded, in bounded time.</summary>
public static class SoundDemonstrations
{
    private static readonly EpisodeReaderOptions Limits = new() { MaxSteps = 1 << 17, MaxFileBytes = 64 << 20 };

    /// <summary>The demonstrations of a set whose episodes replay without a fault; ones that were cut off are among them.</summary>
    public static DemonstrationSet In(DemonstrationSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var sound = set.Demonstrations.Select(one => one.Path).Distinct().Where(path => FaultOf(path) is null).ToHashSet(StringComparer.Ordinal);
        return set.Where(one => sound.Contains(one.Path));
    }

    /// <summary>What is wrong with an episode; null if verifiers take it.</summary>
    internal static string? FaultOf(string path)
    {
        try
        {
            return EpisodeVerification.Verify(EpisodeReader.Open(path, Limits)).Fault;
        }
        catch (EpisodeFormatException error)
        {
            return error.Message;
        }
    }
}
