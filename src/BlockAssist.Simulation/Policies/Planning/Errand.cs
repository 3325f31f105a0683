using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>A walk to a place and one edit there; given up as soon as the site has changed so that it makes no sense.</summary>
internal sealed class Errand(SiteCells cells)
{
    private readonly int[] _path = new int[cells.Count];
    private int _length;
    private int _at;
    private BuilderAction _edit;
    private bool _againstGoal;

    /// <summary>Room for the path; write it before <see cref="Begin"/>.</summary>
    public Span<int> Path => _path;

    /// <summary>Sets out.</summary>
    /// <param name="pathLength">How many cells of the path count: the builder's own first, the place to work from last.</param>
    /// <param name="edit">What to do there.</param>
    /// <param name="againstGoal">Whether it is to be done although the cell is right as it is.</param>
    public void Begin(int pathLength, BuilderAction edit, bool againstGoal)
    {
        (_length, _at) = (pathLength, 0);
        (_edit, _againstGoal) = (edit, againstGoal);
    }

    /// <summary>Gives up.</summary>
    public void Clear() => _length = 0;

    /// <summary>The next action, or that there is none.</summary>
    public bool TryContinue(in Observation observation, ReadOnlySpan<Block> goal, out BuilderAction action)
    {
        action = BuilderAction.Noop;
        if (_length > 0 && IsWanted(observation, goal) && IsOnPath(observation))
        {
            var arrived = _at == _length - 1;
            action = arrived ? _edit : cells.MoveTo(_path[_at], _path[_at + 1]);
            _length = arrived ? 0 : _length;
            if (observation.Allows(action))
            {
                return true;
            }
        }

        Clear();
        action = BuilderAction.Noop;
        return false;
    }

    private bool IsWanted(in Observation observation, ReadOnlySpan<Block> goal)
    {
        var block = observation.Blocks[_edit.Cell];
        return _edit.Type == ActionType.Place
            ? block == Block.Air && (_againstGoal || _edit.Block == goal[_edit.Cell])
            : block != Block.Air && (_againstGoal || block != goal[_edit.Cell]);
    }

    // A builder that does not act in every step is still where it was.
    private bool IsOnPath(in Observation observation)
    {
        if (observation.Options.Teleportation)
        {
            return true;
        }

        var here = cells.Size.CellAt(observation.Locations[observation.Builder].Cell);
        _at += _at + 1 < _length && here == _path[_at + 1] ? 1 : 0;
        return here == _path[_at];
    }
}
