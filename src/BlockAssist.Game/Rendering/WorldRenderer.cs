using System.Numerics;
using BlockAssist.Game.Meshing;
using BlockAssist.Game.World;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>Draws the world: keeps the meshes of its sections up to date, and draws those that are seen.</summary>
/// <remarks>A frame in which nothing changes allocates nothing. Belongs to the thread of its context.</remarks>
public sealed class WorldRenderer : IDisposable
{
    // So much of a frame goes to meshes that somebody waits for; what is left then goes to other threads.
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(1);

    private const int UploadsAFrame = 24;

    // Sections as far as this are drawn without shades at corners, which world.vert fades out before; and those that were near stay so a little longer.
    private const float Distant = 64;
    private const float Lag = 8;

    // So much of a frame goes to sections that are new, or that have become distant.
    private static readonly TimeSpan ForDistant = TimeSpan.FromMilliseconds(2);
    private const int NeverAsked = -1;

    private static readonly (float From, float Below) Everywhere = (0, float.PositiveInfinity);

    private readonly GL _gl;
    private readonly VoxelWorld _world;
    private readonly TimeProvider _clock;
    private readonly FaceIndices _indices;
    private readonly ShaderProgram _solid;
    private readonly ShaderProgram _near;
    private readonly ShaderProgram _glass;
    private readonly ShaderProgram _water;
    private readonly MeshWorkers _workers;
    private readonly SectionBuffer?[] _buffers;
    private readonly int[] _asked;
    private readonly int[] _shown;
    private readonly bool[] _isNear;
    private readonly int[] _seen;
    private readonly float[] _distances;
    private readonly PaddedSection _padded = new();
    private readonly SectionMesher _mesher = new();
    private readonly DistantMesher _distantMesher = new();
    private readonly SectionMesh _mesh = new();
    private int _seenCount;
    private int _outstanding;
    private int _left;

    /// <summary>Prepares to draw a world.</summary>
    /// <param name="gl">OpenGL.</param>
    /// <param name="world">What.</param>
    /// <param name="indices">The indices that all faces share.</param>
    /// <param name="clock">Tells how long meshing takes.</param>
    /// <param name="threads">How many threads make meshes.</param>
    /// <exception cref="RenderingException">The driver refuses our shaders.</exception>
    internal WorldRenderer(GL gl, VoxelWorld world, FaceIndices indices, TimeProvider clock, int threads)
    {
        ArgumentNullException.ThrowIfNull(world);
        (_gl, _world, _indices, _clock) = (gl, world, indices, clock);
        (_solid, _near) = (new ShaderProgram(gl, "world"), new ShaderProgram(gl, "world", "near"));
        (_glass, _water) = (new ShaderProgram(gl, "world", "glass"), new ShaderProgram(gl, "world", "water"));
        _buffers = new SectionBuffer?[world.Sections.Volume];
        (_asked, _shown, _isNear) = (new int[_buffers.Length], new int[_buffers.Length], new bool[_buffers.Length]);
        (_seen, _distances) = (new int[_buffers.Length], new float[_buffers.Length]);
        Array.Fill(_asked, NeverAsked);
        Array.Fill(_shown, NeverAsked);
        _workers = new MeshWorkers(world, threads);
    }

    /// <summary>How many sections wait for their mesh.</summary>
    public int Pending => _outstanding + _left;

    /// <summary>How many faces the last frame drew.</summary>
    public int FacesDrawn { get; private set; }

    /// <summary>How many sections the last frame drew.</summary>
    public int SectionsDrawn => _seenCount;

    /// <summary>Brings meshes up to date: those that somebody changed at once, as far as a millisecond goes. What is new is first shown as if it were distant.</summary>
    /// <param name="eyes">Where from the world is seen.</param>
    public void Update(Vector3 eyes)
    {
        var began = _clock.GetTimestamp();
        _left = 0;
        for (var section = 0; section < _asked.Length; section++)
        {
            var (version, isNear) = (_world.VersionOf(section), IsNear(section, eyes));
            if (_asked[section] == version && _isNear[section] == isNear)
            {
                continue;
            }

            if ((_asked[section] == NeverAsked || !isNear) && !TryShowDistant(section, version, began))
            {
                _left++;
                continue;
            }

            var isChange = _isNear[section] && isNear;
            (_asked[section], _isNear[section]) = (version, isNear);
            if (isNear)
            {
                Detail(section, version, isChange, began);
            }
        }

        for (var upload = 0; upload < UploadsAFrame && _workers.TryTake(out var done); upload++)
        {
            _outstanding--;
            if (_isNear[done.Section])
            {
                Show(done.Section, done.Version, done.Mesh);
            }

            _workers.Return(done.Mesh);
        }
    }

    /// <summary>Draws all but the water.</summary>
    public void DrawSolid(Camera camera, in Matrix4x4 view, Daytime daytime, float visibility)
    {
        Find(camera, view);
        FacesDrawn = 0;
        _gl.Enable(EnableCap.CullFace);
        var hazeBegins = HazeBegins(visibility);
        Prepare(_near, view, daytime, visibility);
        Draw(_near, MeshPass.Solid, camera, (0, hazeBegins));
        Prepare(_solid, view, daytime, visibility);
        Draw(_solid, MeshPass.Solid, camera, (hazeBegins, float.PositiveInfinity));
        Prepare(_glass, view, daytime, visibility);
        _gl.Disable(EnableCap.CullFace);
        Draw(_glass, MeshPass.Glass, camera, Everywhere);
        _gl.Enable(EnableCap.CullFace);
    }

