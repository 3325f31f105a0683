namespace BlockAssist.Game.Meshing;

/// <summary>Faces in the order of the ways they look, in memory that grows and is kept.</summary>
internal sealed class FaceList
{
    private const int FirstRoom = 1024;

    private readonly int[] _ends = new int[Enum.GetValues<Face>().Length];
    private uint[] _vertices = [];

    /// <summary>How many vertices there are.</summary>
    public int Count { get; private set; }

    /// <summary>All vertices.</summary>
    public ReadOnlySpan<uint> All => _vertices.AsSpan(0, Count);

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        Count = 0;
        Array.Clear(_ends);
    }

    /// <summary>Room for one more face.</summary>
    public Span<uint> Add()
    {
        var room = Room(4);
        Take(4);
        return room;
    }

    /// <summary>Room for more vertices, to be filled and then taken.</summary>
    public Span<uint> Room(int vertices)
    {
        if (Count + vertices > _vertices.Length)
        {
            Array.Resize(ref _vertices, Math.Max(FirstRoom, 2 * (Count + vertices)));
        }

        return _vertices.AsSpan(Count, vertices);
    }

    /// <summary>Takes the first vertices of the room.</summary>
    public void Take(int vertices) => Count += vertices;

    /// <summary>Says that all faces that look this way, and the ways before it, are in.</summary>
    public void End(Face face) => _ends[(int)face] = Count;

    /// <summary>The vertices of the faces that look one way.</summary>
    public Range RangeOf(Face face) => new(face == 0 ? 0 : _ends[(int)face - 1], _ends[(int)face]);
}
