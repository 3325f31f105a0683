using System.Diagnostics.CodeAnalysis;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>Finds the next edit that brings a site nearer to its goal, and leads the builder there.</summary>
/// <remarks>
/// What to do first is an <see cref="IWorkOrder"/>'s choice. What can be done from where is asked of the rules. Where nothing
/// can be done any more without harm, it lets itself be cut off, digs its way, or builds a scaffold, and sets that right
/// later. Memory is taken once, for the size of the site.
/// </remarks>
internal sealed class Planner
{
    private const int IgnoreFailedFor = 12;
    private const int MaxTunnelDigs = 64;
    private const int PatienceWithOthers = 6;
    private const int PatienceWithScaffolds = 24;

    // By how many steps farther a cell seems that another builder is nearer to.
    private const int Deference = 8;

    // No edit is possible beyond: the reach of the eye, rounded up.
    private const int ReachInCells = 5;

    private readonly IWorkOrder _order;
    private readonly SiteCells _cells;
    private readonly Terrain _terrain;
    private readonly WorkList _work;
    private readonly Walk _walk;
    private readonly Enclosure _enclosure;
    private readonly Tunnel _tunnel;
    private readonly Scaffold _scaffold;
    private readonly Stock _stock;
    private readonly Errand _errand;
    private readonly int[] _ranks;
    private readonly int[] _group;
    private readonly int[] _nearness;
    private int _groupCount;
    private BuilderAction _tunnelFor;
    private int _scaffoldFor = SiteCells.None;
    private int _digs;
    private int _idle;

    private Planner(GridSize size, IWorkOrder order)
    {
        _order = order;
        _cells = new SiteCells(size);
        _terrain = new Terrain(_cells);
        _work = new WorkList(_cells);
        _walk = new Walk(_terrain);
        _enclosure = new Enclosure(_terrain, _work);
        _tunnel = new Tunnel(_terrain, _work);
        _scaffold = new Scaffold(_terrain, _work);
        _stock = new Stock(_work);
        _errand = new Errand(_cells);
        _ranks = new int[_cells.Count];
        _group = new int[_cells.Count];
        _nearness = new int[_cells.Count];
    }

    /// <summary>The cell of the last edit; <see cref="SiteCells.None"/> before the first.</summary>
    public int LastEdit { get; private set; } = SiteCells.None;

    /// <summary>The site's cells.</summary>
    public SiteCells Cells => _cells;

    /// <summary>Makes sure that there is a planner for sites of the size that is seen.</summary>
    public static Planner Fitting([NotNull] ref Planner? planner, in Observation observation, IWorkOrder order)
    {
        if (planner is null || planner._cells.Size != observation.Size)
        {
            planner = new Planner(observation.Size, order);
        }

        return planner;
    }

    /// <summary>Forgets everything, before a new episode.</summary>
    public void Reset()
    {
        _work.Clear();
        _stock.Clear();
        _errand.Clear();
        LastEdit = SiteCells.None;
        _tunnelFor = BuilderAction.Noop;
        _scaffoldFor = SiteCells.None;
        _idle = 0;
    }

    /// <summary>The next action towards the goal.</summary>
    public BuilderAction Next(in Observation observation)
    {
        if (!observation.GoalVisible)
        {
            return BuilderAction.Noop;
        }

        if (_errand.TryContinue(observation, out var action) || (Plan(observation) && _errand.TryContinue(observation, out action)))
        {
            LastEdit = action.IsEdit ? action.Cell : LastEdit;
            _idle = 0;
            return action;
        }

        _idle++;
        return MakeRoom(observation);
    }

    /// <summary>Leaves a cell alone for some steps.</summary>
    public void Ignore(int cell, int steps) => _work.Ignore(cell, steps);

    private bool Plan(in Observation observation)
    {
        _terrain.Refresh(observation);
        _work.Collect(observation, _terrain);
        if (_work.Open.IsEmpty)
        {
            return false;
        }

        ReleaseWhatServed();
        return PlanWork(observation) || (!AwaitsOthers(observation) && _work.ReleaseAll() && PlanWork(observation));
    }

    private bool PlanWork(in Observation observation)
    {
        RankAll(observation);
        return PlanEscape(observation)
            || PlanFetch(observation)
            || PlanAtEndOfTunnel(observation)
            || PlanInOrder(observation)
            || PlanUnsafely(observation)
            || PlanTunnel(observation)
            || PlanScaffold(observation);
    }

    // Scaffolds stay until nothing floats any more, so that one may serve many; dug holes until what was dug for is done.
    private void ReleaseWhatServed()
    {
        if (_tunnelFor.IsEdit && _terrain[_tunnelFor.Cell] == Block.Air != (_tunnelFor.Type == ActionType.Place))
        {
            _tunnelFor = BuilderAction.Noop;
        }

        if (_scaffoldFor != SiteCells.None && _terrain[_scaffoldFor] != Block.Air)
        {
            _scaffoldFor = SiteCells.None;
        }

        if (!_tunnelFor.IsEdit && _scaffoldFor == SiteCells.None && _work.LooseCount == 0)
        {
            _work.ReleaseAll();
        }
    }

