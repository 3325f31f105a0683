using System.Runtime.ExceptionServices;

namespace BlockAssist.Simulation.Policies;

/// <summary>Many independent runs on all cores, with the results in the order of the runs.</summary>
public static class ParallelRuns
{
    /// <summary>Does the runs; each thread makes itself one workplace (a site, its policies) and uses it for run after run.</summary>
    /// <remarks>The results do not depend on the number of threads if a run depends on nothing but its number. What a run throws is thrown here, as it is; of several the first.</remarks>
    /// <param name="runs">How many runs; they are numbered from 0.</param>
    /// <param name="openWorkplace">Makes what one thread needs.</param>
    /// <param name="run">Does one run; must leave nothing at the workplace that a later run could notice.</param>
    /// <param name="threads">How many threads; 0: one a core.</param>
    /// <param name="closeWorkplace">Lets go of what one thread needed; null: nothing is to be done.</param>
    /// <param name="cancellation">Ends between two runs.</param>
    public static TResult[] Run<TWorkplace, TResult>(
        int runs, Func<TWorkplace> openWorkplace, Func<TWorkplace, int, TResult> run, int threads = 0, Action<TWorkplace>? closeWorkplace = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(runs);
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        var results = new TResult[runs];
        var last = -1;
        var workers = Math.Min(threads == 0 ? Environment.ProcessorCount : threads, runs);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(workers, 1), CancellationToken = cancellation };
        try
        {
            Parallel.For(0, workers, options, _ =>
            {
                var workplace = openWorkplace();
                try
                {
                    for (var number = Interlocked.Increment(ref last); number < runs; number = Interlocked.Increment(ref last))
                    {
                        cancellation.ThrowIfCancellationRequested();
                        results[number] = run(workplace, number);
                    }
                }
                finally
                {
                    closeWorkplace?.Invoke(workplace);
                }
            });
        }
        catch (AggregateException many) when (many.InnerExceptions is [var first, ..])
        {
            ExceptionDispatchInfo.Throw(first);
        }

        return results;
    }
}
