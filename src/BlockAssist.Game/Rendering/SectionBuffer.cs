using BlockAssist.Game.Meshing;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>The mesh of a section on the graphics card.</summary>
internal sealed class SectionBuffer : IDisposable
{
    private const int Faces = 6;
    private const int Passes = 3;
    private const int IndicesAFace = 6;
    private const int CornersAFace = 4;

    private readonly GL _gl;
    private readonly uint _array;
    private readonly uint _vertices;
    private readonly int[] _starts = new int[(Passes * Faces) + 1];

    /// <summary>An empty one.</summary>
    /// <param name="gl">OpenGL.</param>
    /// <param name="indices">The indices that all faces share.</param>
    public unsafe SectionBuffer(GL gl, uint indices)
    {
        _gl = gl;
        (_array, _vertices) = (gl.GenVertexArray(), gl.GenBuffer());
        gl.BindVertexArray(_array);
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, _vertices);
        gl.BindBuffer(BufferTargetARB.ElementArrayBuffer, indices);
        gl.EnableVertexAttribArray(0);
        gl.VertexAttribIPointer(0, 1, VertexAttribIType.UnsignedInt, sizeof(uint), null);
    }

    /// <summary>Takes on a mesh.</summary>
    public unsafe void Upload(SectionMesh mesh)
    {
        var start = 0;
        for (var pass = MeshPass.Solid; pass <= MeshPass.Water; pass++)
        {
            for (var face = Face.PosX; face <= Face.NegZ; face++)
            {
                _starts[((int)pass * Faces) + (int)face] = start + mesh.FacesOf(pass, face).Start.Value;
            }

            start += mesh[pass].Length;
        }

        _starts[^1] = start;
        _gl.BindBuffer(BufferTargetARB.ArrayBuffer, _vertices);
        _gl.BufferData(BufferTargetARB.ArrayBuffer, (nuint)(start * sizeof(uint)), null, BufferUsageARB.DynamicDraw);
        nint offset = 0;
        for (var pass = MeshPass.Solid; pass <= MeshPass.Water; pass++)
        {
            _gl.BufferSubData(BufferTargetARB.ArrayBuffer, offset, mesh[pass]);
            offset += mesh[pass].Length * sizeof(uint);
        }
    }

    /// <summary>Whether the section has faces of a pass.</summary>
    public bool Has(MeshPass pass) => _starts[(int)pass * Faces] < _starts[((int)pass + 1) * Faces];

    /// <summary>Draws the faces of a pass that look in some of the ways.</summary>
    /// <param name="pass">Which pass.</param>
    /// <param name="ways">A bit for each <see cref="Face"/>.</param>
    /// <returns>How many faces that were.</returns>
    public unsafe int Draw(MeshPass pass, int ways)
    {
        _gl.BindVertexArray(_array);
        var drawn = 0;
        for (var face = 0; face < Faces;)
        {
            // Ways that follow each other are drawn in one go.
            var first = face;
            while (face < Faces && ((ways >> face) & 1) != 0)
            {
                face++;
            }

            var start = _starts[((int)pass * Faces) + first];
            var count = (_starts[((int)pass * Faces) + face] - start) / CornersAFace;
            if (count > 0)
            {
                _gl.DrawElementsBaseVertex(PrimitiveType.Triangles, (uint)(count * IndicesAFace), DrawElementsType.UnsignedShort, null, start);
                drawn += count;
            }

            face = face == first ? face + 1 : face;
        }

        return drawn;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gl.DeleteBuffer(_vertices);
        _gl.DeleteVertexArray(_array);
    }
}
