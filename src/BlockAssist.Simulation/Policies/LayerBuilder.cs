using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies.Planning;

namespace BlockAssist.Simulation.Policies;

/// <summary>Builds the goal that it sees, layer by layer from the ground up, with hardly an edit too many.</summary>
/// <remarks>
/// Walks or teleports; takes blocks from the palette where they are not infinite; shares a site with others. Does nothing if
/// it does not see the goal. A step allocates nothing once the site's size is known. docs/builders.md has its figures.
/// </remarks>
public sealed class LayerBuilder : IPolicy
{
    private readonly LayerOrder _order;
    private Planner? _planner;

    /// <summary>A builder.</summary>
    /// <param name="yields">Whether it leaves alone for good what another builder undid of its work, as who helps should.</param>
    public LayerBuilder(bool yields = false) => _order = new LayerOrder(yields);

    /// <inheritdoc/>
    public void Reset() => _planner?.Reset();

    /// <inheritdoc/>
    public BuilderAction Act(in Observation observation) => Planner.Fitting(ref _planner, observation, _order).Next(observation, observation.Goal);
}
