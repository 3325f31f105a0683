using System.Numerics;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Meshing;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>Marks what differs from a blueprint: ghosts of the blocks that are missing, a cross on wrong ones, hatching on those that are too many.</summary>
/// <remarks>Ghosts blend their nearest sides only, so that their order does not matter. Belongs to the thread of its context.</remarks>
internal sealed class GhostRenderer : IDisposable
{
    private const float Inset = 0.06f;
    private const float Lift = 0.004f;
    private const float FrameWidth = 0.05f;

    // What mark.frag draws.
    private const float Cross = -2;
    private const float Hatching = -3;

    private readonly GL _gl;
    private readonly OverlayBatch _ghosts;
    private readonly OverlayBatch _marks;
    private readonly ShaderProgram _depth;
    private readonly ShaderProgram _ghost;
    private readonly ShaderProgram _mark;

    /// <summary>Prepares to draw.</summary>
    public GhostRenderer(GL gl, FaceIndices indices)
    {
        _gl = gl;
        (_ghosts, _marks) = (new OverlayBatch(gl, indices), new OverlayBatch(gl, indices));
        (_depth, _ghost, _mark) = (new ShaderProgram(gl, "overlay", "nothing"), new ShaderProgram(gl, "overlay", "ghost"), new ShaderProgram(gl, "overlay", "mark"));
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
        _ghosts.Clear();
        _marks.Clear();
    }

    /// <summary>Marks a cell.</summary>
    /// <param name="at">The cell's lowest corner, relative to the camera.</param>
    /// <param name="state">How it differs.</param>
    /// <param name="wanted">What the blueprint has there.</param>
    /// <param name="open">A bit for each <see cref="Face"/> beside which there is no other ghost.</param>
    public void Add(Vector3 at, CellStatus state, Block wanted, int open)
    {
        for (var face = Face.PosX; face <= Face.NegZ; face++)
        {
            if (((open >> (int)face) & 1) == 0)
            {
                continue;
            }

            if (state == CellStatus.Missing)
            {
                AddGhost(at, wanted, face);
            }
            else
            {
                AddMark(at, state, face);
            }
        }
    }

    /// <summary>Draws all marks.</summary>
    public void Draw(in Matrix4x4 view)
    {
        _gl.Enable(EnableCap.Blend);
        _gl.BlendFunc(BlendingFactor.SrcAlpha, BlendingFactor.OneMinusSrcAlpha);
        if (ThroughWalls)
        {
            _gl.Disable(EnableCap.DepthTest);
            DrawGhosts(view);
        }
        else
        {
            FindNearest(view);
            _gl.DepthFunc(DepthFunction.Equal);
            DrawGhosts(view);
            _gl.DepthFunc(DepthFunction.Less);
        }

        _mark.Use();
        _mark.Set("view", view);
        _marks.Draw();
        _gl.Disable(EnableCap.Blend);
        _gl.Enable(EnableCap.DepthTest);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ghosts.Dispose();
        _marks.Dispose();
        _depth.Dispose();
        _ghost.Dispose();
        _mark.Dispose();
    }

    private void FindNearest(in Matrix4x4 view)
    {
        _gl.ColorMask(false, false, false, false);
        _depth.Use();
        _depth.Set("view", view);
        _ghosts.Draw();
        _gl.ColorMask(true, true, true, true);
    }

    private void DrawGhosts(in Matrix4x4 view)
    {
        _ghost.Use();
        _ghost.Set("view", view);
        _ghost.Set("frame", new Vector4(Colours.Missing, 0.9f));
        _ghost.Set("width", FrameWidth);
        _ghosts.Draw();
    }

    private void AddGhost(Vector3 at, Block wanted, Face face)
    {
        var tint = Vector3.Lerp(Vector3.One, Colours.Missing, 0.35f);
        var (lowest, size) = (at + new Vector3(Inset), new Vector3(1 - (2 * Inset)));
        _ghosts.AddSide(lowest, size, face, (float)TextureLayers.Of((Material)wanted, face, isCovered: false), new Vector4(tint, Opacity));
    }

    private void AddMark(Vector3 at, CellStatus state, Face face) => _marks.AddSide(
        at - new Vector3(Lift), new Vector3(1 + (2 * Lift)), face, state == CellStatus.Wrong ? Cross : Hatching, new Vector4(Colours.Of(state), 0.9f));
}
