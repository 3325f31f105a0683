using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Screening;

/// <summary>A block that a builder placed or broke.</summary>
/// <param name="Type">Which of the two.</param>
/// <param name="Block">The block.</param>
/// <param name="At">Where.</param>
public readonly record struct PlayEdit(ActionType Type, Block Block, BlockPos At)
{
    /// <summary>How many bytes <see cref="Write"/> writes.</summary>
    internal const int Bytes = 5;

    /// <summary>Writes what it is and how far from the edit before; however the site is turned or mirrored it is the same.</summary>
    internal void Write(PlayEdit before, Span<byte> bytes)
    {
        var (east, south) = (Math.Abs(At.X - before.At.X), Math.Abs(At.Z - before.At.Z));
        (bytes[0], bytes[1], bytes[2]) = ((byte)Type, (byte)Block, (byte)(At.Y - before.At.Y));
        (bytes[3], bytes[4]) = ((byte)Math.Min(east, south), (byte)Math.Max(east, south));
    }
}
