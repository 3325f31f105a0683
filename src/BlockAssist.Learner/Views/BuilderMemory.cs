using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Views;

/// <summary>What a builder has done so far in an episode, as far as a policy is told of it.</summary>
/// <remarks>Allocates nothing once it knows the size of the site. Belongs to one builder and one thread.</remarks>
public sealed class BuilderMemory
{
    /// <summary>How many of the last actions are remembered one by one.</summary>
    public const int Actions = 6;

    /// <summary>How many of the last edits are remembered one by one.</summary>
    public const int Edits = 3;

    /// <summary>How many steps back the builder's way is remembered.</summary>
    public const int Steps = 8;

    private readonly ActionType[] _types = new ActionType[Actions];
    private readonly BuilderAction[] _edits = new BuilderAction[Edits];
    private readonly BlockPos[] _places = new BlockPos[Steps];
    private readonly Block[] _blocks = new Block[2];
    private readonly float[] _blockShares = new float[Palette.Count];
    private int[] _editOf = [];

    /// <summary>How many turns the builder has had.</summary>
    public int Turns { get; private set; }

    /// <summary>How many edits the builder has made.</summary>
    public int EditCount { get; private set; }

    /// <summary>How many blocks the builder has placed.</summary>
    public int Placements { get; private set; }

    /// <summary>The block placed last, and the one before; only for placements there were.</summary>
    public ReadOnlySpan<Block> LastBlocks => _blocks;

    /// <summary>How many turns ago the last edit was.</summary>
    public int SinceEdit { get; private set; }

    /// <summary>How many no-ops in a row there have been.</summary>
    public int PauseLength { get; private set; }

    /// <summary>The share of each kind of action, over about the last eight turns.</summary>
    public float[] LateShares { get; } = new float[ViewShape.Types];

    /// <summary>The share of each kind of action, over about the last hundred turns.</summary>
    public float[] LongShares { get; } = new float[ViewShape.Types];

    /// <summary>Forgets everything.</summary>
    public void Reset(GridSize size)
    {
        if (_editOf.Length != size.Volume)
        {
            _editOf = new int[size.Volume];
        }

        Array.Clear(_editOf);
        Array.Clear(_types);
        Array.Clear(_edits);
        Array.Clear(_blockShares);
        Array.Clear(LateShares);
        Array.Clear(LongShares);
        (Turns, EditCount, Placements, SinceEdit, PauseLength) = (0, 0, 0, 0, 0);
    }

    /// <summary>Takes in one turn.</summary>
    /// <param name="feet">Where the builder stood before it.</param>
    /// <param name="action">What the builder wanted to do.</param>
    public void Note(BlockPos feet, BuilderAction action)
    {
        Push(_types, action.Type);
        Push(_places, feet);
        Turns++;
        SinceEdit++;
        PauseLength = action.Type == ActionType.Noop ? PauseLength + 1 : 0;
        if (action.IsEdit)
        {
            Push(_edits, action);
            _editOf[action.Cell] = ++EditCount;
            SinceEdit = 0;
        }

        if (action.Type == ActionType.Place)
        {
            Push(_blocks, action.Block);
            Placements++;
            Blend(_blockShares, (int)action.Block, Math.Max(1f / 10, 1f / Placements));
        }

        // The first turns count as much as there are of them, so that a share is a share from the start.
        Blend(LateShares, (int)action.Type, Math.Max(1f / 8, 1f / Turns));
        Blend(LongShares, (int)action.Type, Math.Max(1f / 100, 1f / Turns));
    }

    /// <summary>The kind of the last action (0), the one before (1) and so on; only for turns there were.</summary>
    public ActionType TypeBefore(int turns) => _types[turns];

    /// <summary>The last edit (0), the one before (1) and so on; only for edits there were.</summary>
    public BuilderAction EditBefore(int edits) => _edits[edits];

    /// <summary>Where the builder stood some turns ago; only for turns there were.</summary>
    public BlockPos PlaceBefore(int turns) => _places[turns];

    /// <summary>The share of a block among those placed, over about the last ten.</summary>
    public float ShareOf(Block block) => _blockShares[(int)block];

    /// <summary>How many edits ago the builder changed a cell; −1 if it never did.</summary>
    public int EditsSince(int cell) => _editOf[cell] == 0 ? -1 : EditCount - _editOf[cell];

    private static void Push<T>(T[] ring, T newest)
    {
        Array.Copy(ring, 0, ring, 1, ring.Length - 1);
        ring[0] = newest;
    }

    private static void Blend(float[] shares, int kind, float rate)
    {
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] += rate * ((i == kind ? 1 : 0) - shares[i]);
        }
    }
}
