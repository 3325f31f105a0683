using BlockAssist.Learner.Data;
using BlockAssist.Simulation.Episodes.Clips;

namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>What peers share of their experience: clips of their episodes in which they came nearer to their goals.</summary>
internal static class SharedClips
{
    /// <summary>Cuts the clips of demonstrations.</summary>
    /// <param name="demonstrations">Whose.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="cancellation">Ends it between two episodes.</param>
    public static DemonstrationSet Of(IReadOnlyList<Demonstration> demonstrations, string folder, CancellationToken cancellation)
    {
        var clips = new List<string>();
        foreach (var episode in demonstrations.Select(one => one.Path).Distinct())
        {
            cancellation.ThrowIfCancellationRequested();
            clips.AddRange(ClipCutter.Cut(episode, folder).Select(clip => clip.Clip));
        }

        return DemonstrationSet.Open(clips);
    }
}
