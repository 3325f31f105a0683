using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>The points at which a builder can click to place a block into a cell, or to break the one in it.</summary>
/// <remarks>
/// Three by three points on each face. To break, one clicks at the block from outside: the points lie just outside the
/// cell. To place, one clicks at a neighbouring block from within the cell: the points lie just inside, on the faces
/// that have such a neighbour. A point counts if it is inside the site and within reach of the eye.
/// </remarks>
/// <param name="site">The site.</param>
/// <param name="type">Whether to place or to break.</param>
/// <param name="target">The cell.</param>
/// <param name="eye">Where the builder looks from.</param>
/// <param name="sight">What the builder's rays run into.</param>
internal readonly ref struct ClickPoints(BuildSite site, ActionType type, BlockPos target, Location eye, LineOfSight sight)
{
    /// <summary>How far from the eye one can click, in blocks.</summary>
    public const double Reach = 4.5;

    private const double ReachSquared = Reach * Reach;
    private const double OffFace = 1e-4;
    private const int FaceCount = 6;
    private const int MarksOnFace = 9;

    // A ray to a point that lies this far behind its face crosses the face within 0.03 of the point, hence inside the
    // solid cell that the face belongs to: such faces need no ray.
    private const double ClearlyBehind = 0.02;

    private readonly BlockPos _eyeCell = eye.Cell;
    private readonly LineOfSight _sight = sight;

    private static ReadOnlySpan<double> Marks => [0.5, 0.1, 0.9];

    /// <summary>All points within its reach that the eye sees.</summary>
    public SeenPoints Seen()
    {
        var seen = default(SeenPoints);
        for (var face = 0; face < FaceCount && !IsHidden(); face++)
        {
            seen += MayBeSeen(face) ? SeenOn(face) : default;
        }

        return seen with { Places = Math.Sign(seen.Count) };
    }

    /// <summary>Whether the eye sees one of the points within its reach.</summary>
    public bool AnySeen()
    {
        if (IsHidden())
        {
            return false;
        }

        for (var face = 0; face < FaceCount; face++)
        {
            if (MayBeSeen(face) && AnySeenOn(face))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether no ray needs to be cast at the cell: all its points are too far away, or the cell they lie in is shut off.</summary>
    private bool IsHidden() =>
        IsOutOfReach() || (type == ActionType.Place && !_sight.IsOpenTowards(_eyeCell, target));

    /// <summary>Whether rays need to be cast at a face: it has points, and nothing right before them is in the way.</summary>
    private bool MayBeSeen(int face) =>
        Offers(face)
        && !IsBehind(face)
        && (type == ActionType.Place || _sight.IsOpenTowards(_eyeCell, target + BlockPos.Directions[face]));

    private SeenPoints SeenOn(int face)
    {
        var seen = default(SeenPoints);
        for (var mark = 0; mark < MarksOnFace; mark++)
        {
            var point = PointOn(face, mark);
            seen += IsSeen(point) ? new SeenPoints(1, 0, point) : default;
        }

        return seen;
    }

    private bool AnySeenOn(int face)
    {
        for (var mark = 0; mark < MarksOnFace; mark++)
        {
            if (IsSeen(PointOn(face, mark)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSeen(in Location point) => point.DistanceSquared(eye) <= ReachSquared && _sight.IsClear(eye, point);

    // No point of the cell is nearer than this; the two shifts of a face are allowed for.
    private bool IsOutOfReach()
    {
        var x = Math.Max(Math.Max(target.X - eye.X, eye.X - target.X - 1), 0);
        var y = Math.Max(Math.Max(target.Y - eye.Y, eye.Y - target.Y - 1), 0);
        var z = Math.Max(Math.Max(target.Z - eye.Z, eye.Z - target.Z - 1), 0);
        return (x * x) + (y * y) + (z * z) > ReachSquared + (8 * Reach * OffFace);
    }

    private bool Offers(int face)
    {
        var neighbour = target + BlockPos.Directions[face];
        return site.Size.Contains(neighbour) && (type == ActionType.Break || site[neighbour] != Block.Air);
    }

    private bool IsBehind(int face)
    {
        // Breaking goes through the target's face from outside, placing through the neighbour's from inside the target;
        // an eye inside that very solid cell has already passed it. (One may ask about breaking air; it is not solid.)
        var solid = type == ActionType.Break ? target : target + BlockPos.Directions[face];
        var beyond = Height(face);
        return (type == ActionType.Break ? beyond < -ClearlyBehind : beyond > ClearlyBehind) && _eyeCell != solid && site[solid] != Block.Air;
    }

    /// <summary>How far the eye is above the plane of a face, seen from the cell.</summary>
    private double Height(int face) => face switch
    {
        0 => eye.X - target.X - 1,
        1 => target.X - eye.X,
        2 => eye.Y - target.Y - 1,
        3 => target.Y - eye.Y,
        4 => eye.Z - target.Z - 1,
        _ => target.Z - eye.Z,
    };

    private Location PointOn(int face, int mark)
    {
        var shift = type == ActionType.Break ? OffFace : -OffFace;
        var across = (face & 1) == 0 ? 1 + shift : -shift;
        var (first, second) = (Marks[mark / 3], Marks[mark % 3]);
        return (face >> 1) switch
        {
            0 => new Location(target.X + across, target.Y + first, target.Z + second),
            1 => new Location(target.X + first, target.Y + across, target.Z + second),
            _ => new Location(target.X + first, target.Y + second, target.Z + across),
        };
    }
}