    private void RankAll(in Observation observation)
    {
        var others = 0;
        foreach (var cell in _work.Open)
        {
            others += IsOthersScaffold(observation, cell) ? 1 : 0;
        }

        var leavesThem = others < _work.Open.Length && _idle < PatienceWithScaffolds;
        foreach (var cell in _work.Open)
        {
            _ranks[cell] = leavesThem && IsOthersScaffold(observation, cell)
                ? int.MaxValue
                : _order.RankOf(_cells, _work.EditOf(cell, _terrain), LastEdit);
        }
    }

    // Where parts of the goal float, another builder's extra block may be there to reach them.
    private bool IsOthersScaffold(in Observation observation, int cell) =>
        _work.GoalFloats && _terrain[cell] != Block.Air && _work.GoalOf(cell) == Block.Air
        && observation.LastInteracted[cell] is var last && last != BuildSite.Nobody && last != observation.Builder;

    // Who is where the goal leaves no room digs itself out before it builds, or it would wall itself in.
    private bool PlanEscape(in Observation observation) =>
        !observation.Options.Teleportation && !_enclosure.HasRoom() && DigFor(observation, BuilderAction.Noop);

    // What cannot be done now may be possible as soon as another builder has gone on.
    private bool AwaitsOthers(in Observation observation) => observation.Locations.Length > 1 && _idle < PatienceWithOthers;

    private bool PlanFetch(in Observation observation) =>
        _stock.TryNextFetch(observation, out var fetch) && PlanSingle(observation, fetch, againstGoal: true);

    private bool PlanInOrder(in Observation observation)
    {
        while (TakeFirstGroup())
        {
            if (Search(observation, safely: true))
            {
                return true;
            }

            foreach (var cell in _group.AsSpan(0, _groupCount))
            {
                _work.Ignore(cell, IgnoreFailedFor);
            }
        }

        return false;
    }

    private bool TakeFirstGroup()
    {
        var best = int.MaxValue;
        _groupCount = 0;
        foreach (var cell in _work.Open)
        {
            if (_ranks[cell] <= best && _ranks[cell] != int.MaxValue && _work.IsFree(cell, evenIgnored: false))
            {
                _groupCount = _ranks[cell] < best ? 0 : _groupCount;
                best = _ranks[cell];
                _group[_groupCount++] = cell;
            }
        }

        return _groupCount > 0;
    }

    private bool PlanUnsafely(in Observation observation)
    {
        _groupCount = 0;
        foreach (var cell in _work.Open)
        {
            if (_ranks[cell] != int.MaxValue && _work.IsFree(cell, evenIgnored: true))
            {
                _group[_groupCount++] = cell;
            }
        }

        return Search(observation, safely: true) || Search(observation, safely: false);
    }

    /// <summary>Looks for the place, as near as can be, from which something in the group can be done.</summary>
    private bool Search(in Observation observation, bool safely)
    {
        SortGroupByNearness(observation);
        if (observation.Options.Teleportation)
        {
            return SearchFromAnywhere(observation);
        }

        var (acceptable, edit, farthest) = (SiteCells.None, BuilderAction.Noop, int.MaxValue);
        for (_walk.Begin(); _walk.TryNext(out var feet) && _walk.DistanceTo(feet) <= farthest;)
        {
            foreach (var cell in _group.AsSpan(0, _groupCount))
            {
                var isComfortable = _order.IsComfortable(_cells, feet, cell);
                if ((!isComfortable && acceptable != SiteCells.None) || !CanDo(observation, cell, feet, safely))
                {
                    continue;
                }

                (acceptable, edit) = (feet, _work.EditOf(cell, _terrain));
                if (isComfortable)
                {
                    return SetOut(feet, edit, againstGoal: false);
                }

                farthest = _walk.DistanceTo(feet) + _order.ExtraMovesForComfort;
            }
        }

        return acceptable != SiteCells.None && SetOut(acceptable, edit, againstGoal: false);
    }

    private void SortGroupByNearness(in Observation observation)
    {
        var from = LastEdit == SiteCells.None ? _terrain.Start : LastEdit;
        for (var i = 0; i < _groupCount; i++)
        {
            var steps = _cells.Distance(from, _group[i]) + (IsNearerToOthers(observation, _group[i]) ? Deference : 0);
            _nearness[i] = (steps * _cells.Count) + _group[i];
        }

        _nearness.AsSpan(0, _groupCount).Sort(_group.AsSpan(0, _groupCount));
    }

    // Else two builders who stand together would reach for the same cell again and again.
    private bool IsNearerToOthers(in Observation observation, int cell)
    {
        var own = _cells.Distance(_terrain.Start, cell);
        for (var other = 0; other < observation.Locations.Length; other++)
        {
            var theirs = other == observation.Builder ? int.MaxValue : _cells.Distance(_cells.Size.CellAt(observation.Locations[other].Cell), cell);
            if (theirs < own || (theirs == own && other < observation.Builder))
            {
                return true;
            }
        }

        return false;
    }

