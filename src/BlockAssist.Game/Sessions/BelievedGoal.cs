using BlockAssist.Simulation.Policies;

namespace BlockAssist.Game.Sessions;

/// <summary>What the assistant believed when it decided last: a copy, for by now it may be thinking on another thread.</summary>
internal sealed class BelievedGoal : IGoalBelief
{
    private CellBelief[] _beliefs = [];
    private int? _followed;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<CellBelief> Beliefs => _beliefs;

    /// <summary>Becomes the same as a belief, which must be at rest.</summary>
    public void Follow(IGoalBelief belief)
    {
        if (_followed == belief.Version)
        {
            return;
        }

        if (_beliefs.Length != belief.Beliefs.Length)
        {
            _beliefs = new CellBelief[belief.Beliefs.Length];
        }

        belief.Beliefs.CopyTo(_beliefs);
        _followed = belief.Version;
        Version++;
    }
}
