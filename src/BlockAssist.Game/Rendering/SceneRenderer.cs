using System.Numerics;
using BlockAssist.Game.Platform;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>Draws what a camera sees: the world, those who build in it, what the blueprint wants, the sky.</summary>
/// <remarks>A frame allocates nothing in steady play. Belongs to the thread of its context.</remarks>
public sealed class SceneRenderer : IDisposable
{
    private const int CrumbsOfABreak = 24;
    private const int CrumbsOfAPlacement = 6;

    private readonly IGlContext _context;
    private readonly VoxelWorld _world;
    private readonly FaceIndices _indices;
    private readonly BlockTextures _textures;
    // Who stands so near fills the picture and hides what one looks at.
    private const float TooNear = 1.4f;
    private const float EyeHeight = 1.6f;

    private readonly ScaledCanvas _canvas;
    private readonly SkyRenderer _sky;
    private readonly OverlayBatch _things;
    private readonly OverlayBatch _signs;
    private readonly ShaderProgram _overlay;
    private readonly HandRenderer _hand;
    private readonly IntentRenderer _intents;
    private readonly SuggestionRenderer _suggestions;
    private readonly AvatarRenderer _avatars;
    private readonly ParticleRenderer _particles;

    /// <summary>Prepares to draw.</summary>
    /// <param name="context">On what.</param>
    /// <param name="world">The world.</param>
    /// <param name="clock">Tells how long meshing takes.</param>
    /// <param name="threads">How many threads make meshes.</param>
    /// <exception cref="RenderingException">The driver cannot draw what we draw.</exception>
    public SceneRenderer(IGlContext context, VoxelWorld world, TimeProvider clock, int threads)
    {
        ArgumentNullException.ThrowIfNull(context);
        (_context, _world) = (context, world);
        _indices = new FaceIndices(context.Gl);
        _textures = new BlockTextures(context.Gl);
        World = new WorldRenderer(context.Gl, world, _indices, clock, threads);
        Ghosts = new GhostRenderer(context.Gl, _indices);
        Cloud = new CloudRenderer(context.Gl, _indices);
        (_canvas, _sky) = (new ScaledCanvas(context), new SkyRenderer(context.Gl));
        (_things, _overlay) = (new OverlayBatch(context.Gl, _indices), new ShaderProgram(context.Gl, "overlay"));
        _signs = new OverlayBatch(context.Gl, _indices);
        (_avatars, _particles, _intents) = (new AvatarRenderer(_things), new ParticleRenderer(_things), new IntentRenderer(_signs));
        _suggestions = new SuggestionRenderer(_signs);
        _hand = new HandRenderer(context.Gl, _indices);
    }

    /// <summary>The world.</summary>
    public WorldRenderer World { get; }

    /// <summary>How far one sees before all is haze, in blocks.</summary>
    public float Visibility { get; set; } = 140;