    private bool SearchFromAnywhere(in Observation observation)
    {
        foreach (var cell in _group.AsSpan(0, _groupCount))
        {
            var edit = _work.EditOf(cell, _terrain);
            if (observation.Allows(edit))
            {
                return SetOutHere(edit, againstGoal: false);
            }
        }

        return false;
    }

    private bool CanDo(in Observation observation, int cell, int feet, bool safely)
    {
        var edit = _work.EditOf(cell, _terrain);
        return CanReach(observation, edit, feet)
            && (!safely || edit.Type == ActionType.Break || _enclosure.IsSafe(cell, feet));
    }

    private bool CanReach(in Observation observation, BuilderAction edit, int feet)
    {
        var (stand, target) = (_cells.PlaceOf(feet), _cells.PlaceOf(edit.Cell));
        return Math.Abs(stand.X - target.X) <= ReachInCells
            && Math.Abs(stand.Z - target.Z) <= ReachInCells
            && (edit.Type == ActionType.Break || !_cells.BodyFills(feet, edit.Cell))
            && observation.AllowsFrom(stand, edit);
    }

    private bool SetOut(int feet, BuilderAction edit, bool againstGoal)
    {
        _errand.Begin(_walk.WritePath(feet, _errand.Path), edit, againstGoal);
        return true;
    }

    private bool SetOutHere(BuilderAction edit, bool againstGoal)
    {
        _errand.Path[0] = _terrain.Start;
        _errand.Begin(1, edit, againstGoal);
        return true;
    }

    /// <summary>Looks for the nearest place from which one edit can be done.</summary>
    private bool PlanSingle(in Observation observation, BuilderAction edit, bool againstGoal)
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

    private bool PlanAtEndOfTunnel(in Observation observation) =>
        _tunnelFor.IsEdit && (PlanSingle(observation, _tunnelFor, againstGoal: true) || Dig(observation));

    private bool PlanTunnel(in Observation observation)
    {
        if (AwaitsOthers(observation))
        {
            return false;
        }

        foreach (var cell in _work.Open)
        {
            if (_ranks[cell] != int.MaxValue && _work.IsFree(cell, evenIgnored: true) && BeginTunnel(observation, _work.EditOf(cell, _terrain)))
            {
                return true;
            }
        }

        return false;
    }

    private bool BeginTunnel(in Observation observation, BuilderAction edit)
    {
        (_tunnelFor, _digs) = (edit, 0);
        return Dig(observation);
    }

    private bool Dig(in Observation observation)
    {
        if (_digs++ < MaxTunnelDigs && DigFor(observation, _tunnelFor))
        {
            return true;
        }

        if (_digs > MaxTunnelDigs)
        {
            _work.Hold(_tunnelFor.Cell);
        }

        _tunnelFor = BuilderAction.Noop;
        return false;
    }

    private bool DigFor(in Observation observation, BuilderAction edit)
    {
        var obstacle = _tunnel.FindObstacle(observation, edit, _errand.Path, out var length);
        if (obstacle == SiteCells.None)
        {
            return false;
        }

        _work.Hold(obstacle);
        _errand.Begin(observation.Options.Teleportation ? 1 : length, BuilderAction.Break(obstacle), againstGoal: true);
        return true;
    }

    private bool PlanScaffold(in Observation observation)
    {
        if (_scaffoldFor == SiteCells.None && AwaitsOthers(observation))
        {
            return false;
        }

        var first = _scaffold.FindFirst(out _scaffoldFor);
        if (first == SiteCells.None)
        {
            return false;
        }

        var spare = Stock.Spare(observation);
        if (spare == Block.Air)
        {
            return Stock.TryFetch(observation, Block.Dirt, out var fetch) && PlanSingle(observation, fetch, againstGoal: true);
        }

        _work.Hold(first);
        var support = BuilderAction.Place(first, spare);
        if (PlanSingle(observation, support, againstGoal: true) || BeginTunnel(observation, support))
        {
            return true;
        }

        _work.Hold(_scaffoldFor);
        return false;
    }

    /// <summary>Steps about while others are at work, for the builder may stand where they want to build or pass.</summary>
    private BuilderAction MakeRoom(in Observation observation)
    {
        if (observation.Locations.Length > 1 && !_work.Open.IsEmpty && (observation.Timestep & 1) == 0)
        {
            // Any order will do that differs from builder to builder and from step to step.
            var direction = ((observation.Timestep / 2 * 5) + (observation.Builder * 2)) % ActionSpace.MoveCount;
            var move = BuilderAction.Move((ActionType)((int)ActionType.MovePosX + direction));
            return observation.Allows(move) ? move : BuilderAction.Noop;
        }

        return BuilderAction.Noop;
    }
}
