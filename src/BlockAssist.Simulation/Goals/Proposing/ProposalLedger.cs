using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Proposing;

/// <summary>How often goals of each kind and level were built, and which level each kind has reached.</summary>
/// <remarks>
/// What was long ago counts less and less. A kind is drawn the more often the more its success is in doubt, p·(1−p), as of all
/// tasks those teach most that are built sometimes (Florensa et al., "Automatic Goal Generation for Reinforcement Learning
/// Agents", 2018).
/// </remarks>
internal sealed class ProposalLedger
{
    private const double Stays = 0.9;
    private const double EnoughToMove = 3;
    private const double Rises = 0.75;
    private const double Falls = 0.25;

    // What is built always or never is looked at again now and then.
    private const double LeastDoubt = 0.02;

    private static readonly int Kinds = Enum.GetValues<ProposalKind>().Length;

    private readonly int[] _levels;
    private readonly double[] _successes = new double[Kinds * (ProposerOptions.HardestLevel + 1)];
    private readonly double[] _counts = new double[Kinds * (ProposerOptions.HardestLevel + 1)];

    /// <summary>A ledger without an entry.</summary>
    public ProposalLedger(int firstLevel) => _levels = [.. Enumerable.Repeat(firstLevel, Kinds)];

    /// <summary>The level that a kind has reached.</summary>
    public int LevelOf(ProposalKind kind) => _levels[(int)kind];

    /// <summary>The share of goals of a kind and level that were built; half if nothing is known.</summary>
    public double SuccessOf(ProposalKind kind, int level)
    {
        var place = PlaceOf(kind, level);
        return (_successes[place] + 1) / (_counts[place] + 2);
    }

    /// <summary>Draws a kind.</summary>
    /// <param name="possible">Of which.</param>
    /// <param name="random">The only source of chance.</param>
    public ProposalKind Draw(ReadOnlySpan<ProposalKind> possible, SeededRandom random)
    {
        var left = 0.0;
        foreach (var kind in possible)
        {
            left += DoubtOf(kind);
        }

        left *= random.NextDouble();
        foreach (var kind in possible)
        {
            left -= DoubtOf(kind);
            if (left < 0)
            {
                return kind;
            }
        }

        return possible[^1];
    }

    /// <summary>Enters whether a goal was built; the level of its kind follows.</summary>
    public void Enter(ProposalKind kind, int level, bool success)
    {
        var place = PlaceOf(kind, level);
        _successes[place] = (Stays * _successes[place]) + (success ? 1 : 0);
        _counts[place] = (Stays * _counts[place]) + 1;
        if (level == LevelOf(kind) && _counts[place] >= EnoughToMove)
        {
            var share = _successes[place] / _counts[place];
            var moved = level + (share > Rises ? 1 : share < Falls ? -1 : 0);
            _levels[(int)kind] = Math.Clamp(moved, 1, ProposerOptions.HardestLevel);
        }
    }

    /// <summary>All that it holds.</summary>
    public LedgerState Capture() => new([.. _levels], [.. _successes], [.. _counts]);

    /// <summary>Takes on what another held.</summary>
    /// <exception cref="FormatException">No ledger can hold that.</exception>
    public void Restore(LedgerState state)
    {
        if (state.Levels?.Length != _levels.Length || state.Successes?.Length != _successes.Length || state.Counts?.Length != _counts.Length
            || Array.Exists(state.Levels, level => level is < 1 or > ProposerOptions.HardestLevel))
        {
            throw new FormatException("A ledger of proposals was expected, with as many kinds and levels as there are.");
        }

        state.Levels.CopyTo(_levels, 0);
        state.Successes.CopyTo(_successes, 0);
        state.Counts.CopyTo(_counts, 0);
    }

    private static int PlaceOf(ProposalKind kind, int level) => ((int)kind * (ProposerOptions.HardestLevel + 1)) + level;

    private double DoubtOf(ProposalKind kind)
    {
        var success = SuccessOf(kind, LevelOf(kind));
        return LeastDoubt + (success * (1 - success));
    }
}

/// <summary>What a <see cref="ProposalLedger"/> holds.</summary>
internal sealed record LedgerState(int[] Levels, double[] Successes, double[] Counts);
