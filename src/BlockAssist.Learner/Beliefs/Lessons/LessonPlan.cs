using BlockAssist.Simulation.Goals.Varied;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs.Lessons;

/// <summary>Which moments of which episodes are shown in which step of a training: a function of the seed and the step alone.</summary>
/// <param name="steps">How many steps each episode has.</param>
/// <param name="moments">How many moments a step of training is shown; a multiple of <paramref name="together"/>.</param>
/// <param name="together">How many of them are of one episode, which is played once for all.</param>
/// <param name="seed">Fixes the choice.</param>
/// <param name="mirrored">Whether episodes are shown mirrored at random.</param>
/// <param name="repainted">What share of episodes is shown in other materials.</param>
public sealed class LessonPlan(IReadOnlyList<int> steps, int moments, int together, ulong seed, bool mirrored = true, double repainted = 0)
{
    /// <summary>How many moments a step of training is shown.</summary>
    public int Moments => moments;

    /// <summary>The moments of a step of training.</summary>
    public IReadOnlyList<EpisodeMoments> Of(int step)
    {
        var random = SeededRandom.Numbered(seed, step);
        var chosen = new EpisodeMoments[moments / together];
        for (var i = 0; i < chosen.Length; i++)
        {
            var episode = random.Next(steps.Count);
            var numbers = new int[together];
            foreach (ref var number in numbers.AsSpan())
            {
                number = random.Next(Math.Max(1, steps[episode]));
            }

            Array.Sort(numbers);
            chosen[i] = new EpisodeMoments(episode, numbers, mirrored && random.Next(2) == 1, mirrored && random.Next(2) == 1);
            if (repainted > 0 && random.NextDouble() < repainted)
            {
                chosen[i] = chosen[i] with { Paints = RepaintTransform.Paints(random) };
            }
        }

        return chosen;
    }
}
