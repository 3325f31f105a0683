using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs.Search;

/// <summary>Worlds that may be the true one: what the goal asks for, and in what order the others go about it.</summary>
/// <remarks>
/// The cells of a goal are drawn each on its own. The order of the others' work is an exponential race in which who is drawn
/// there more strongly tends to be first. Allocates nothing after it is made. Belongs to one thread.
/// </remarks>
internal sealed class SampledWorlds
{
    /// <summary>How many worlds are drawn.</summary>
    public const int Count = 64;

    /// <summary>How many edits of the others are foreseen.</summary>
    public const int Ahead = 24;

    /// <summary>An edit somewhere that the assistant does not think of.</summary>
    public const int Elsewhere = -1;

    // Even where nobody was expected soon somebody may turn up.
    private const float LeastDrawn = 0.02f;

    private readonly ulong[] _right = new ulong[Count];
    private readonly ulong[] _other = new ulong[Count];
    private readonly sbyte[] _plans = new sbyte[Count * Ahead];
    private readonly float[] _times = new float[SearchProblem.MaxEdits];
    private readonly int[] _order = new int[SearchProblem.MaxEdits];

    /// <summary>Draws them.</summary>
    public void Draw(SearchProblem problem, SeededRandom random)
    {
        for (var world = 0; world < Count; world++)
        {
            DrawGoal(world, problem.Edits, random);
            DrawPlan(world, problem, random);
        }
    }

    /// <summary>The edits that are right in a world, a bit each.</summary>
    public ulong RightIn(int world) => _right[world];

    /// <summary>The edits whose cells are to be changed in a world, but to something else.</summary>
    public ulong OtherIn(int world) => _other[world];

    /// <summary>The numbers of the edits that the others make in a world, in order, or <see cref="Elsewhere"/>.</summary>
    public ReadOnlySpan<sbyte> PlanIn(int world) => _plans.AsSpan(world * Ahead, Ahead);

    private void DrawGoal(int world, ReadOnlySpan<PossibleEdit> edits, SeededRandom random)
    {
        var (right, other) = (0UL, 0UL);
        for (var i = 0; i < edits.Length; i++)
        {
            var drawn = random.NextDouble();
            right |= drawn < edits[i].Right ? 1UL << i : 0;
            other |= drawn >= edits[i].Right && drawn < edits[i].Right + edits[i].Other ? 1UL << i : 0;
        }

        (_right[world], _other[world]) = (right, other);
    }

    private void DrawPlan(int world, SearchProblem problem, SeededRandom random)
    {
        var edits = problem.Edits;
        var (wanted, count) = (_right[world] | _other[world], 0);
        for (var i = 0; i < edits.Length; i++)
        {
            if ((wanted >> i & 1) != 0)
            {
                _order[count] = i;
                _times[count++] = Wait(random) / (LeastDrawn + edits[i].Soon);
            }
        }

        _times.AsSpan(0, count).Sort(_order.AsSpan(0, count));
        var plan = _plans.AsSpan(world * Ahead, Ahead);
        var next = 0;
        var elsewhere = Wait(random) / (LeastDrawn + problem.SoonElsewhere);
        for (var i = 0; i < plan.Length; i++)
        {
            if (next < count && _times[next] <= elsewhere)
            {
                plan[i] = (sbyte)_order[next++];
            }
            else
            {
                plan[i] = Elsewhere;
                elsewhere += Wait(random) / (LeastDrawn + problem.SoonElsewhere);
            }
        }
    }

    private static float Wait(SeededRandom random) => -MathF.Log(1 - (float)random.NextDouble() + 1e-7f);
}
