using System.Diagnostics.CodeAnalysis;
using System.Numerics;
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
    private const int PatienceWithNothingToDo = 24;
    private const int PatienceWithWalledIn = 64;
    private const int StepsBetweenSidesteps = 2;
    private const int StepsBetweenIdleSidesteps = 8;

    private readonly IWorkOrder _order;
    private readonly SiteCells _cells;
    private readonly Terrain _terrain;
    private readonly WorkList _work;
    private readonly PlaceSearch _search;
    private readonly Enclosure _enclosure;
    private readonly Tunnel _tunnel;
    private readonly Scaffold _scaffold;
    private readonly Rescue _rescue;
    private readonly Stock _stock;
    private readonly Errand _errand;
    private readonly int[] _ranks;
    private readonly int[] _group;
    private int _groupCount;
    private BuilderAction _tunnelFor;
    private int _scaffoldFor = SiteCells.None;
    private int _rescueFor = SiteCells.None;
    private int _digs;
    private int _idle;

    private Planner(GridSize size, IWorkOrder order)
    {
        _order = order;
        _cells = new SiteCells(size);
        _terrain = new Terrain(_cells);
        _work = new WorkList(_cells, order.Yields);
        _enclosure = new Enclosure(_terrain, _work);
        _tunnel = new Tunnel(_terrain, _work);
        _scaffold = new Scaffold(_terrain, _work);
        _rescue = new Rescue(_terrain, _work);
        _stock = new Stock(_work);
        _errand = new Errand(_cells);
        _search = new PlaceSearch(_terrain, _work, _enclosure, _errand, order);
        _ranks = new int[_cells.Count];
        _group = new int[_cells.Count];
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
        (_scaffoldFor, _rescueFor) = (SiteCells.None, SiteCells.None);
        _idle = 0;
    }

    /// <summary>The next action towards a goal.</summary>
    /// <param name="observation">What is seen.</param>
    /// <param name="goal">The goal, in cell order; empty if there is none.</param>
    public BuilderAction Next(in Observation observation, ReadOnlySpan<Block> goal)
    {
        if (goal.IsEmpty)
        {
            return BuilderAction.Noop;
        }

        if (_errand.TryContinue(observation, goal, out var action) || (Plan(observation, goal) && _errand.TryContinue(observation, goal, out action)))
        {
            LastEdit = action.IsEdit ? action.Cell : LastEdit;
            _work.NoteOwn(action);
            _idle = 0;
            return action;
        }

        _idle++;
        return MakeRoom(observation);
    }

    /// <summary>Leaves a cell alone for some steps.</summary>
    public void Ignore(int cell, int steps) => _work.Ignore(cell, steps);

    private bool Plan(in Observation observation, ReadOnlySpan<Block> goal)
    {
        _terrain.Refresh(observation);
        _work.Collect(observation, goal, _terrain);
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
        if (!_order.DaresAnything)
        {
            return PlanInOrder(observation);
        }

        return PlanEscape(observation)
            || PlanFetch(observation)
            || PlanAtEndOfTunnel(observation)
            || PlanInOrder(observation)
            || PlanUnsafely(observation)
            || PlanTunnel(observation)
            || PlanScaffold(observation)
            || PlanRescue(observation);
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

        if (_rescueFor != SiteCells.None && _terrain[_rescueFor] != Block.Air)
        {
            _rescueFor = SiteCells.None;
        }

        if (!_tunnelFor.IsEdit && _scaffoldFor == SiteCells.None && _rescueFor == SiteCells.None && _work.LooseCount == 0)
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
    private bool AwaitsOthers(in Observation observation) =>
        observation.Locations.Length > 1 && _idle < (_rescueFor == SiteCells.None ? PatienceWithOthers : PatienceWithWalledIn);

    private bool PlanFetch(in Observation observation) =>
        _stock.TryNextFetch(observation, out var fetch) && _search.TryOne(observation, fetch, againstGoal: true);

    private bool PlanInOrder(in Observation observation)
    {
        while (TakeFirstGroup())
        {
            if (_search.TryAny(observation, _group.AsSpan(0, _groupCount), LastEdit, safely: true))
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

        return _search.TryAny(observation, _group.AsSpan(0, _groupCount), LastEdit, safely: true)
            || _search.TryAny(observation, _group.AsSpan(0, _groupCount), LastEdit, safely: false);
    }

    private bool PlanAtEndOfTunnel(in Observation observation) =>
        _tunnelFor.IsEdit && (_search.TryOne(observation, _tunnelFor, againstGoal: true) || Dig(observation));

    private bool PlanTunnel(in Observation observation)
    {
        if (AwaitsOthers(observation))
        {
            return false;
        }

        foreach (var cell in _work.Open)
        {
            if (_ranks[cell] != int.MaxValue && _work.IsWithinDigging(cell) && !_terrain.IsStoodIn(cell) && BeginTunnel(observation, _work.EditOf(cell, _terrain)))
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
            return Stock.TryFetch(observation, Block.Dirt, out var fetch) && _search.TryOne(observation, fetch, againstGoal: true);
        }

        _work.Hold(first);
        var support = BuilderAction.Place(first, spare);
        if (_search.TryOne(observation, support, againstGoal: true) || BeginTunnel(observation, support))
        {
            return true;
        }

        _work.Hold(_scaffoldFor);
        return false;
    }

    // Who stands where a block is still to go, and never leaves, may have been walled in there.
    private bool PlanRescue(in Observation observation)
    {
        if (observation.Options.Teleportation || _idle < PatienceWithWalledIn)
        {
            return false;
        }

        var roof = _rescue.FindRoof(observation, out _rescueFor);
        if (roof == SiteCells.None)
        {
            return false;
        }

        _work.Hold(roof);
        return _search.TryOne(observation, BuilderAction.Break(roof), againstGoal: true);
    }

    /// <summary>Steps about while others are at work, for the builder may stand where they want to build or pass.</summary>
    /// <remarks>Who knows of nothing to do stands in their way no less, but waits for long and steps seldom.</remarks>
    private BuilderAction MakeRoom(in Observation observation)
    {
        var (patience, between) = _work.Open.IsEmpty ? (PatienceWithNothingToDo, StepsBetweenIdleSidesteps) : (0, StepsBetweenSidesteps);
        if (observation.Locations.Length > 1 && _idle > patience && observation.Timestep % between == 0)
        {
            // Any order will do that differs from builder to builder and has none that comes again.
            var direction = BitOperations.Crc32C((uint)observation.Builder, (uint)(observation.Timestep / between)) % ActionSpace.MoveCount;
            var move = BuilderAction.Move((ActionType)((uint)ActionType.MovePosX + direction));
            return observation.Allows(move) ? move : BuilderAction.Noop;
        }

        return BuilderAction.Noop;
    }
}
