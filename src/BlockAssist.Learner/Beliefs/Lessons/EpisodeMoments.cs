using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs.Lessons;

/// <summary>Moments of one episode that are shown together.</summary>
/// <param name="Episode">The number of the episode.</param>
/// <param name="Steps">The numbers of the steps before which they are, ascending.</param>
/// <param name="MirrorsX">Whether they are shown mirrored along x.</param>
/// <param name="MirrorsZ">The same along z.</param>
/// <param name="Paints">Which block each kind of block is shown as; null for itself.</param>
public sealed record EpisodeMoments(int Episode, int[] Steps, bool MirrorsX, bool MirrorsZ, Block[]? Paints = null);
