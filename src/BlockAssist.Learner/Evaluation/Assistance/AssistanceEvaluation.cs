using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Learner.Evaluation.Assistance;

/// <summary>Measures what helpers are worth to a human who knows the goal: the same houses and seeds, alone and with each of them.</summary>
/// <remarks>The figures, but for times, depend on the options, goals and policies, not on the number of threads.</remarks>
/// <param name="options">How many episodes, by which rules; the seats are the human's, then the helper's.</param>
/// <param name="goals">What is to be built in an episode, by its number; called from several threads. Goals of one name count as one house.</param>
/// <param name="clock">What times the helpers.</param>
public sealed class AssistanceEvaluation(PlayOptions options, Func<int, PlayGoal> goals, TimeProvider clock)
{
    private int Groups => (options.Episodes + options.Together - 1) / options.Together;

    /// <summary>Plays all episodes with nobody and with every helper.</summary>
    /// <param name="open">Makes humans for <see cref="PlayOptions.Together"/> sites; called once a group.</param>
    /// <param name="helpers">Who helps, besides nobody.</param>
    /// <param name="advance">Called after each episode, from several threads.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    public AssistanceReport Of(Func<IPolicyGroup> open, IReadOnlyList<Helper> helpers, Action? advance = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(helpers);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Episodes, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Together, 1, nameof(options));
        Helper[] rows = [Helper.Nobody, .. helpers];
        var played = ParallelRuns.Run(
            rows.Length * Groups,
            () => open,
            (make, number) =>
            {
                using var humans = make();
                return Play(rows[number / Groups], number % Groups * options.Together, humans, advance, cancellation);
            },
            options.Threads,
            cancellation: cancellation);
        return AssistanceReport.Of(options.Site.Horizon, rows, [.. played.Chunk(Groups).Select(AssistedRun.Joined)]);
    }

    private AssistedRun Play(Helper helper, int first, IPolicyGroup humans, Action? advance, CancellationToken cancellation)
    {
        var sites = new List<AssistedSite>();
        try
        {
            for (var number = first; number < Math.Min(first + options.Together, options.Episodes); number++)
            {
                humans.Begin(sites.Count, options.Seed + (ulong)number);
                sites.Add(new AssistedSite(goals(number), options.Site, helper, options.Seed + (ulong)number, clock));
            }

            Play(sites, humans, advance, cancellation);
            return AssistedRun.Of(sites);
        }
        finally
        {
            sites.ForEach(site => site.Dispose());
        }
    }

    private static void Play(List<AssistedSite> assisted, IPolicyGroup humans, Action? advance, CancellationToken cancellation)
    {
        BuildSite[] sites = [.. assisted.Select(one => one.Site)];
        var actions = new BuilderAction[sites.Length];
        while (Array.Exists(sites, site => !site.IsOver))
        {
            cancellation.ThrowIfCancellationRequested();
            humans.Act(sites, actions);
            for (var site = 0; site < sites.Length; site++)
            {
                if (sites[site].IsOver)
                {
                    continue;
                }

                assisted[site].Step(actions[site]);
                if (sites[site].IsOver)
                {
                    advance?.Invoke();
                }
            }
        }
    }
}
