using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs.Search;

/// <summary>How what is ahead goes on in one of the sampled worlds: the others follow their plan while the assistant makes one edit after the other.</summary>
internal ref struct Foresight
{
    // From how far an edit can be made.
    private const int Reach = 3;
    private const int PauseSteps = 4;

    private readonly ReadOnlySpan<PossibleEdit> _edits;
    private readonly ReadOnlySpan<float> _discounts;
    private readonly ReadOnlySpan<sbyte> _plan;
    private readonly ulong _right;
    private readonly ulong _other;
    private readonly float _stepsAnEdit;
    private readonly float _wrongCost;
    private float _othersNext;
    private int _planned;
    private int _repairs;
    private bool _repairsNext;
    private ulong _wrong;

    /// <summary>Begins now.</summary>
    /// <param name="problem">What is to be decided.</param>
    /// <param name="worlds">The worlds.</param>
    /// <param name="world">Which of them.</param>
    /// <param name="discounts">What is gained in each step from now on is worth; as many as are looked ahead.</param>
    /// <param name="wrongCost">What a wrong edit costs.</param>
    public Foresight(SearchProblem problem, SampledWorlds worlds, int world, ReadOnlySpan<float> discounts, float wrongCost)
    {
        _edits = problem.Edits;
        _discounts = discounts;
        _plan = worlds.PlanIn(world);
        (_right, _other) = (worlds.RightIn(world), worlds.OtherIn(world));
        (_stepsAnEdit, _wrongCost) = (problem.StepsAnEdit, wrongCost);
        (At, _othersNext) = (problem.At, _stepsAnEdit * (1 + (world & 3)) / 4);
    }

    /// <summary>How many steps have gone by.</summary>
    public int Time { get; private set; }

    /// <summary>Where the assistant is.</summary>
    public BlockPos At { get; private set; }

    /// <summary>What was gained so far, by all.</summary>
    public float Gained { get; private set; }

    /// <summary>The edits that need not be made any more, a bit each.</summary>
    public ulong Done { get; private set; }

    /// <summary>Whether it is as late as is looked ahead.</summary>
    public readonly bool IsOver => Time >= _discounts.Length;

    /// <summary>How many steps it takes to make an edit from some place.</summary>
    public static int StepsTo(BlockPos from, BlockPos to) =>
        1 + Math.Max(0, Math.Abs(from.X - to.X) + Math.Abs(from.Z - to.Z) + Math.Max(0, Math.Abs(from.Y - to.Y) - 1) - Reach);

    /// <summary>Lets the others go on for some steps.</summary>
    private void Wait(int steps)
    {
        Time += steps;
        while (_othersNext <= Time && _othersNext < _discounts.Length)
        {
            OthersEdit(_discounts[(int)_othersNext]);
            _othersNext += _stepsAnEdit;
        }
    }

    /// <summary>Lets the assistant make the edit of a number, or pause where the number is that of no edit.</summary>
    public void MakeOrPause(int move)
    {
        if (move == _edits.Length)
        {
            Wait(PauseSteps);
        }
        else
        {
            Make(move);
        }
    }

    /// <summary>Lets the assistant make an edit, if nobody was there before it.</summary>
    private void Make(int edit)
    {
        var at = _edits[edit].At;
        Wait(StepsTo(At, at));
        At = at;
        var bit = 1UL << edit;
        if (IsOver || (Done & bit) != 0)
        {
            return;
        }

        Done |= bit;
        if ((_right & bit) != 0)
        {
            Gained += _discounts[Time];
            return;
        }

        Gained -= _wrongCost * _discounts[Time];
        _wrong |= bit;
        _repairs++;
    }

    // Every other edit sets right what is wrong, as long as there is any.
    private void OthersEdit(float worth)
    {
        _repairsNext = !_repairsNext && _repairs > 0;
        if (_repairsNext)
        {
            _repairs--;
            Gained += worth;
            return;
        }

        while (_planned < _plan.Length)
        {
            var edit = _plan[_planned++];
            if (edit == SampledWorlds.Elsewhere || TryDo(edit))
            {
                Gained += worth;
                return;
            }
        }
    }

    // What the assistant did rightly is done; where it placed something else it is to be done all the same.
    private bool TryDo(int edit)
    {
        var bit = 1UL << edit;
        if ((Done & bit) != 0 && ((_wrong & bit) == 0 || (_other & bit) == 0))
        {
            return false;
        }

        Done |= bit;
        return true;
    }
}
