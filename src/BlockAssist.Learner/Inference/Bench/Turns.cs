namespace BlockAssist.Learner.Inference.Bench;

/// <summary>Measures two things in turns, so that whatever else the machine does falls on both alike.</summary>
internal sealed class Turns(TimeProvider clock, int rounds, CancellationToken cancellation)
{
    /// <summary>How long each run took, in milliseconds.</summary>
    public (double[] First, double[] Second) Measure(Action first, Action second, int runsPerTurn) => Measure(first, runsPerTurn, second, runsPerTurn);

    /// <summary>How long each run took, in milliseconds, where one has more runs in a turn than the other.</summary>
    public (double[] First, double[] Second) Measure(Action first, int firstRuns, Action second, int secondRuns)
    {
        var firsts = new List<double>();
        var seconds = new List<double>();

        // One round is not counted: the first runs find the caches cold and allocate.
        Turn(first, firstRuns, []);
        Turn(second, secondRuns, []);
        for (var round = 0; round < rounds; round++)
        {
            Turn(first, firstRuns, firsts);
            Turn(second, secondRuns, seconds);
        }

        return ([.. firsts], [.. seconds]);
    }

    private void Turn(Action run, int times, List<double> samples)
    {
        cancellation.ThrowIfCancellationRequested();
        for (var i = 0; i < times; i++)
        {
            var start = clock.GetTimestamp();
            run();
            samples.Add(clock.GetElapsedTime(start).TotalMilliseconds);
        }
    }
}
