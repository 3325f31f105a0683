using BlockAssist.Learner.Data;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Leases;

/// <summary>Which demonstrations a lease may learn from: those that anybody can play again as they were recorded, in bounded time.</summary>
/// <remarks>A trainer leaves out what has no end besides: it may be recorded still, and another file tomorrow.</remarks>
public static class SoundDemonstrations
{
    private static readonly EpisodeReaderOptions Limits = new() { MaxSteps = 1 << 17, MaxFileBytes = 64 << 20 };

    /// <summary>The demonstrations of a set whose episodes are whole and replay without a fault. Plays all of them.</summary>
    public static DemonstrationSet In(DemonstrationSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var sound = set.Demonstrations.Select(one => one.Path).Distinct().Where(IsWhole).ToHashSet(StringComparer.Ordinal);
        return set.Where(one => sound.Contains(one.Path));
    }

    /// <summary>What is wrong with an episode; null if verifiers take it.</summary>
    /// <exception cref="NewerVersionException">It is of a newer version: nothing is known of it.</exception>
    internal static string? FaultOf(string path) => Verify(path).Fault;

    private static bool IsWhole(string path)
    {
        try
        {
            return Verify(path).Reasons.Count == 0;
        }
        catch (NewerVersionException)
        {
            return false;
        }
    }

    private static EpisodeVerification Verify(string path)
    {
        try
        {
            return EpisodeVerification.Verify(EpisodeReader.Open(path, Limits));
        }
        catch (EpisodeFormatException error)
        {
            return EpisodeVerification.None with { Reasons = [error.Message], Fault = error.Message };
        }
    }
}
