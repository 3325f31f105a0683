using System.Numerics;

namespace BlockAssist.Game.Rendering;

/// <summary>What a camera sees: the room between six planes ("Fast Extraction of Viewing Frustum Planes", Gribb and Hartmann, 2001).</summary>
public readonly struct Frustum
{
    private readonly Vector4 _left;
    private readonly Vector4 _right;
    private readonly Vector4 _bottom;
    private readonly Vector4 _top;
    private readonly Vector4 _far;

    /// <summary>The room of a matrix from places to the picture.</summary>
    public Frustum(in Matrix4x4 view)
    {
        var (x, y, z, w) = (Column(view, 0), Column(view, 1), Column(view, 2), Column(view, 3));
        (_left, _right, _bottom, _top, _far) = (w + x, w - x, w + y, w - y, w - z);
    }

    /// <summary>Whether any of a box may be seen. The near plane is left out: what is behind the others' meeting point is outside of them anyway.</summary>
    /// <param name="lowest">Its lowest corner.</param>
    /// <param name="size">Its edges.</param>
    public bool MaySee(Vector3 lowest, Vector3 size) =>
        IsBefore(_left, lowest, size) && IsBefore(_right, lowest, size) && IsBefore(_bottom, lowest, size) && IsBefore(_top, lowest, size) && IsBefore(_far, lowest, size);

    private static bool IsBefore(Vector4 plane, Vector3 lowest, Vector3 size)
    {
        var farthest = new Vector4(
            lowest.X + (plane.X > 0 ? size.X : 0), lowest.Y + (plane.Y > 0 ? size.Y : 0), lowest.Z + (plane.Z > 0 ? size.Z : 0), 1);
        return Vector4.Dot(plane, farthest) >= 0;
    }

    private static Vector4 Column(in Matrix4x4 m, int column) => new(m[0, column], m[1, column], m[2, column], m[3, column]);
}
