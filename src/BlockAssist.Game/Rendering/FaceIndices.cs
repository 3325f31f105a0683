using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>Two triangles for each four corners: the indices that all faces share.</summary>
internal sealed class FaceIndices : IDisposable
{
    // All that two bytes can tell apart: more than a section can have.
    private const int Faces = 65536 / 4;

    private readonly GL _gl;

    /// <summary>Makes them.</summary>
    public FaceIndices(GL gl)
    {
        _gl = gl;
        Buffer = gl.GenBuffer();
        var indices = new ushort[6 * Faces];
        ReadOnlySpan<int> corners = [0, 1, 2, 2, 3, 0];
        for (var index = 0; index < indices.Length; index++)
        {
            indices[index] = (ushort)((4 * (index / 6)) + corners[index % 6]);
        }

        gl.BindVertexArray(0);
        gl.BindBuffer(BufferTargetARB.ElementArrayBuffer, Buffer);
        gl.BufferData<ushort>(BufferTargetARB.ElementArrayBuffer, indices, BufferUsageARB.StaticDraw);
    }

    /// <summary>The buffer's number.</summary>
    public uint Buffer { get; }

    /// <inheritdoc/>
    public void Dispose() => _gl.DeleteBuffer(Buffer);
}
