using System.Numerics;
using BlockAssist.Game.Meshing;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>Collects faces that change from frame to frame, and draws them in one go.</summary>
/// <remarks>Allocates nothing once it has grown. Belongs to the thread of its context.</remarks>
internal sealed class OverlayBatch : IDisposable
{
    private const int FirstRoom = 4096;
    private const int MostVertices = 65536;

    // By face.
    private static readonly float[] Shades = [0.82f, 0.76f, 1f, 0.56f, 0.88f, 0.70f];

    private readonly GL _gl;
    private readonly uint _array;
    private readonly uint _buffer;
    private OverlayVertex[] _vertices = new OverlayVertex[FirstRoom];
    private int _count;
    private bool _isSent;

    /// <summary>An empty one.</summary>
    public unsafe OverlayBatch(GL gl, FaceIndices indices)
    {
        _gl = gl;
        (_array, _buffer) = (gl.GenVertexArray(), gl.GenBuffer());
        gl.BindVertexArray(_array);
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, _buffer);
        gl.BindBuffer(BufferTargetARB.ElementArrayBuffer, indices.Buffer);
        for (var attribute = 0u; attribute < 3; attribute++)
        {
            gl.EnableVertexAttribArray(attribute);
        }

        var stride = (uint)sizeof(OverlayVertex);
        gl.VertexAttribPointer(0, 3, VertexAttribPointerType.Float, false, stride, null);
        gl.VertexAttribPointer(1, 3, VertexAttribPointerType.Float, false, stride, (void*)sizeof(Vector3));
        gl.VertexAttribPointer(2, 4, VertexAttribPointerType.UnsignedByte, true, stride, (void*)(2 * sizeof(Vector3)));
    }

    /// <summary>How bright a side of a box is: as those of blocks are.</summary>
    public static float ShadeOf(Face face) => Shades[(int)face];

    /// <summary>Empties it.</summary>
    public void Clear() => (_count, _isSent) = (0, false);

    /// <summary>Adds a face: four corners, anticlockwise from where it is seen.</summary>
    public void AddFace(OverlayVertex a, OverlayVertex b, OverlayVertex c, OverlayVertex d)
    {
        if (_count + 4 > MostVertices)
        {
            return;
        }

        if (_count + 4 > _vertices.Length)
        {
            Array.Resize(ref _vertices, Math.Min(2 * _vertices.Length, MostVertices));
        }

        (_vertices[_count], _vertices[_count + 1], _vertices[_count + 2], _vertices[_count + 3]) = (a, b, c, d);
        _count += 4;
        _isSent = false;
    }

    /// <summary>Adds a side of a box.</summary>
    /// <param name="lowest">The box's lowest corner, relative to the camera.</param>
    /// <param name="size">Its edges.</param>
    /// <param name="face">Which side.</param>
    /// <param name="picture">What is on it: a <see cref="TextureLayer"/>, or less than 0 for what the program draws.</param>
    /// <param name="colour">Its colour.</param>
    public void AddSide(Vector3 lowest, Vector3 size, Face face, float picture, Vector4 colour) =>
        AddSide(Matrix4x4.CreateScale(size) * Matrix4x4.CreateTranslation(lowest), face, picture, colour);

    /// <summary>Adds a side of a box that may be turned.</summary>
    /// <param name="place">From the unit cube to where the box is, relative to the camera.</param>
    /// <param name="face">Which side.</param>
    /// <param name="picture">What is on it.</param>
    /// <param name="colour">Its colour.</param>
    public void AddSide(in Matrix4x4 place, Face face, float picture, Vector4 colour)
    {
        var (corners, packed) = (Corners(face), Colours.Pack(colour));
        AddFace(
            new(Vector3.Transform(corners.A, place), new(0, 1, picture), packed),
            new(Vector3.Transform(corners.B, place), new(1, 1, picture), packed),
            new(Vector3.Transform(corners.C, place), new(1, 0, picture), packed),
            new(Vector3.Transform(corners.D, place), new(0, 0, picture), packed));
    }

    /// <summary>Adds a box that may be turned.</summary>
    /// <param name="place">From the unit cube to where the box is, relative to the camera.</param>
    /// <param name="colour">Its colour, in full light.</param>
    /// <param name="front">The colour of the side to the south before it is turned: a face's.</param>
    public void AddBox(in Matrix4x4 place, Vector4 colour, Vector4 front)
    {
        for (var face = Face.PosX; face <= Face.NegZ; face++)
        {
            var own = face == Face.PosZ ? front : colour;
            var shaded = Colours.Pack(new Vector4(own.AsVector3() * ShadeOf(face), own.W));
            var corners = Corners(face);
            AddFace(At(place, corners.A, shaded), At(place, corners.B, shaded), At(place, corners.C, shaded), At(place, corners.D, shaded));
        }

        static OverlayVertex At(in Matrix4x4 place, Vector3 corner, uint colour) => new(Vector3.Transform(corner, place), new Vector3(0, 0, -1), colour);
    }

    /// <summary>Draws what was collected, by the program in use.</summary>
    public unsafe void Draw()
    {
        if (_count == 0)
        {
            return;
        }

        Send();
        _gl.BindVertexArray(_array);
        _gl.DrawElements(PrimitiveType.Triangles, (uint)(_count / 4 * 6), DrawElementsType.UnsignedShort, null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gl.DeleteBuffer(_buffer);
        _gl.DeleteVertexArray(_array);
    }

    // The corners of a side of the unit cube, anticlockwise from outside.
    private static (Vector3 A, Vector3 B, Vector3 C, Vector3 D) Corners(Face face) => face switch
    {
        Face.PosX => (new(1, 0, 1), new(1, 0, 0), new(1, 1, 0), new(1, 1, 1)),
        Face.NegX => (new(0, 0, 0), new(0, 0, 1), new(0, 1, 1), new(0, 1, 0)),
        Face.PosY => (new(1, 1, 0), new(0, 1, 0), new(0, 1, 1), new(1, 1, 1)),
        Face.NegY => (new(0, 0, 0), new(1, 0, 0), new(1, 0, 1), new(0, 0, 1)),
        Face.PosZ => (new(0, 0, 1), new(1, 0, 1), new(1, 1, 1), new(0, 1, 1)),
        _ => (new(1, 0, 0), new(0, 0, 0), new(0, 1, 0), new(1, 1, 0)),
    };

    private void Send()
    {
        if (!_isSent)
        {
            _isSent = true;
            _gl.BindBuffer(BufferTargetARB.ArrayBuffer, _buffer);
            _gl.BufferData<OverlayVertex>(BufferTargetARB.ArrayBuffer, _vertices.AsSpan(0, _count), BufferUsageARB.StreamDraw);
        }
    }
}
