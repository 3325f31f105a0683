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
    /// <summary>The number of somebody who only looks on: all that is built is others' work.</summary>
    public const int Onlooker = -1;

    private readonly int[] _placed = new int[Palette.Count];
    private Block[] _blocks = [];
    private int[] _changedAt = [];
    private byte[] _removed = [];
    private bool[] _rejected = [];
    private bool[] _own = [];
    private int[] _ownChanges = [];
    private int[] _undone = [];
    private int _ownCount;
    private int _undoneCount;
    private bool _begun;

    /// <summary>Whose eyes it is seen through.</summary>
    public int Self { get; private set; }

    /// <summary>How many changes anybody has made.</summary>
    public int Changes { get; private set; }

    /// <summary>How many changes the others have made.</summary>
    public int Edits { get; private set; }

    /// <summary>How many blocks the others have placed.</summary>
    public int Placements { get; private set; }

    /// <summary>The block that the others placed last; air before the first.</summary>
    public Block LastPlaced { get; private set; }

    /// <summary>How many turns ago the others changed something last, or the episode began.</summary>
    public int SinceEdit { get; private set; }

    /// <summary>The cells that this builder changed since it was shown the site before.</summary>
    public ReadOnlySpan<int> OwnChanges => _ownChanges.AsSpan(0, _ownCount);

    /// <summary>The cells in which the others changed, since then, what this builder had done.</summary>
    public ReadOnlySpan<int> Undone => _undone.AsSpan(0, _undoneCount);

    /// <summary>How many blocks of each kind the others have placed.</summary>
    public ReadOnlySpan<int> Placed => _placed;

    /// <summary>Forgets everything, before a new episode.</summary>
    /// <param name="self">Which builder looks from now on, or <see cref="Onlooker"/>.</param>
    public void Begin(int self)
    {
        (Self, _begun) = (self, false);
        Array.Clear(_placed);
        (Changes, Edits, Placements, LastPlaced, SinceEdit) = (0, 0, 0, Block.Air, 0);
    }

    /// <summary>Takes in what has changed since it was shown the site last.</summary>
    /// <returns>How many cells that were.</returns>
    public int Note(in Observation observation)
    {
        var blocks = observation.Blocks;
        (_ownCount, _undoneCount) = (0, 0);
        if (!_begun)
        {
            Start(blocks);
            return 0;
        }

        SinceEdit++;
        var changed = 0;
        for (var cell = 0; (cell += blocks[cell..].CommonPrefixLength(_blocks.AsSpan(cell))) < blocks.Length; cell++)
        {
            Change(cell, _blocks[cell], blocks[cell], isOwn: observation.LastInteracted[cell] == Self);
            _blocks[cell] = blocks[cell];
            changed++;
        }

        return changed;
    }

    /// <summary>How many changes ago a cell was changed; −1 if it never was.</summary>
    public int ChangesSince(int cell) => _changedAt[cell] == 0 ? -1 : Changes - _changedAt[cell];

    /// <summary>How often the others took a block away from a cell, 255 at most.</summary>
    public int RemovalsOf(int cell) => _removed[cell];

    /// <summary>Whether the others changed a cell after this builder did.</summary>
    public bool IsRejected(int cell) => _rejected[cell];

    private void Start(ReadOnlySpan<Block> blocks)
    {
        _begun = true;
        if (_blocks.Length != blocks.Length)
        {
            _blocks = new Block[blocks.Length];
            (_changedAt, _removed) = (new int[blocks.Length], new byte[blocks.Length]);
            (_rejected, _own) = (new bool[blocks.Length], new bool[blocks.Length]);
            (_ownChanges, _undone) = (new int[blocks.Length], new int[blocks.Length]);
        }

        blocks.CopyTo(_blocks);
        Array.Clear(_changedAt);
        Array.Clear(_removed);
        Array.Clear(_rejected);
        Array.Clear(_own);
    }

    private void Change(int cell, Block before, Block after, bool isOwn)
    {
        _changedAt[cell] = ++Changes;
        if (isOwn)
        {
            _ownChanges[_ownCount++] = cell;
        }
        else
        {
            NoteOthers(cell, before, after);
        }

        _own[cell] = isOwn;
    }

    private void NoteOthers(int cell, Block before, Block after)
    {
        Edits++;
        SinceEdit = 0;
        if (_own[cell])
        {
            _rejected[cell] = true;
            _undone[_undoneCount++] = cell;
        }

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
}
