using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Policies;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>Sites side by side on which a solver plays, with one run of the network for all.</summary>
/// <remarks>Belongs to one thread at a time.</remarks>
internal sealed class SolverGroup(IReadOnlyList<SolverSite> sites)
{
    /// <summary>The sites.</summary>
    public IReadOnlyList<SolverSite> Sites => sites;

    /// <summary>Plays some turns on each site, fewer where an episode ends before.</summary>
    /// <param name="engine">The solver as it is served.</param>
    /// <param name="length">How many turns.</param>
    /// <param name="stepCost">What a step costs, in cells.</param>
    /// <param name="seed">Fixes what is done, given what is seen.</param>
    public Experience Play(InferenceEngine engine, int length, double stepCost, ulong seed)
    {
        using var run = new HumanRun(engine, sites.Count);
        var experience = new Experience(length, sites.Count, sites[0].Hidden.Length);
        for (var site = 0; site < sites.Count; site++)
        {
            sites[site].Reseed(seed + (ulong)site);
            TakeUp(run, experience, site);
        }

        for (var time = 0; time < length; time++)
        {
            Play(run, experience, time, stepCost);
        }

        for (var site = 0; site < sites.Count; site++)
        {
            LookAhead(run, experience, site);
        }

        return experience;
    }

    private void TakeUp(HumanRun run, Experience experience, int site)
    {
        sites[site].Hidden.CopyTo(run.HiddenOf(site));
        sites[site].Cell.CopyTo(run.CellOf(site));
        sites[site].Hidden.CopyTo(experience.Hidden, site * experience.Memory);
        sites[site].Cell.CopyTo(experience.Cell, site * experience.Memory);
    }

    private void Play(HumanRun run, Experience experience, int time, double stepCost)
    {
        for (var site = 0; site < sites.Count; site++)
        {
            if (sites[site].IsOver)
            {
                run.Views.Blank(site);
            }
            else
            {
                sites[site].Look(run.Views[site]);
            }

            experience.Views.Take((time * sites.Count) + site, run.Views, site);
        }

        run.Execute();
        for (var site = 0; site < sites.Count; site++)
        {
            if (!sites[site].IsOver)
            {
                var place = (time * sites.Count) + site;
                var nearer = sites[site].Act(run.Views[site], run.ScoresOf(site), out experience.Turns[place]);
                experience.Rewards[place] = (float)(nearer - stepCost);
            }
        }
    }

    private void LookAhead(HumanRun run, Experience experience, int site)
    {
        run.HiddenOf(site).CopyTo(sites[site].Hidden);
        run.CellOf(site).CopyTo(sites[site].Cell);
        experience.GoesOn[site] = !sites[site].IsComplete;
        sites[site].Look(experience.After[site]);
    }
}
