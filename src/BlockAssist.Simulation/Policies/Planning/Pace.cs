using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies.Planning;

/// <summary>When a person pauses, and when it strolls about instead of going straight to work.</summary>
/// <remarks>
/// It keeps account of what the style would have done by now: each edit earns so many pauses and moves. What is owed makes
/// the next pause or stroll likelier, so that the shares of an episode come out whatever the goal needs.
/// </remarks>
internal sealed class Pace(HumanStyle style)
{
    private const double PauseChance = 0.15;
    private const double StrollChance = 0.30;
    private const double MeanPause = 3.4;
    private const double MeanStroll = 2.3;
    private const int LongestStroll = 8;
    private const int AxisCount = 3;

    // Of people's moves so many thousandths go along x, y and z.
    private static ReadOnlySpan<int> AxisShares => [442, 147, 411];

    // People's pauses by length, in thousandths, from one step on; longer ones are spread evenly up to the two bounds.
    private static ReadOnlySpan<int> PauseLengths => [480, 157, 90, 59, 38, 38, 27, 21, 13, 22];

    private const int LongPauses = 36;
    private const int LongestOfLong = 16;
    private const int LongestOfAll = 40;

    private readonly double[] _movesOwed = new double[AxisCount];
    private double _pausesOwed;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Array.Clear(_movesOwed);
        _pausesOwed = 0;
    }

    /// <summary>Accounts for one action.</summary>
    public void Count(BuilderAction action)
    {
        if (action.IsEdit)
        {
            var others = 1 / style.EditShare;
            _pausesOwed += others * style.PauseShare / (1 - style.PauseShare);
            for (var axis = 0; axis < AxisCount; axis++)
            {
                _movesOwed[axis] += (others - 1) * AxisShares[axis] / 1000;
            }
        }
        else if (action.IsMove)
        {
            _movesOwed[AxisOf(action)]--;
        }
        else
        {
            _pausesOwed--;
        }
    }

    /// <summary>How many steps to pause now; mostly none.</summary>
    public int DrawPause(SeededRandom random) =>
        random.NextDouble() < PauseChance * Math.Clamp(_pausesOwed / MeanPause, 0, 2) ? DrawPauseLength(random) : 0;

    /// <summary>How many moves to stroll now; mostly none.</summary>
    public int DrawStroll(SeededRandom random)
    {
        var owed = Math.Max(_movesOwed[0], 0) + Math.Max(_movesOwed[1], 0) + Math.Max(_movesOwed[2], 0);
        return random.NextDouble() < StrollChance * Math.Clamp(owed / MeanStroll, 0, 3) ? DrawStrollLength(random) : 0;
    }

    /// <summary>The next move of a stroll: often on as before, seldom straight back, along the axes that are owed.</summary>
    public BuilderAction DrawMove(SeededRandom random, BuilderAction before)
    {
        var direction = (2 * DrawAxis(random)) + random.Next(2);
        var move = BuilderAction.Move((ActionType)((int)ActionType.MovePosX + direction));
        var isBack = before.IsMove && move != before && AxisOf(move) == AxisOf(before);
        return isBack && random.Next(3) > 0 ? before : move;
    }

    private static int DrawPauseLength(SeededRandom random)
    {
        var drawn = random.Next(1000);
        for (var i = 0; i < PauseLengths.Length; i++)
        {
            drawn -= PauseLengths[i];
            if (drawn < 0)
            {
                return i + 1;
            }
        }

        return drawn < LongPauses
            ? random.Next(PauseLengths.Length + 1, LongestOfLong + 1)
            : random.Next(LongestOfLong + 1, LongestOfAll + 1);
    }

    // People shift by one cell more often than not.
    private static int DrawStrollLength(SeededRandom random) => random.Next(3) > 0 ? 1 : 1 + random.Next(LongestStroll);

    private int DrawAxis(SeededRandom random)
    {
        Span<double> weights = stackalloc double[AxisCount];
        var sum = 0.0;
        for (var axis = 0; axis < AxisCount; axis++)
        {
            weights[axis] = Math.Max(_movesOwed[axis], 0) + (0.2 * AxisShares[axis] / 1000);
            sum += weights[axis];
        }

        var drawn = random.NextDouble() * sum;
        return drawn < weights[0] ? 0 : drawn < weights[0] + weights[1] ? 1 : 2;
    }

    private static int AxisOf(BuilderAction move) => (move.Type - ActionType.MovePosX) / 2;
}
