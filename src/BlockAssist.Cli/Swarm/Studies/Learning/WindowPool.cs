using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>Windows of demonstrations that were played once and are kept: a study learns from the same play a thousand times.</summary>
internal sealed class WindowPool
{
    private readonly Minibatch[] _windows;
    private readonly Demonstration[] _from;

    /// <summary>Plays windows.</summary>
    /// <param name="set">Of what.</param>
    /// <param name="windows">How many.</param>
    /// <param name="length">How many turns each has.</param>
    /// <param name="seed">Fixes which, and how each is turned.</param>
    /// <param name="cancellation">Ends it between two windows.</param>
    public WindowPool(DemonstrationSet set, int windows, int length, ulong seed, CancellationToken cancellation)
    {
        var plan = new WindowPlan(set, length, 1, seed);
        (_windows, _from) = (new Minibatch[windows], new Demonstration[windows]);
        for (var number = 0; number < windows; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            var window = plan.Of(number);
            (_windows[number], _from[number]) = (Minibatch.Load(window, length), window[0].Demonstration);
        }
    }

    /// <summary>Lessons from the windows of some demonstrations; where there are none, from all.</summary>
    public ILessons Lessons(HumanNetwork network, Func<Demonstration, bool> counts)
    {
        var those = Those(counts);
        return new PooledLessons(network, those, those, 0);
    }

    /// <summary>Lessons of which some windows are one's own, and the others come from another pool.</summary>
    /// <param name="network">The network that learns.</param>
    /// <param name="own">Which demonstrations of this pool are one's own.</param>
    /// <param name="others">What others shared.</param>
    /// <param name="counts">Which of their demonstrations count.</param>
    /// <param name="share">What share of each step's windows is theirs.</param>
    public ILessons Mixed(HumanNetwork network, Func<Demonstration, bool> own, WindowPool others, Func<Demonstration, bool> counts, double share)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new PooledLessons(network, Those(own), others.Those(counts), share);
    }

    private Minibatch[] Those(Func<Demonstration, bool> counts)
    {
        Minibatch[] those = [.. _windows.Where((_, number) => counts(_from[number]))];
        return those.Length > 0 ? those : _windows;
    }

    private sealed class PooledLessons(HumanNetwork network, Minibatch[] own, Minibatch[] others, double share) : ILessons
    {
        public int Turns => own.Length * own[0].Length;

        public string Hash() => "";

        public ILesson Prepare(int number, TrainingOptions options)
        {
            var random = SeededRandom.Numbered(options.Seed, number);
            var minibatch = new Minibatch(own[0].Length, options.Batch);
            var theirs = (int)Math.Round(options.Batch * share);
            for (var column = 0; column < options.Batch; column++)
            {
                var windows = column < theirs ? others : own;
                Copy(windows[random.Next(windows.Length)], minibatch, column);
            }

            return new HumanLesson(network, minibatch);
        }

        private static void Copy(Minibatch window, Minibatch into, int column)
        {
            for (var time = 0; time < window.Length; time++)
            {
                var place = (time * into.Batch) + column;
                into.Turns[place] = window.Turns[time];
                into.Views.Take(place, window.Views, time);
            }
        }
    }
}
