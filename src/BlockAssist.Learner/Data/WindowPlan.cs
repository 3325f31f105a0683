using BlockAssist.Learner.Views;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Data;

/// <summary>Which windows are shown in which step of a training: a function of the seed and the step alone.</summary>
/// <remarks>So a training can go on from any step, and anybody who has the demonstrations can replay a stretch of it.</remarks>
/// <param name="set">What is learnt from; every turn is as likely as any other to be the middle of a window.</param>
/// <param name="length">How many turns a window has.</param>
/// <param name="batch">How many windows a step has.</param>
/// <param name="seed">Fixes the choice.</param>
/// <param name="turned">Whether windows are turned and mirrored at random.</param>
public sealed class WindowPlan(DemonstrationSet set, int length, int batch, ulong seed, bool turned = true)
{
    /// <summary>How many turns a window has.</summary>
    public int Length => length;

    /// <summary>How many windows a step has.</summary>
    public int Batch => batch;

    /// <summary>The windows of a step.</summary>
    public IReadOnlyList<Window> Of(int step)
    {
        var random = SeededRandom.Numbered(seed, step);
        var windows = new Window[batch];
        for (var i = 0; i < batch; i++)
        {
            var (demonstration, turn) = set.At(random.Next(set.Turns));
            var start = Math.Clamp(turn - (length / 2), 0, Math.Max(demonstration.Turns - length, 0));
            windows[i] = new Window(demonstration, start, new Symmetry(turned ? random.Next(Symmetry.Count) : 0));
        }

        return windows;
    }
}
