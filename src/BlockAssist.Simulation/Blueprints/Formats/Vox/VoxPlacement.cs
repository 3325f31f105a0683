using System.Globalization;
using BlockAssist.Simulation.Text;

namespace BlockAssist.Simulation.Blueprints.Formats.Vox;

/// <summary>Where a model stands and how it is turned: a whole-number rotation about its middle, then a step.</summary>
/// <param name="Axes">For each axis of the scene, which axis of the model lies along it.</param>
/// <param name="Signs">For each axis of the scene, 1 or −1 if it is mirrored.</param>
/// <param name="Step">How far it is moved along each axis of the scene.</param>
internal sealed record VoxPlacement(int[] Axes, int[] Signs, long[] Step)
{
    /// <summary>Neither turned nor moved.</summary>
    public static VoxPlacement None { get; } = new([0, 1, 2], [1, 1, 1], [0, 0, 0]);

    /// <summary>Reads one frame of a transform node: <c>_r</c> and <c>_t</c>, both of which may be missing.</summary>
    public static VoxPlacement Read(Dictionary<string, string> frame, VoxReader reader)
    {
        var step = frame.TryGetValue("_t", out var text) ? StepOf(text, reader) : None.Step;
        if (!frame.TryGetValue("_r", out var rotation))
        {
            return None with { Step = step };
        }

        var bits = NumberOf(rotation, reader);
        var (first, second) = ((int)bits & 3, (int)(bits >> 2) & 3);
        if (first == second || first == 3 || second == 3)
        {
            throw reader.Broken($"rotation {bits}", "a row of the matrix in each of bits 0-1 and 2-3");
        }

        return new VoxPlacement([first, second, 3 - first - second], [SignOf(bits, 4), SignOf(bits, 5), SignOf(bits, 6)], step);
    }

    /// <summary>This placement seen from outside another one.</summary>
    public VoxPlacement Inside(VoxPlacement outer) => new(
        [.. outer.Axes.Select(axis => Axes[axis])],
        [.. outer.Axes.Select((axis, i) => outer.Signs[i] * Signs[axis])],
        [.. outer.Axes.Select((axis, i) => (outer.Signs[i] * Step[axis]) + outer.Step[i])]);

    /// <summary>Where along an axis of the scene a voxel of a model lies.</summary>
    /// <remarks>A model turns about the corner of cells nearest to its middle, so a mirrored cell k becomes −1 − k.</remarks>
    public long Map(int axis, ReadOnlySpan<int> size, ReadOnlySpan<int> voxel)
    {
        var k = voxel[Axes[axis]] - (size[Axes[axis]] / 2);
        return (Signs[axis] > 0 ? k : -1 - k) + Step[axis];
    }

    private static int SignOf(long bits, int bit) => (bits >> bit & 1) == 0 ? 1 : -1;

    private static long[] StepOf(string text, VoxReader reader)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 3
            ? [.. parts.Select(part => NumberOf(part, reader))]
            : throw reader.Broken($"translation \"{OneLine.Of(text)}\"", "three numbers");
    }

    private static long NumberOf(string text, VoxReader reader) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw reader.Broken($"\"{OneLine.Of(text)}\"", "a whole number");
}
