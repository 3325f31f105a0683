using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Onnx;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Learner.Policies;

/// <summary>The human model on several sites, with one run of the network for all.</summary>
/// <remarks>On each site as <see cref="HumanPolicy"/>, but for the rounding of sums. A turn allocates nothing. Belongs to one thread.</remarks>
public sealed class HumanPolicyGroup : IPolicyGroup
{
    private readonly HumanRun _run;
    private readonly HumanSeat[] _seats;

    /// <summary>Seats a model on so many sites.</summary>
    /// <param name="engine">The model; must outlive the group.</param>
    /// <param name="sites">How many sites.</param>
    /// <param name="style">How it plays; null: as people.</param>
    /// <exception cref="OnnxFormatException">The engine runs another network, or one made for another view.</exception>
    public HumanPolicyGroup(InferenceEngine engine, int sites, PlayStyle? style = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentOutOfRangeException.ThrowIfLessThan(sites, 1);
        _run = new HumanRun(engine, sites);
        _seats = [.. Enumerable.Range(0, sites).Select(_ => new HumanSeat((style ?? PlayStyle.AsPeople).Demanded()))];
    }

    /// <inheritdoc/>
    public void Begin(int site, ulong seed)
    {
        _run.Forget(site);
        _seats[site].Begin(seed);
    }

    /// <inheritdoc/>
    public void Act(ReadOnlySpan<BuildSite> sites, Span<BuilderAction> actions)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sites.Length, _seats.Length, nameof(sites));
        for (var site = 0; site < _seats.Length; site++)
        {
            if (site < sites.Length && IsAtWork(sites[site]))
            {
                _seats[site].Look(sites[site].Observe(0), _run.Views[site]);
            }
            else
            {
                _run.Views.Blank(site);
            }
        }

        _run.Execute();
        for (var site = 0; site < sites.Length; site++)
        {
            actions[site] = IsAtWork(sites[site])
                ? _seats[site].Decide(sites[site].Observe(0), _run.Views[site], _run.ScoresOf(site))
                : BuilderAction.Noop;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();

    private static bool IsAtWork(BuildSite site) => !site.IsOver && site.Options.Builders[0].GoalVisible;
}
