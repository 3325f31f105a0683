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
        if (Count + 4 > _vertices.Length)
        {
            Array.Resize(ref _vertices, Math.Max(FirstRoom, 2 * _vertices.Length));
        }

        Count += 4;
        return _vertices.AsSpan(Count - 4, 4);
    }

    /// <summary>Says that all faces that look this way, and the ways before it, are in.</summary>
    public void End(Face face) => _ends[(int)face] = Count;

    /// <summary>The vertices of the faces that look one way.</summary>
    public Range RangeOf(Face face) => new(face == 0 ? 0 : _ends[(int)face - 1], _ends[(int)face]);
}
