namespace BlockAssist.Game.Meshing;

/// <summary>The faces of a section: four <see cref="MeshVertex"/> each, anticlockwise from outside. Reused; belongs to one thread at a time.</summary>
public sealed class SectionMesh
{
    private const int FirstRoom = 1024;

    private readonly int[] _ends = new int[Enum.GetValues<Face>().Length];
    private uint[] _solid = new uint[FirstRoom];
    private uint[] _water = [];
    private int _solidCount;
    private int _waterCount;

    /// <summary>The faces that are drawn with depth: those of opaque blocks and the frames of glass, in the order of <see cref="Face"/>.</summary>
    public ReadOnlySpan<uint> Solid => _solid.AsSpan(0, _solidCount);

    /// <summary>The faces of water, drawn after all else.</summary>
    public ReadOnlySpan<uint> Water => _water.AsSpan(0, _waterCount);

    /// <summary>Whether nothing of the section is seen.</summary>
    public bool IsEmpty => _solidCount + _waterCount == 0;

    /// <summary>The part of <see cref="Solid"/> that looks one way.</summary>
    public Range FacesOf(Face face) => new(face == 0 ? 0 : _ends[(int)face - 1], _ends[(int)face]);

    /// <summary>Empties it.</summary>
    internal void Clear() => (_solidCount, _waterCount) = (0, 0);

    /// <summary>Says that all faces of <see cref="Solid"/> that look this way are in.</summary>
    internal void EndFace(Face face) => _ends[(int)face] = _solidCount;

    /// <summary>Room for one more face.</summary>
    internal Span<uint> AddSolid() => Add(ref _solid, ref _solidCount);

    /// <summary>Room for one more face of water.</summary>
    internal Span<uint> AddWater() => Add(ref _water, ref _waterCount);

    private static Span<uint> Add(ref uint[] faces, ref int count)
    {
        if (count + 4 > faces.Length)
        {
            Array.Resize(ref faces, Math.Max(FirstRoom, 2 * faces.Length));
        }

        count += 4;
        return faces.AsSpan(count - 4, 4);
    }
}
