using BlockAssist.Learner.Data;
using BlockAssist.Learner.Views;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Verification;

/// <summary>Makes a minibatch say that other things were done than were; until it is disposed of.</summary>
internal sealed class WrongLabels : IDisposable
{
    private readonly Minibatch _minibatch;
    private readonly Turn[] _right;

    /// <summary>Makes a share of the labels wrong: one at least, if it is not nothing.</summary>
    public WrongLabels(Minibatch minibatch, double share, ulong seed)
    {
        (_minibatch, _right) = (minibatch, [.. minibatch.Turns]);
        var random = new SeededRandom(seed);
        int[] turns = [.. Enumerable.Range(0, _right.Length).Where(turn => _right[turn].Weight > 0)];
        random.Shuffle(turns);
        var left = (int)Math.Ceiling(share * turns.Length);
        for (var i = 0; i < turns.Length && left > 0; i++)
        {
            left -= TrySpoil(turns[i], random) ? 1 : 0;
        }
    }

    /// <summary>Makes all labels right again.</summary>
    public void Dispose() => _right.CopyTo(_minibatch.Turns, 0);

    /// <summary>Puts another action in the place of a turn's: one that the rules allow, or the loss would give it away.</summary>
    private bool TrySpoil(int turn, SeededRandom random)
    {
        var allowed = _minibatch.Views.Types.AsSpan(turn * ViewShape.Types, ViewShape.Types);
        var others = new List<byte>();
        for (byte type = 0; type < ViewShape.Types; type++)
        {
            if (allowed[type] != 0 && type != _right[turn].Type && (ActionType)type is not (ActionType.Place or ActionType.Break))
            {
                others.Add(type);
            }
        }

        if (others.Count > 0)
        {
            _minibatch.Turns[turn] = _right[turn] with { Type = others[random.Next(others.Count)], Cell = 0, Block = 0 };
        }

        return others.Count > 0;
    }
}
