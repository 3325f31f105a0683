using System.Numerics;

namespace BlockAssist.Game.Hud.Drawing;

/// <summary>The quads of a frame in the order they are drawn, in runs of equal clip and picture.</summary>
internal sealed class QuadList
{
    private const int Corners = 4;
    private const int FirstCapacity = 2048;

    private readonly List<ClipRun> _runs = [];
    private HudVertex[] _vertices = new HudVertex[FirstCapacity * Corners];

    /// <summary>How many quads there are.</summary>
    public int Count { get; private set; }

    /// <summary>Four corners a quad.</summary>
    public ReadOnlySpan<HudVertex> Vertices => _vertices.AsSpan(0, Corners * Count);

    /// <summary>How many runs there are; some may be empty.</summary>
    public int Runs => _runs.Count;

    /// <summary>A run and where it ends.</summary>
    public (ClipRun Run, int End) RunAt(int index) => (_runs[index], index + 1 < _runs.Count ? _runs[index + 1].FirstQuad : Count);

    /// <summary>Forgets all quads.</summary>
    public void Clear()
    {
        _runs.Clear();
        Count = 0;
    }

    /// <summary>From here on another clip holds.</summary>
    public void Clip(HudRect clip) => Start(new ClipRun(clip, Count));

    /// <summary>Adds a quad with a picture of its own on it.</summary>
    /// <param name="at">In pixels of the screen.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="tint">What its colours are multiplied by.</param>
    public void Add(HudRect at, PictureTexture picture, HudColour tint)
    {
        var clip = _runs[^1].Clip;
        Start(new ClipRun(clip, Count, picture));
        Add(at, new AtlasRegion(0, 0, picture.Width, picture.Height), tint, tint);
        Start(new ClipRun(clip, Count));
    }

    /// <summary>Adds a quad with upright edges.</summary>
    /// <param name="at">In pixels of the screen.</param>
    /// <param name="picture">What is on it.</param>
    /// <param name="upper">Its colour above.</param>
    /// <param name="lower">Its colour below.</param>
    public void Add(HudRect at, AtlasRegion picture, HudColour upper, HudColour lower)
    {
        var corners = Next();
        var (left, top) = ((ushort)picture.X, (ushort)picture.Y);
        var (right, bottom) = ((ushort)(picture.X + picture.Width), (ushort)(picture.Y + picture.Height));
        corners[0] = new HudVertex(at.X, at.Y, left, top, upper);
        corners[1] = new HudVertex(at.Right, at.Y, right, top, upper);
        corners[2] = new HudVertex(at.Right, at.Bottom, right, bottom, lower);
        corners[3] = new HudVertex(at.X, at.Bottom, left, bottom, lower);
    }

    /// <summary>Adds a line.</summary>
    /// <param name="line">From where to where, in pixels of the screen.</param>
    /// <param name="width">In pixels of the screen.</param>
    /// <param name="picture">What is on it.</param>
    /// <param name="colour">Its colour.</param>
    public void AddLine((Vector2 From, Vector2 To) line, float width, AtlasRegion picture, HudColour colour)
    {
        var way = line.To - line.From;
        var aside = way == Vector2.Zero ? Vector2.Zero : Vector2.Normalize(new Vector2(-way.Y, way.X)) * (width / 2);
        var corners = Next();
        ReadOnlySpan<Vector2> places = [line.From - aside, line.To - aside, line.To + aside, line.From + aside];
        for (var corner = 0; corner < Corners; corner++)
        {
            corners[corner] = new HudVertex(places[corner].X, places[corner].Y, (ushort)picture.X, (ushort)picture.Y, colour);
        }
    }

    private void Start(ClipRun run)
    {
        if (_runs.Count > 0 && _runs[^1].FirstQuad == Count)
        {
            _runs.RemoveAt(_runs.Count - 1);
        }

        if (_runs.Count == 0 || _runs[^1].Clip != run.Clip || _runs[^1].Picture != run.Picture)
        {
            _runs.Add(run);
        }
    }

    private Span<HudVertex> Next()
    {
        if (Corners * (Count + 1) > _vertices.Length)
        {
            Array.Resize(ref _vertices, 2 * _vertices.Length);
        }

        return _vertices.AsSpan(Corners * Count++, Corners);
    }
}
