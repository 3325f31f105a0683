using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs;

/// <summary>What has happened to each cell of a site so far, as far as one builder can see it: what the others changed, and when.</summary>
/// <remarks>
/// To be shown the site before every turn; a cell that was changed and changed back in between goes unnoticed. The others are
/// taken together: who does not know the goal learns from all of them. Allocates nothing once it knows the size of the site.
/// Belongs to one builder and one thread.
/// </remarks>
public sealed class BuildTrace
{
    private readonly int[] _placed = new int[Palette.Count];
    private Block[] _blocks = [];
    private int[] _changedAt = [];
    private byte[] _removed = [];
    private bool[] _rejected = [];
    private int _since;

    /// <summary>How many changes the others have made.</summary>
    public int Edits { get; private set; }

    /// <summary>How many changes anybody has made.</summary>
    public int Changes { get; private set; }

    /// <summary>How many blocks the others have placed.</summary>
    public int Placements { get; private set; }

    /// <summary>The block that the others placed last; air before the first.</summary>
    public Block LastPlaced { get; private set; }

    /// <summary>How many turns ago the others changed something last.</summary>
    public int SinceEdit => _since;

    /// <summary>How many blocks of a kind the others have placed.</summary>
    public ReadOnlySpan<int> Placed => _placed;

    /// <summary>Forgets everything, before a new episode.</summary>
    public void Clear()
    {
        _blocks = [];
        Array.Clear(_placed);
        (Edits, Changes, Placements, LastPlaced, _since) = (0, 0, 0, Block.Air, 0);
    }

    /// <summary>Takes in what has changed since it was shown the site last.</summary>
    /// <returns>How many cells that were.</returns>
    public int Note(in Observation observation) => Note(observation, observation.Builder);

    /// <summary>The same for somebody who only looks on.</summary>
    internal int Note(in Observation observation, int self)
    {
        var blocks = observation.Blocks;
        if (_blocks.Length != blocks.Length)
        {
            Begin(blocks);
            return 0;
        }

        _since++;
        var changed = 0;
        for (var cell = 0; (cell += blocks[cell..].CommonPrefixLength(_blocks.AsSpan(cell))) < blocks.Length; cell++)
        {
            Change(cell, _blocks[cell], blocks[cell], isOwn: observation.LastInteracted[cell] == self);
            _blocks[cell] = blocks[cell];
            changed++;
        }

        return changed;
    }

    /// <summary>How many changes ago a cell was changed; −1 if it never was.</summary>
    public int ChangesSince(int cell) => _changedAt[cell] == 0 ? -1 : Changes - _changedAt[cell];

    /// <summary>How often the others took a block away from a cell.</summary>
    public int RemovalsOf(int cell) => _removed[cell];

    /// <summary>Whether the others undid there what this builder did.</summary>
    public bool IsRejected(int cell) => _rejected[cell];

    private void Begin(ReadOnlySpan<Block> blocks)
    {
        _blocks = blocks.ToArray();
        (_changedAt, _removed, _rejected) = (new int[blocks.Length], new byte[blocks.Length], new bool[blocks.Length]);
        _own = new bool[blocks.Length];
    }

    private bool[] _own = [];

    private void Change(int cell, Block before, Block after, bool isOwn)
    {
        _changedAt[cell] = ++Changes;
        if (!isOwn)
        {
            Edits++;
            _since = 0;
            _rejected[cell] |= _own[cell];
            if (before != Block.Air)
            {
                _removed[cell] = (byte)Math.Min(_removed[cell] + 1, byte.MaxValue);
            }

            if (after != Block.Air)
            {
                Placements++;
                _placed[(int)after]++;
                LastPlaced = after;
            }
        }

        _own[cell] = isOwn;
    }
}
