using System.Numerics;
using BlockAssist.Game.Meshing;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Rendering;

/// <summary>Crumbs that fly off blocks when they are placed and broken.</summary>
/// <remarks>Those that there is no room for are not shown. Allocates nothing.</remarks>
internal sealed class ParticleRenderer(OverlayBatch batch)
{
    private const int Most = 512;
    private const float Gravity = 16;
    private const float Lifetime = 0.7f;

    private readonly Crumb[] _crumbs = new Crumb[Most];
    private readonly SeededRandom _random = new(1);
    private int _count;

    /// <summary>Lets crumbs fly.</summary>
    /// <param name="cell">The block's lowest corner.</param>
    /// <param name="layer">What the block looks like.</param>
    /// <param name="count">How many crumbs.</param>
    public void Burst(Vector3 cell, TextureLayer layer, int count)
    {
        for (var crumb = 0; crumb < count && _count < Most; crumb++)
        {
            var from = new Vector3(Chance(), Chance(), Chance());
            var away = (from - new Vector3(0.5f)) * 4;
            _crumbs[_count++] = new Crumb(cell + from, away + new Vector3(0, 2.5f, 0), Lifetime * (0.6f + (0.4f * Chance())), layer, new Vector2(Chance(), Chance()) * 0.75f);
        }
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(float seconds)
    {
        for (var i = _count - 1; i >= 0; i--)
        {
            var crumb = _crumbs[i];
            var velocity = crumb.Velocity - new Vector3(0, Gravity * seconds, 0);
            crumb = crumb with { Place = crumb.Place + (velocity * seconds), Velocity = velocity, Left = crumb.Left - seconds };
            _crumbs[i] = crumb.Left > 0 ? crumb : _crumbs[--_count];
        }
    }

    /// <summary>Adds all crumbs to the batch.</summary>
    /// <param name="camera">The camera: crumbs face it.</param>
    /// <param name="light">How bright it is, 0 to 1.</param>
    public void Add(Camera camera, float light)
    {
        var direction = camera.Direction;
        var right = Vector3.Normalize(Vector3.Cross(direction, MathF.Abs(direction.Y) > 0.99f ? Vector3.UnitX : Vector3.UnitY));
        var up = Vector3.Cross(right, direction);
        var colour = Colours.Pack(new Vector4(new Vector3(0.25f + (0.7f * light)), 1));
        for (var i = 0; i < _count; i++)
        {
            var crumb = _crumbs[i];
            var size = 0.10f * MathF.Min(1, crumb.Left * 4);
            var (middle, u, v) = (crumb.Place - camera.Place, right * size, up * size);
            var (left, top) = (crumb.Patch.X, crumb.Patch.Y);
            batch.AddFace(
                new(middle - u - v, new(left, top + 0.25f, (float)crumb.Layer), colour),
                new(middle + u - v, new(left + 0.25f, top + 0.25f, (float)crumb.Layer), colour),
                new(middle + u + v, new(left + 0.25f, top, (float)crumb.Layer), colour),
                new(middle - u + v, new(left, top, (float)crumb.Layer), colour));
        }
    }

    private float Chance() => (float)_random.NextDouble();

    private readonly record struct Crumb(Vector3 Place, Vector3 Velocity, float Left, TextureLayer Layer, Vector2 Patch);
}
