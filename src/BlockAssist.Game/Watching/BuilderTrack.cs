using System.Numerics;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Watching;

/// <summary>Where a builder is, looks and does at any time of an episode.</summary>
/// <remarks>
/// From the stream of poses, if the builder has one. Else from the cells that the rules know: the way from cell to cell is
/// walked evenly, corners are rounded, and the head turns to what is built.
/// </remarks>
public sealed class BuilderTrack
{
    // Milliseconds.
    private const long LongestGlide = 1000;
    private const long UsualGlide = 450;
    private const long Turning = 220;
    private const long Stroke = 330;
    private const double Rounding = 60;
    private const double PaceSpan = 120;

    // Blocks a second at which legs swing as far as they can.
    private const float FullPace = 2.5f;

    private readonly FeetTrack _feet = new();
    private readonly LookTrack _look = new();
    private readonly List<long> _strokes = [];
    private readonly List<long> _heldSince = [];
    private readonly List<Block> _held = [];
    private readonly bool _isRounded;

    /// <summary>A track that begins somewhere.</summary>
    /// <param name="start">Where.</param>
    /// <param name="isRounded">Whether it is made of cells.</param>
    internal BuilderTrack(in Location start, bool isRounded)
    {
        _isRounded = isRounded;
        _feet.Add(0, start.ToPoint());
    }

    /// <summary>How the builder's body stands.</summary>
    /// <param name="time">When, in milliseconds since the start.</param>
    /// <param name="origin">Where the site's first cell is in the world.</param>
    public AvatarPose At(double time, BlockPos origin)
    {
        var (feet, walked) = Feet(time);
        var (yaw, pitch) = _look.At(time);
        var way = Feet(time + PaceSpan).Walked - Feet(time - PaceSpan).Walked;
        var pace = Math.Clamp(way / (float)(2 * PaceSpan / 1000) / FullPace, 0, 1);
        return new AvatarPose(feet + origin.Corner(), yaw, pitch, walked, pace, Swing(time), Held(time));
    }

    /// <summary>Takes in a pose of the stream.</summary>
    internal void Add(in PlayerPose pose)
    {
        _feet.Add(pose.Time, pose.Feet.ToPoint());
        _look.Add(pose.Time, (float)pose.Yaw, (float)pose.Pitch);
        Hold(pose.Time, pose.Held);
    }

    /// <summary>Takes in that the rules have the builder in another place.</summary>
    internal void Move(long time, in Location feet)
    {
        var (from, to) = (_feet.Last, feet.ToPoint());
        var since = time - _feet.End;
        var glide = since <= LongestGlide ? since : UsualGlide;
        if (glide < since)
        {
            _feet.Add(time - glide, from);
        }

        _feet.Add(time, to);
        if (from.X != to.X || from.Z != to.Z)
        {
            _look.Turn(Math.Max(0, time - (glide / 2)), Yaw(to - from), 5, Turning);
        }
    }

    /// <summary>Takes in that the builder turned to a cell and placed or broke it.</summary>
    internal void Edit(long time, BlockPos cell, Block placed)
    {
        _strokes.Add(time);
        if (!_isRounded)
        {
            return;
        }

        var way = cell.Middle() - _feet.Last - new Vector3(0, (float)Location.EyeHeight, 0);
        var flat = MathF.Sqrt((way.X * way.X) + (way.Z * way.Z));
        _look.Turn(time, flat < 0.3f ? _look.Last.Yaw : Yaw(way), float.RadiansToDegrees(MathF.Atan2(-way.Y, flat)), Turning);
        if (placed != Block.Air)
        {
            Hold(Math.Max(0, time - Turning), placed);
        }
    }

    private static float Yaw(Vector3 way) => float.RadiansToDegrees(MathF.Atan2(-way.X, way.Z));

    private void Hold(long time, Block block)
    {
        if (_held.Count == 0 || _held[^1] != block)
        {
            _heldSince.Add(_heldSince.Count == 0 ? time : Math.Max(time, _heldSince[^1]));
            _held.Add(block);
        }
    }

    private Block Held(double time) => Moments.After(_heldSince, time) is > 0 and var next ? _held[next - 1] : Block.Air;

    private float Swing(double time) =>
        Moments.After(_strokes, time) is > 0 and var next && time - _strokes[next - 1] < Stroke ? (float)((time - _strokes[next - 1]) / Stroke) : 0;

    // Feet that go from cell to cell would turn on the spot: the mean over a short while rounds their corners.
    private (Vector3 At, float Walked) Feet(double time)
    {
        if (!_isRounded)
        {
            return _feet.At(time);
        }

        var (place, walked) = (Vector3.Zero, 0f);
        for (var tap = -2; tap <= 2; tap++)
        {
            var (at, way) = _feet.At(time + (tap * Rounding));
            (place, walked) = (place + (at / 5), walked + (way / 5));
        }

        return (place, walked);
    }
}
