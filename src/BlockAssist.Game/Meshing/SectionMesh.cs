namespace BlockAssist.Game.Meshing;

/// <summary>The faces of a section: four <see cref="MeshVertex"/> each, anticlockwise from outside. Reused; belongs to one thread at a time.</summary>
public sealed class SectionMesh
{
    private readonly FaceList[] _passes = [new(), new(), new()];

    /// <summary>Whether nothing of the section is seen.</summary>
    public bool IsEmpty => Array.TrueForAll(_passes, pass => pass.Count == 0);

    /// <summary>The faces of a pass, in the order of <see cref="Face"/>.</summary>
    public ReadOnlySpan<uint> this[MeshPass pass] => _passes[(int)pass].All;

    /// <summary>The part of a pass that looks one way.</summary>
    public Range FacesOf(MeshPass pass, Face face) => _passes[(int)pass].RangeOf(face);

    /// <summary>Empties it.</summary>
    internal void Clear() => Array.ForEach(_passes, pass => pass.Clear());

    /// <summary>The faces of a pass, to add to.</summary>
    internal FaceList ListOf(MeshPass pass) => _passes[(int)pass];
}