    /// <summary>How many pixels the scene has along each edge for one of the picture's, up to 1: less is quicker and coarser.</summary>
    public float Scale
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1);
            field = value;
        }
    }
    = 1;

    /// <summary>What differs from the blueprint.</summary>
    internal GhostRenderer Ghosts { get; }

    /// <summary>What somebody believes is to come.</summary>
    internal CloudRenderer Cloud { get; }

    /// <summary>Lets crumbs fly off a cell that changed: many off what was broken, few off what was placed.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="before">What was in it.</param>
    /// <param name="after">What is in it now.</param>
    public void Burst(BlockPos cell, Block before, Block after)
    {
        var isBreak = after == Block.Air;
        Burst(cell, isBreak ? before : after, isBreak ? CrumbsOfABreak : CrumbsOfAPlacement);
    }

    /// <summary>Lets crumbs fly off a block.</summary>
    /// <param name="cell">Where it is or was.</param>
    /// <param name="block">What it is.</param>
    /// <param name="count">How many crumbs.</param>
    public void Burst(BlockPos cell, Block block, int count) =>
        _particles.Burst(new Vector3(cell.X, cell.Y, cell.Z), Meshing.TextureLayers.Of((Material)block, Meshing.Face.PosX, isCovered: true), count);

    /// <summary>Lets time pass for what flies.</summary>
    /// <param name="seconds">How much.</param>
    public void Advance(float seconds) => _particles.Advance(seconds);

    /// <summary>Draws a frame.</summary>
    public void Draw(in SceneFrame frame)
    {
        var (camera, gl) = (frame.Camera, _context.Gl);
        var (width, height) = _context.Size;
        var aspect = width / (float)Math.Max(height, 1);
        var view = camera.View(aspect);
        _canvas.Begin(Scale);
        gl.Enable(EnableCap.DepthTest);
        // Land and sky together cover all of the picture but what is below the horizon.
        var haze = frame.Daytime.Haze;
        gl.ClearColor(haze.X, haze.Y, haze.Z, 1);
        gl.Clear(ClearBufferMask.ColorBufferBit | ClearBufferMask.DepthBufferBit);
        World.Update(camera.Place);
        _textures.Bind();
        DrawHand(frame, aspect);
        World.DrawSolid(camera, view, frame.Daytime, Visibility);
        _sky.Draw(camera, view, frame.Daytime, frame.Seconds);
        _textures.Bind();
        DrawThings(frame, view);
        DrawSuggestions(frame, view);
        if (frame.Ghosts)
        {
            Ghosts.Draw(camera.Place, view);
        }

        DrawIntent(frame, view);
        World.DrawWater(camera, view, frame.Daytime, Visibility, frame.Seconds);
        if (frame.Cloud)
        {
            _textures.Bind();
            Cloud.Draw(camera.Place, view);
        }

        _canvas.End();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        World.Dispose();
        Ghosts.Dispose();
        Cloud.Dispose();
        _hand.Dispose();
        _signs.Dispose();
        _things.Dispose();
        _overlay.Dispose();
        _canvas.Dispose();
        _sky.Dispose();
        _textures.Dispose();
        _indices.Dispose();
    }

    private void DrawHand(in SceneFrame frame, float aspect)
    {
        if (frame.Hand is { } hand)
        {
            _overlay.Use();
            _hand.Draw(_overlay, hand, aspect, LightAt(frame.Camera.Place, frame.Daytime));
        }
    }

    private void DrawIntent(in SceneFrame frame, in Matrix4x4 view)
    {
        _signs.Clear();
        if (frame.Intent is { } intent)
        {
            _intents.Add(intent, frame.Camera.Place, frame.Seconds);
            _context.Gl.DepthMask(false);
            DrawBlended(_signs, view);
            _context.Gl.DepthMask(true);
        }
    }

    private void DrawSuggestions(in SceneFrame frame, in Matrix4x4 view)
    {
        if (frame.Suggestions.IsEmpty)
        {
            return;
        }

        _signs.Clear();
        foreach (ref readonly var suggestion in frame.Suggestions)
        {
            _suggestions.Add(suggestion, frame.Camera.Place, frame.Seconds);
        }

        DrawBlended(_signs, view);
    }

    private void DrawThings(in SceneFrame frame, in Matrix4x4 view)
    {
        _things.Clear();
        foreach (ref readonly var avatar in frame.Avatars)
        {
            if (IsInTheFace(avatar.Pose, frame.Camera))
            {
                continue;
            }

            _avatars.Add(avatar.Pose, avatar.Look, frame.Camera.Place, LightAt(avatar.Pose.Feet, frame.Daytime));
        }

        _particles.Add(frame.Camera, frame.Daytime.Brightness);
        if (frame.Aimed is { } cell)
        {
            OutlineRenderer.Add(_things, cell, frame.Camera.Place);
        }

        DrawBlended(_things, view);
    }

    private void DrawBlended(OverlayBatch batch, in Matrix4x4 view)
    {
        var gl = _context.Gl;
        gl.Disable(EnableCap.CullFace);
        gl.Enable(EnableCap.Blend);
        gl.BlendFunc(BlendingFactor.SrcAlpha, BlendingFactor.OneMinusSrcAlpha);
        _overlay.Use();
        _overlay.Set("view", view);
        batch.Draw();
        gl.Disable(EnableCap.Blend);
        gl.Enable(EnableCap.CullFace);
    }

    private static bool IsInTheFace(in AvatarPose pose, in Camera camera) =>
        Vector3.DistanceSquared(pose.Feet + new Vector3(0, EyeHeight, 0), camera.Place) < TooNear * TooNear;

    private float LightAt(Vector3 feet, Daytime daytime)
    {
        var at = (feet + new Vector3(0, 0.5f, 0)).Cell();
        var sky = _world.Size.Contains(at) ? _world.Light[_world.IndexOf(at.X, at.Y, at.Z)] / (float)VoxelWorld.FullLight : 1;
        return sky * sky * daytime.Brightness;
    }
}
