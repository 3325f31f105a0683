using System.Numerics;
using BlockAssist.Game.Meshing;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>Marks what differs from a blueprint: ghosts of the blocks that are missing, a cross on wrong ones, hatching on those that are too many.</summary>
/// <remarks>
/// The nearest ghosts are drawn first and hide the others, so that no pixel is blended twice. Allocates nothing once its arrays
/// have grown. Belongs to the thread of its context.
/// </remarks>
internal sealed class GhostRenderer : IDisposable
{
    private const float Lift = 0.004f;
    private const float FrameWidth = 0.05f;

    // What mark.frag draws.
    private const float Cross = -2;
    private const float Hatching = -3;

    private readonly GL _gl;
    private readonly OverlayBatch _ghosts;
    private readonly OverlayBatch _marks;
    private readonly ShaderProgram _ghost;
    private readonly ShaderProgram _mark;
    private readonly GhostList _missing;

    /// <summary>Prepares to draw.</summary>
    public GhostRenderer(GL gl, FaceIndices indices)
    {
        _gl = gl;
        (_ghosts, _marks) = (new OverlayBatch(gl, indices), new OverlayBatch(gl, indices));
        _missing = new GhostList(_ghosts, nearestFirst: true);
        (_ghost, _mark) = (new ShaderProgram(gl, "overlay", "ghost"), new ShaderProgram(gl, "overlay", "mark"));
    }

    /// <summary>The colours.</summary>
    public GhostColours Colours { get; set; } = GhostColours.Usual;

    /// <summary>How much a ghost hides what is behind it, 0 to 1.</summary>
    public float Opacity { get; set; } = 0.45f;

    /// <summary>Whether marks are seen through walls.</summary>
    public bool ThroughWalls { get; set; }

    /// <summary>Empties the picture.</summary>
    public void Clear()
    {
        _missing.Clear();
        _marks.Clear();
    }

    /// <summary>Marks a cell.</summary>
    /// <param name="at">The cell.</param>
    /// <param name="state">How it differs.</param>
    /// <param name="wanted">What the blueprint has there.</param>
    /// <param name="open">A bit for each <see cref="Face"/> beside which there is no other ghost.</param>
    public void Add(BlockPos at, CellStatus state, Block wanted, int open)
    {
        if (state == CellStatus.Missing)
        {
            _missing.Add(new Ghost(at, wanted, open, new Vector4(Vector3.Lerp(Vector3.One, Colours.Missing, 0.35f), Opacity)));
            return;
        }

        for (var face = Face.PosX; face <= Face.NegZ; face++)
        {
            if (((open >> (int)face) & 1) != 0)
            {
                AddMark(new Vector3(at.X, at.Y, at.Z), state, face);
            }
        }
    }

    /// <summary>Draws all marks.</summary>
    /// <param name="eyes">Where they are seen from.</param>
    /// <param name="view">From places relative to the eyes to the picture.</param>
    public void Draw(Vector3 eyes, in Matrix4x4 view)
    {
        _missing.Fill(eyes.Cell());
        var place = Matrix4x4.CreateTranslation(-eyes) * view;
        _gl.Enable(EnableCap.Blend);
        _gl.BlendFunc(BlendingFactor.SrcAlpha, BlendingFactor.OneMinusSrcAlpha);
        if (ThroughWalls)
        {
            _gl.Disable(EnableCap.DepthTest);
        }

        _ghost.Use();
        _ghost.Set("view", place);
        _ghost.Set("frame", new Vector4(Colours.Missing, 0.9f));
        _ghost.Set("width", FrameWidth);
        _ghosts.Draw();
        _mark.Use();
        _mark.Set("view", place);
        _marks.Draw();
        _gl.Disable(EnableCap.Blend);
        _gl.Enable(EnableCap.DepthTest);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ghosts.Dispose();
        _marks.Dispose();
        _ghost.Dispose();
        _mark.Dispose();
    }

    private void AddMark(Vector3 at, CellStatus state, Face face) => _marks.AddSide(
        at - new Vector3(Lift), new Vector3(1 + (2 * Lift)), face, state == CellStatus.Wrong ? Cross : Hatching, new Vector4(Colours.Of(state), 0.9f));
}
