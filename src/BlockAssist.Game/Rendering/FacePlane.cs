using System.Numerics;
using BlockAssist.Game.Meshing;

namespace BlockAssist.Game.Rendering;

/// <summary>A side of a cube as a plane to draw on: from 0 to 1 along two edges.</summary>
internal readonly struct FacePlane
{
    private readonly Vector3 _corner;
    private readonly Vector3 _u;
    private readonly Vector3 _v;

    private FacePlane(Vector3 corner, Vector3 u, Vector3 v) => (_corner, _u, _v) = (corner, u, v);

    /// <summary>The plane of a side.</summary>
    /// <param name="lowest">The cube's lowest corner.</param>
    /// <param name="face">Which side.</param>
    /// <param name="lift">How far before the side the plane is.</param>
    /// <param name="edge">The cube's edge.</param>
    public static FacePlane Of(Vector3 lowest, Face face, float lift, float edge = 1)
    {
        var (axis, up) = ((int)face / 2, ((int)face & 1) == 0);
        var along = up ? edge + lift : -lift;
        return axis switch
        {
            0 => new FacePlane(lowest + new Vector3(along, 0, 0), new Vector3(0, 0, edge), new Vector3(0, edge, 0)),
            1 => new FacePlane(lowest + new Vector3(0, along, 0), new Vector3(edge, 0, 0), new Vector3(0, 0, edge)),
            _ => new FacePlane(lowest + new Vector3(0, 0, along), new Vector3(edge, 0, 0), new Vector3(0, edge, 0)),
        };
    }

    /// <summary>Draws a rectangle.</summary>
    public void AddRectangle(OverlayBatch batch, (float U, float V) low, (float U, float V) high, Vector4 colour) =>
        AddFace(batch, low, (high.U, low.V), high, (low.U, high.V), colour);

    /// <summary>Draws a frame along the edges.</summary>
    public void AddFrame(OverlayBatch batch, float width, Vector4 colour)
    {
        AddRectangle(batch, (0, 0), (1, width), colour);
        AddRectangle(batch, (0, 1 - width), (1, 1), colour);
        AddRectangle(batch, (0, width), (width, 1 - width), colour);
        AddRectangle(batch, (1 - width, width), (1, 1 - width), colour);
    }

    private void AddFace(OverlayBatch batch, (float U, float V) a, (float U, float V) b, (float U, float V) c, (float U, float V) d, Vector4 colour)
    {
        var packed = Colours.Pack(colour);
        batch.AddFace(At(a, packed), At(b, packed), At(c, packed), At(d, packed));
    }

    private OverlayVertex At((float U, float V) at, uint colour) => new(_corner + (_u * at.U) + (_v * at.V), new Vector3(0, 0, -1), colour);
}
