namespace BlockAssist.Learner.Views;

/// <summary>What policies are shown in several turns, one after the other in memory.</summary>
/// <param name="capacity">How many turns there is room for.</param>
public sealed class ViewBatch(int capacity)
{
    /// <summary>How many turns there is room for.</summary>
    public int Capacity => capacity;

    /// <summary><see cref="View.Cells"/> of all turns.</summary>
    public float[] Cells { get; } = new float[capacity * ViewShape.Cells * ViewShape.CellFacts];

    /// <summary><see cref="View.Scene"/> of all turns.</summary>
    public float[] Scene { get; } = new float[capacity * SceneFacts.Count];

    /// <summary><see cref="View.Blocks"/> of all turns.</summary>
    public float[] Blocks { get; } = new float[capacity * ViewShape.Blocks * BlockFacts.Count];

    /// <summary><see cref="View.Goal"/> of all turns.</summary>
    public byte[] Goal { get; } = new byte[capacity * ViewShape.Cells];

    /// <summary><see cref="View.Types"/> of all turns.</summary>
    public byte[] Types { get; } = new byte[capacity * ViewShape.Types];

    /// <summary><see cref="View.Place"/> of all turns.</summary>
    public byte[] Place { get; } = new byte[capacity * ViewShape.Cells];

    /// <summary><see cref="View.Break"/> of all turns.</summary>
    public byte[] Break { get; } = new byte[capacity * ViewShape.Cells];

    /// <summary><see cref="View.Offered"/> of all turns.</summary>
    public byte[] Offered { get; } = new byte[capacity * ViewShape.Blocks];

    /// <summary>The place of one turn.</summary>
    public View this[int turn] => new()
    {
        Cells = Cells.AsSpan(turn * ViewShape.Cells * ViewShape.CellFacts, ViewShape.Cells * ViewShape.CellFacts),
        Scene = Scene.AsSpan(turn * SceneFacts.Count, SceneFacts.Count),
        Blocks = Blocks.AsSpan(turn * ViewShape.Blocks * BlockFacts.Count, ViewShape.Blocks * BlockFacts.Count),
        Goal = Goal.AsSpan(turn * ViewShape.Cells, ViewShape.Cells),
        Types = Types.AsSpan(turn * ViewShape.Types, ViewShape.Types),
        Place = Place.AsSpan(turn * ViewShape.Cells, ViewShape.Cells),
        Break = Break.AsSpan(turn * ViewShape.Cells, ViewShape.Cells),
        Offered = Offered.AsSpan(turn * ViewShape.Blocks, ViewShape.Blocks),
    };

    /// <summary>How many actions the masks of a turn allow.</summary>
    public int AllowedCount(int turn)
    {
        var view = this[turn];
        var others = view.Types.Count((byte)1) - view.Types[1] - view.Types[2];
        return others + (view.Place.Count((byte)1) * view.Offered.Count((byte)1)) + view.Break.Count((byte)1);
    }

    /// <summary>Takes over a turn of another batch.</summary>
    /// <param name="turn">To which place.</param>
    /// <param name="from">The other batch.</param>
    /// <param name="other">From which of its places.</param>
    public void Take(int turn, ViewBatch from, int other)
    {
        ArgumentNullException.ThrowIfNull(from);
        var to = this[turn];
        var view = from[other];
        view.Cells.CopyTo(to.Cells);
        view.Scene.CopyTo(to.Scene);
        view.Blocks.CopyTo(to.Blocks);
        view.Goal.CopyTo(to.Goal);
        view.Types.CopyTo(to.Types);
        view.Place.CopyTo(to.Place);
        view.Break.CopyTo(to.Break);
        view.Offered.CopyTo(to.Offered);
    }

    /// <summary>Makes a place one of no turn at all: nothing is seen, and doing nothing is all that is possible.</summary>
    public void Blank(int turn)
    {
        var view = this[turn];
        view.Cells.Clear();
        view.Scene.Clear();
        view.Blocks.Clear();
        view.Goal.Fill(ViewShape.NoBlock);
        view.Types.Clear();
        view.Types[0] = 1;
        view.Place.Clear();
        view.Break.Clear();
        view.Offered.Fill(1);
    }
}
