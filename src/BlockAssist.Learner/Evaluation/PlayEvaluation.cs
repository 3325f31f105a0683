using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Learner.Evaluation;

/// <summary>Measures builders by letting each build alone.</summary>
/// <remarks>The figures depend on the options and goals, not on the number of threads.</remarks>
/// <param name="options">How many episodes, by which rules.</param>
/// <param name="goals">What is to be built in an episode, by its number; called from several threads.</param>
public sealed class PlayEvaluation(PlayOptions options, Func<int, PlayGoal> goals)
{
    /// <summary>Plays all episodes.</summary>
    /// <param name="open">Makes builders for <see cref="PlayOptions.Together"/> sites; called once a group.</param>
    /// <param name="advance">Called after each episode, from several threads.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    public PlayReport Of(Func<IPolicyGroup> open, Action? advance = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Episodes, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Together, 1, nameof(options));
        var groups = (options.Episodes + options.Together - 1) / options.Together;
        var played = ParallelRuns.Run(
            groups,
            () => open,
            (make, number) =>
            {
                using var policies = make();
                return Play(number * options.Together, policies, advance, cancellation);
            },
            options.Threads,
            cancellation: cancellation);
        return PlayReport.Of(options.Site.Horizon, [.. played.SelectMany(episodes => episodes)]);
    }

    private PlayedEpisode[] Play(int first, IPolicyGroup policies, Action? advance, CancellationToken cancellation)
    {
        PlayGoal[] wanted = [.. Enumerable.Range(first, Math.Min(options.Together, options.Episodes - first)).Select(goals)];
        var sites = Array.ConvertAll(wanted, goal => new BuildSite(options.Site, goal.Blocks));
        var toChange = Array.ConvertAll(sites, site => site.Size.Volume - site.GoalSimilarity);
        var metrics = Array.ConvertAll(sites, site => new EpisodeMetrics(site));
        for (var site = 0; site < sites.Length; site++)
        {
            policies.Begin(site, options.Seed + (ulong)(first + site));
        }

        var actions = new BuilderAction[sites.Length];
        while (Array.Exists(sites, site => !site.IsOver))
        {
            cancellation.ThrowIfCancellationRequested();
            policies.Act(sites, actions);
            Step(sites, actions, metrics, advance);
        }

        return [.. wanted.Select((goal, site) => PlayedEpisode.Of(goal.Name, metrics[site], toChange[site]))];
    }

    private static void Step(BuildSite[] sites, BuilderAction[] actions, EpisodeMetrics[] metrics, Action? advance)
    {
        Span<Deed> deed = stackalloc Deed[1];
        for (var site = 0; site < sites.Length; site++)
        {
            if (sites[site].IsOver)
            {
                continue;
            }

            sites[site].Step(actions.AsSpan(site, 1), deed);
            metrics[site].Add(actions.AsSpan(site, 1), deed);
            if (sites[site].IsOver)
            {
                advance?.Invoke();
            }
        }
    }
}