    /// <summary>Draws the water: its nearest faces only, so that their order does not matter.</summary>
    public void DrawWater(Camera camera, in Matrix4x4 view, Daytime daytime, float visibility, float seconds)
    {
        Prepare(_water, view, daytime, visibility);
        _water.Set("seconds", seconds);
        _gl.Disable(EnableCap.CullFace);
        _gl.ColorMask(false, false, false, false);
        Draw(_water, MeshPass.Water, camera, Everywhere);
        _gl.ColorMask(true, true, true, true);
        _gl.DepthFunc(DepthFunction.Equal);
        _gl.Enable(EnableCap.Blend);
        _gl.BlendFunc(BlendingFactor.SrcAlpha, BlendingFactor.OneMinusSrcAlpha);
        Draw(_water, MeshPass.Water, camera, Everywhere);
        _gl.Disable(EnableCap.Blend);
        _gl.DepthFunc(DepthFunction.Less);
        _gl.Enable(EnableCap.CullFace);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _workers.Dispose();
        Array.ForEach(_buffers, buffer => buffer?.Dispose());
        _solid.Dispose();
        _near.Dispose();
        _glass.Dispose();
        _water.Dispose();
    }

    private static float HazeBegins(float visibility) => 0.55f * visibility;

    private static float FarthestOf(Vector3 origin) =>
        Vector3.Max(Vector3.Abs(origin), Vector3.Abs(origin + new Vector3(VoxelWorld.SectionEdge))).Length();

    private static Vector3 OriginOf(VoxelWorld world, int section)
    {
        var at = world.Sections.PosOf(section);
        return new Vector3(at.X, at.Y, at.Z) * VoxelWorld.SectionEdge;
    }

    // The ways in which faces look that the eye may see: those of sides of the section that it is before.
    private static int WaysSeen(Vector3 origin)
    {
        const int Edge = VoxelWorld.SectionEdge;
        return (origin.X < 0 ? 1 : 0) | (origin.X + Edge > 0 ? 2 : 0)
            | (origin.Y < 0 ? 4 : 0) | (origin.Y + Edge > 0 ? 8 : 0)
            | (origin.Z < 0 ? 16 : 0) | (origin.Z + Edge > 0 ? 32 : 0);
    }

    private bool IsNear(int section, Vector3 eyes)
    {
        var origin = OriginOf(_world, section) - eyes;
        var nearest = Vector3.Max(Vector3.Max(origin, -origin - new Vector3(VoxelWorld.SectionEdge)), Vector3.Zero);
        return nearest.Length() < (_isNear[section] ? Distant + Lag : Distant);
    }

    private bool TryShowDistant(int section, int version, long began)
    {
        if (_clock.GetElapsedTime(began) > ForDistant)
        {
            return false;
        }

        _padded.Copy(_world, _world.Sections.PosOf(section));
        _distantMesher.Make(_padded, _mesh);
        Show(section, version, _mesh);
        return true;
    }

    private void Detail(int section, int version, bool isChange, long began)
    {
        if (isChange && _clock.GetElapsedTime(began) < AtOnce)
        {
            _padded.Copy(_world, _world.Sections.PosOf(section));
            _mesher.Make(_padded, _mesh);
            Show(section, version, _mesh);
            return;
        }

        _outstanding++;
        _workers.Ask(section, isChange);
    }

    private void Show(int section, int version, SectionMesh mesh)
    {
        // A mesh of an earlier version may come after a later one.
        if (_shown[section] != NeverAsked && version - _shown[section] < 0)
        {
            return;
        }

        _shown[section] = version;
        if (mesh.IsEmpty)
        {
            _buffers[section]?.Dispose();
            _buffers[section] = null;
            return;
        }

        (_buffers[section] ??= new SectionBuffer(_gl, _indices.Buffer)).Upload(mesh);
    }

    // The nearest first: what they hide is then not painted.
    private void Find(Camera camera, in Matrix4x4 view)
    {
        var frustum = new Frustum(view);
        _seenCount = 0;
        for (var section = 0; section < _buffers.Length; section++)
        {
            var origin = OriginOf(_world, section) - camera.Place;
            if (_buffers[section] is not null && frustum.MaySee(origin, new Vector3(VoxelWorld.SectionEdge)))
            {
                _distances[_seenCount] = (origin + new Vector3(VoxelWorld.SectionEdge / 2f)).LengthSquared();
                _seen[_seenCount++] = section;
            }
        }

        _distances.AsSpan(0, _seenCount).Sort(_seen.AsSpan(0, _seenCount));
    }

    private static void Prepare(ShaderProgram program, in Matrix4x4 view, Daytime daytime, float visibility)
    {
        program.Use();
        program.Set("view", view);
        program.Set("fog", new Vector2(HazeBegins(visibility), 1 / (visibility - HazeBegins(visibility))));
        program.Set("unshaded", Distant);
        program.Set("daylight", daytime.Brightness);
        program.Set("tint", daytime.Tint);
        program.Set("haze", daytime.Haze);
    }

    // The sections whose farthest corner is in a range of distances.
    private void Draw(ShaderProgram program, MeshPass pass, Camera camera, (float From, float Below) range)
    {
        for (var i = 0; i < _seenCount; i++)
        {
            var buffer = _buffers[_seen[i]]!;
            var origin = OriginOf(_world, _seen[i]) - camera.Place;
            var farthest = FarthestOf(origin);
            if (buffer.Has(pass) && farthest >= range.From && farthest < range.Below)
            {
                program.Set("origin", origin);
                FacesDrawn += buffer.Draw(pass, pass == MeshPass.Solid ? WaysSeen(origin) : 63);
            }
        }
    }
}
