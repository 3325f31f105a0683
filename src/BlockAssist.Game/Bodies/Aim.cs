using BlockAssist.Game.Meshing;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Bodies;

/// <summary>A look from an eye into a direction: which cell does it meet?</summary>
/// <remarks>
/// Visits the cells along the ray in order (Amanatides and Woo, "A Fast Voxel Traversal Algorithm for Ray Tracing", 1987);
/// ties prefer x, then y, then z. The eye's own cell is passed over, as in the rules of the game.
/// </remarks>
/// <param name="Eye">The eye.</param>
/// <param name="Yaw">Around the vertical, in degrees: 0 south, 90 west.</param>
/// <param name="Pitch">Up (−90) or down (90), in degrees.</param>
public readonly record struct Aim(Location Eye, double Yaw, double Pitch)
{
    /// <summary>How far hands reach, in blocks from the eye.</summary>
    public const double Reach = 4.5;

    /// <summary>The direction; of length 1.</summary>
    public Velocity Direction
    {
        get
        {
            var (sinYaw, cosYaw) = Math.SinCos(double.DegreesToRadians(Yaw));
            var (sinPitch, cosPitch) = Math.SinCos(double.DegreesToRadians(Pitch));
            return new Velocity(-sinYaw * cosPitch, -sinPitch, cosYaw * cosPitch);
        }
    }

    /// <summary>The first solid cell; null if there is none within reach.</summary>
    public AimHit? Cast(VoxelWorld world, double reach = Reach) => Cast(new SolidCells(world), reach);

    /// <summary>The first cell of some kind; null if there is none within reach.</summary>
    public AimHit? Cast<T>(T cells, double reach = Reach)
        where T : ICellTest
    {
        var direction = Direction;
        var (x, y, z) = (new Walk(Eye.X, direction.X), new Walk(Eye.Y, direction.Y), new Walk(Eye.Z, direction.Z));
        while (true)
        {
            Face face;
            double distance;
            if (x.Next <= y.Next && x.Next <= z.Next)
            {
                distance = x.Step();
                face = direction.X > 0 ? Face.NegX : Face.PosX;
            }
            else if (y.Next <= z.Next)
            {
                distance = y.Step();
                face = direction.Y > 0 ? Face.NegY : Face.PosY;
            }
            else
            {
                distance = z.Step();
                face = direction.Z > 0 ? Face.NegZ : Face.PosZ;
            }

            // Not "> reach": a direction that is no number ends here too.
            if (!(distance <= reach))
            {
                return null;
            }

            var cell = new BlockPos(x.Cell, y.Cell, z.Cell);
            if (cells.Hits(cell))
            {
                return new AimHit(cell, face, distance);
            }
        }
    }

    /// <summary>The way along one axis: in which cell it is, and how far it is to the next.</summary>
    private struct Walk(double from, double direction)
    {
        private readonly double _perCell = 1 / Math.Abs(direction);

        /// <summary>The cell.</summary>
        public int Cell { get; private set; } = (int)Math.Floor(from);

        /// <summary>How far it is from the eye to the next cell.</summary>
        public double Next { get; private set; } =
            direction > 0 ? (Math.Floor(from) + 1 - from) / direction
            : direction < 0 ? (Math.Floor(from) - from) / direction
            : double.PositiveInfinity;

        /// <summary>Enters the next cell, and says how far that is from the eye.</summary>
        public double Step()
        {
            var distance = Next;
            Cell += Math.Sign(direction);
            Next += _perCell;
            return distance;
        }
    }
}
