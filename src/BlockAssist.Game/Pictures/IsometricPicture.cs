using System.Numerics;
using BlockAssist.Game.Painting;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Pictures;

/// <summary>Draws a box of blocks as seen from above one of its corners, without perspective.</summary>
/// <remarks>
/// One ray for each part of a pixel, on the processor alone: the same blocks and options give the same pixels everywhere.
/// The box stands on a sheet of the background's colour, which takes its shadow.
/// </remarks>
public sealed class IsometricPicture
{
    /// <summary>The smallest scale.</summary>
    public const int MinScale = 2;

    /// <summary>The largest scale.</summary>
    public const int MaxScale = 64;

    private const float BlockHeight = 1.1f;
    private const float GlassFrame = 0.10f;
    private const float ShadowDepth = 0.22f;
    private const float ShadowReach = 1.4f;

    private readonly BlockGrid _grid;
    private readonly IsometricOptions _options;
    private readonly FaceLight _light;
    private readonly Vector3 _background;
    private readonly Vector3 _direction = new(-1, -1 / BlockHeight, -1);

    private IsometricPicture(BlockGrid grid, IsometricOptions options)
    {
        _grid = grid;
        _options = options;
        _light = new FaceLight(grid);
        _background = options.Background.ToVector();
    }

    /// <summary>Draws the blocks; the picture is as large as <see cref="SizeOf"/> says.</summary>
    public static Canvas Draw(BlockGrid grid, IsometricOptions options)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Scale, MinScale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Scale, MaxScale);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Samples, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Samples, 4);
        return new IsometricPicture(Turned(grid, options.Corner), options).DrawAll();
    }

    /// <summary>How large the picture of a box is, a margin of one block around it included.</summary>
    public static (int Width, int Height) SizeOf(GridSize size, int scale)
    {
        var across = size.Width + size.Depth + 2;
        return (across * scale, (int)Math.Ceiling(((across / 2f) + (size.Height * BlockHeight)) * scale));
    }

    private Canvas DrawAll()
    {
        var (width, height) = SizeOf(_grid.Size, _options.Scale);
        var canvas = new Canvas(width, height, _options.Background);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                canvas[x, y] = Rgba.FromVector(PixelAt(x, y));
            }
        }

        return canvas;
    }

    private Vector3 PixelAt(int x, int y)
    {
        var sum = Vector3.Zero;
        var samples = _options.Samples;
        for (var i = 0; i < samples * samples; i++)
        {
            var part = new Vector2(((i % samples) + 0.5f) / samples, ((i / samples) + 0.5f) / samples);
            // The sun's disc is walked in another order than the pixel, or an edge and its shadow would blur as one.
            var k = ((i * 5) + 2) % (samples * samples);
            var jitter = new Vector2((2f * (k % samples) / samples) - 1, (2f * (k / samples) / samples) - 1);
            sum += Look(OriginOf(x + part.X, y + part.Y), jitter);
        }

        return sum / (samples * samples);
    }

    // The place on the plane of the box's top that is drawn at this pixel.
    private Vector3 OriginOf(float pixelX, float pixelY)
    {
        var size = _grid.Size;
        var difference = (pixelX / _options.Scale) - size.Depth - 1;
        var sum = 2 * ((pixelY / _options.Scale) - 0.5f);
        return new Vector3((sum + difference) / 2, size.Height + 0.001f, (sum - difference) / 2);
    }

    private Vector3 Look(Vector3 origin, Vector2 jitter)
    {
        // Blocks in front of that plane's point are seen too: begin well before the box.
        var ray = new BlockRay(_grid, origin - (_direction * (_grid.Size.Width + _grid.Size.Depth)), _direction);
        var (seen, through) = (Vector3.Zero, 1f);
        var before = Block.Air;
        while (ray.MoveNext())
        {
            var block = ray.Block;
            if (block == Block.Glass && before != Block.Glass)
            {
                var opacity = PaneOpacity(ray);
                seen += Surface(ray, jitter) * (through * opacity);
                through *= 1 - opacity;
            }
            else if (block is not (Block.Air or Block.Glass))
            {
                return seen + (Surface(ray, jitter) * through);
            }

            before = block;
        }

        return seen + (Sheet(origin, jitter) * through);
    }

    private Vector3 Surface(in BlockRay ray, Vector2 jitter)
    {
        var (u, v) = FacePlace(ray);
        var seed = (_grid.Size.CellAt(ray.Cell) * 3) + ray.Axis;
        var bare = ray.Axis == 1 || (ray.Block == Block.Dirt && Covered(ray.Cell));
        var colour = bare && ray.Axis != 1 ? BlockPaint.Side(ray.Block, u, v * 0.6f, seed)
            : bare ? BlockPaint.Top(ray.Block, u, v, seed)
            : BlockPaint.Side(ray.Block, u, v, seed);
        return colour * (_light.On(ray.Cell, ray.Axis, ray.Point, jitter) * EdgeShade(u, v));
    }

    private bool Covered(BlockPos cell) => _grid.AtOrAir(cell + new BlockPos(0, 1, 0)) is not (Block.Air or Block.Glass);

    // A thin darker line around every block keeps them countable.
    private static float EdgeShade(float u, float v)
    {
        var border = Math.Min(Math.Min(u, 1 - u), Math.Min(v, 1 - v));
        return border < 0.05f ? 0.88f : 1;
    }

    private static float PaneOpacity(in BlockRay ray)
    {
        var (u, v) = FacePlace(ray);
        var border = Math.Min(Math.Min(u, 1 - u), Math.Min(v, 1 - v));
        return border < GlassFrame ? 0.85f : 0.50f;
    }

    private static (float U, float V) FacePlace(in BlockRay ray)
    {
        var inside = ray.Point - new Vector3(ray.Cell.X, ray.Cell.Y, ray.Cell.Z);
        var (u, v) = ray.Axis switch
        {
            0 => (1 - inside.Z, inside.Y),
            1 => (inside.X, inside.Z),
            _ => (inside.X, inside.Y),
        };
        return (Math.Clamp(u, 0, 0.9999f), Math.Clamp(v, 0, 0.9999f));
    }

    // The sheet beneath the box, darker where the box keeps the sun away; the shadow fades before the picture ends.
    private Vector3 Sheet(Vector3 origin, Vector2 jitter)
    {
        var place = origin + (_direction * (-origin.Y / _direction.Y));
        var nearest = Vector3.Clamp(place, Vector3.Zero, new Vector3(_grid.Size.Width, 0, _grid.Size.Depth));
        var depth = ShadowDepth * Math.Max(0, 1 - (Vector3.Distance(place, nearest) / ShadowReach));
        return depth == 0 || _light.SunReaches(place, 1, jitter * 2) ? _background : _background * (1 - depth);
    }

    private static BlockGrid Turned(BlockGrid grid, ViewCorner corner)
    {
        for (var turns = (int)corner; turns > 0; turns--)
        {
            grid = QuarterTurn(grid);
        }

        return grid;
    }

    // The west side becomes the south side, the south side the east side.
    private static BlockGrid QuarterTurn(BlockGrid grid)
    {
        var size = new GridSize(grid.Size.Depth, grid.Size.Height, grid.Size.Width);
        var turned = new BlockGrid(size);
        for (var cell = 0; cell < size.Volume; cell++)
        {
            var at = size.PosOf(cell);
            turned[cell] = grid[grid.Size.Width - 1 - at.Z, at.Y, at.X];
        }

        return turned;
    }
}
