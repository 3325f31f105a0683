using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Proposing;

/// <summary>All that a <see cref="Proposer"/> goes by.</summary>
internal sealed record ProposerState(int Proposed, LedgerState Ledger, RecentState[] Recent, ProposerFigures Figures)
{
    /// <summary>A goal from its bytes.</summary>
    /// <exception cref="FormatException">They are none of this size.</exception>
    public static BlockGrid GoalOf(GridSize size, ReadOnlySpan<byte> blocks) =>
        blocks.Length == size.Volume && !blocks.ContainsAnyExceptInRange((byte)0, (byte)(Palette.Count - 1))
            ? new BlockGrid(size, MemoryMarshal.Cast<byte, Block>(blocks))
            : throw new FormatException($"A goal of {size} blocks of the palette was expected.");
}

/// <summary>A goal that was proposed lately.</summary>
internal sealed record RecentState(int Number, byte[] Goal, double? Share);

/// <summary>The form in which it is kept.</summary>
[JsonSerializable(typeof(ProposerState))]
internal sealed partial class ProposerJson : JsonSerializerContext;
