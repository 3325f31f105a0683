using System.Numerics;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>Draws blocks that somebody believes are to come as a cloud: the likelier one is, the less it lets through.</summary>
/// <remarks>The nearest are blended over the others. Allocates nothing once its arrays have grown. Belongs to the thread of its context.</remarks>
internal sealed class CloudRenderer : IDisposable
{
    private const float Faintest = 0.08f;
    private const float Densest = 0.85f;

    // The colour of all that the assistant is about to do.
    private static readonly Vector3 Hue = new(0.36f, 0.95f, 0.82f);

    private readonly GL _gl;
    private readonly OverlayBatch _batch;
    private readonly ShaderProgram _program;
    private readonly GhostList _ghosts;

    /// <summary>Prepares to draw.</summary>
    public CloudRenderer(GL gl, FaceIndices indices)
    {
        (_gl, _batch, _program) = (gl, new OverlayBatch(gl, indices), new ShaderProgram(gl, "overlay", "cloud"));
        _ghosts = new GhostList(_batch, nearestFirst: false);
    }

    /// <summary>How many blocks there are.</summary>
    public int Count => _ghosts.Count;

    /// <summary>Empties the cloud.</summary>
    public void Clear() => _ghosts.Clear();

    /// <summary>Adds a block.</summary>
    /// <param name="at">Its cell.</param>
    /// <param name="block">What it is.</param>
    /// <param name="chance">How likely it is, 0 to 1.</param>
    /// <param name="open">A bit for each <see cref="Meshing.Face"/> that can be seen.</param>
    public void Add(BlockPos at, Block block, float chance, int open) =>
        _ghosts.Add(new Ghost(at, block, open, new Vector4(1, 1, 1, Faintest + ((Densest - Faintest) * chance * MathF.Sqrt(chance)))));

    /// <summary>Draws it.</summary>
    /// <param name="eyes">Where it is seen from.</param>
    /// <param name="view">From places relative to the eyes to the picture.</param>
    public void Draw(Vector3 eyes, in Matrix4x4 view)
    {
        if (Count == 0)
        {
            return;
        }

        _ghosts.Fill(eyes.Cell());
        _gl.Enable(EnableCap.Blend);
        _gl.BlendFunc(BlendingFactor.SrcAlpha, BlendingFactor.OneMinusSrcAlpha);
        _gl.DepthMask(false);
        _program.Use();
        _program.Set("view", Matrix4x4.CreateTranslation(-eyes) * view);
        _program.Set("tint", Hue);
        _batch.Draw();
        _gl.DepthMask(true);
        _gl.Disable(EnableCap.Blend);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _batch.Dispose();
        _program.Dispose();
    }
}
