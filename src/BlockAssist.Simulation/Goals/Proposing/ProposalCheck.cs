using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Proposing;

/// <summary>Whether a goal is fit to be proposed.</summary>
/// <param name="options">What goals are proposed.</param>
internal sealed class ProposalCheck(ProposerOptions options)
{
    private readonly LayerBuilder _builder = new();

    /// <summary>How many steps a solver gets for so much work at a level.</summary>
    public int StepsFor(int work, int level)
    {
        var (easiest, hardest) = options.StepsACell;
        var aCell = easiest + ((hardest - easiest) * (level - 1) / (ProposerOptions.HardestLevel - 1));
        return (int)Math.Min(options.Site.Horizon, options.StepsBesides + (aCell * work));
    }

    /// <summary>What is wrong with a goal; null if nothing is.</summary>
    public ProposalFault? FaultOf(BlockGrid goal, int level, WorkShape shape, RecentProposals recent) =>
        shape.Work < options.LeastWork ? ProposalFault.Trivial
        : recent.HasLike(shape, options.Likeness) ? ProposalFault.Repeated
        : CanBeBuilt(goal, StepsFor(shape.Work, level)) ? null
        : ProposalFault.Unreachable;

    /// <summary>Whether the scripted builder, which hardly makes a step too many, builds a goal in so many steps.</summary>
    public bool CanBeBuilt(BlockGrid goal, int steps)
    {
        var site = new BuildSite(options.Site with { Horizon = steps, EndWhenComplete = true }, goal);
        new PolicyRunner(site, _builder).Run();
        return site.IsComplete;
    }
}

/// <summary>Why a goal is not proposed.</summary>
internal enum ProposalFault
{
    /// <summary>Too little is left to be done.</summary>
    Trivial,

    /// <summary>One of the last was like it.</summary>
    Repeated,

    /// <summary>It cannot be built in time, or not at all.</summary>
    Unreachable,
}
