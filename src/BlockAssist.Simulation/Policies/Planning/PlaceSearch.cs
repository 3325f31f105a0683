using BlockAssist.Simulation.Building;

namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>Finds the nearest place from which an edit can be done, and sets out for it.</summary>
internal sealed class PlaceSearch(Terrain terrain, WorkList work, Enclosure enclosure, Errand errand, IWorkOrder order)
{
    // By how many steps farther a cell seems that another builder is nearer to.
    private const int Deference = 8;

    // No edit is possible beyond: the reach of the eye, rounded up.
    private const int ReachInCells = 5;

    private readonly Walk _walk = new(terrain);
    private readonly int[] _nearness = new int[terrain.Cells.Count];

    private SiteCells Cells => terrain.Cells;

    /// <summary>Looks for the place, as near as can be, from which something in the group can be done.</summary>
    public bool TryAny(in Observation observation, Span<int> group, int last, bool safely)
    {
        SortByNearness(observation, group, last);
        if (observation.Options.Teleportation)
        {
            return TryFromAnywhere(observation, group);
        }

        var (acceptable, edit, farthest) = (SiteCells.None, BuilderAction.Noop, int.MaxValue);
        for (_walk.Begin(); _walk.TryNext(out var feet) && _walk.DistanceTo(feet) <= farthest;)
        {
            foreach (var cell in group)
            {
                var isComfortable = order.IsComfortable(Cells, feet, cell);
                if ((!isComfortable && acceptable != SiteCells.None) || !CanDo(observation, cell, feet, safely))
                {
                    continue;
                }

                (acceptable, edit) = (feet, work.EditOf(cell, terrain));
                if (isComfortable)
                {
                    return SetOut(feet, edit, againstGoal: false);
                }

                farthest = _walk.DistanceTo(feet) + order.ExtraMovesForComfort;
            }
        }

        return acceptable != SiteCells.None && SetOut(acceptable, edit, againstGoal: false);
    }

    /// <summary>Looks for the nearest place from which one edit can be done.</summary>
    public bool TryOne(in Observation observation, BuilderAction edit, bool againstGoal)
    {
        if (observation.Options.Teleportation)
        {
            return observation.Allows(edit) && SetOutHere(edit, againstGoal);
        }

        for (_walk.Begin(); _walk.TryNext(out var feet);)
        {
            if (CanReach(observation, edit, feet))
            {
                return SetOut(feet, edit, againstGoal);
            }
        }

        return false;
    }

    private void SortByNearness(in Observation observation, Span<int> group, int last)
    {
        var from = last == SiteCells.None ? terrain.Start : last;
        for (var i = 0; i < group.Length; i++)
        {
            var steps = Cells.Distance(from, group[i]) + (IsNearerToOthers(observation, group[i]) ? Deference : 0);
            _nearness[i] = (steps * Cells.Count) + group[i];
        }

        _nearness.AsSpan(0, group.Length).Sort(group);
    }

    // Else two builders who stand together would reach for the same cell again and again.
    private bool IsNearerToOthers(in Observation observation, int cell)
    {
        var own = Cells.Distance(terrain.Start, cell);
        for (var other = 0; other < observation.Locations.Length; other++)
        {
            var theirs = other == observation.Builder ? int.MaxValue : Cells.Distance(Cells.Size.CellAt(observation.Locations[other].Cell), cell);
            if (theirs < own || (theirs == own && other < observation.Builder))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryFromAnywhere(in Observation observation, ReadOnlySpan<int> group)
    {
        foreach (var cell in group)
        {
            var edit = work.EditOf(cell, terrain);
            if (observation.Allows(edit))
            {
                return SetOutHere(edit, againstGoal: false);
            }
        }

        return false;
    }

    private bool CanDo(in Observation observation, int cell, int feet, bool safely)
    {
        var edit = work.EditOf(cell, terrain);
        return CanReach(observation, edit, feet)
            && (!safely || edit.Type == ActionType.Break || enclosure.IsSafe(cell, feet));
    }

    private bool CanReach(in Observation observation, BuilderAction edit, int feet)
    {
        var (stand, target) = (Cells.PlaceOf(feet), Cells.PlaceOf(edit.Cell));
        return Math.Abs(stand.X - target.X) <= ReachInCells
            && Math.Abs(stand.Z - target.Z) <= ReachInCells
            && (edit.Type == ActionType.Break || !Cells.BodyFills(feet, edit.Cell))
            && observation.AllowsFrom(stand, edit);
    }

    private bool SetOut(int feet, BuilderAction edit, bool againstGoal)
    {
        errand.Begin(_walk.WritePath(feet, errand.Path), edit, againstGoal);
        return true;
    }

    private bool SetOutHere(BuilderAction edit, bool againstGoal)
    {
        errand.Path[0] = terrain.Start;
        errand.Begin(1, edit, againstGoal);
        return true;
    }
}
