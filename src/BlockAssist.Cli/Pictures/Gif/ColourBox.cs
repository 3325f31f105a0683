using System.Numerics;
using BlockAssist.Game.Pictures;

namespace BlockAssist.Cli.Pictures.Gif;

/// <summary>Colours that lie near each other, and how often each is seen.</summary>
internal sealed class ColourBox
{
    private readonly int[] _counts;
    private readonly int[] _cells;
    private readonly Vector3 _mean;
    private readonly Vector3 _spread;

    /// <summary>A box.</summary>
    /// <param name="counts">How often each cell of colours is seen.</param>
    /// <param name="cells">The cells in the box; at least one.</param>
    public ColourBox(int[] counts, int[] cells)
    {
        (_counts, _cells) = (counts, cells);
        var (total, sum, squares) = (0.0f, Vector3.Zero, Vector3.Zero);
        foreach (var cell in cells)
        {
            // What is seen very often must not take all the colours: the root counts.
            var (weight, colour) = (MathF.Sqrt(counts[cell]), ColourTable.MiddleOf(cell));
            (total, sum, squares) = (total + weight, sum + (weight * colour), squares + (weight * colour * colour));
        }

        _mean = sum / Math.Max(total, 1);
        _spread = Vector3.Max(Vector3.Zero, (squares / Math.Max(total, 1)) - (_mean * _mean));
        Weight = cells.Length < 2 ? 0 : total * Widest(_spread);
    }

    /// <summary>How much is gained by cutting it; 0 if it cannot be cut.</summary>
    public float Weight { get; }

    /// <summary>The colour that stands for all of them.</summary>
    public Rgba Mean => Rgba.FromVector(_mean / 255);

    /// <summary>Cuts it where it is widest.</summary>
    public ColourBox[] Cut()
    {
        var channel = _spread.X >= _spread.Y && _spread.X >= _spread.Z ? 0 : _spread.Y >= _spread.Z ? 1 : 2;
        var lower = Array.FindAll(_cells, cell => ColourTable.MiddleOf(cell)[channel] <= _mean[channel]);
        var upper = Array.FindAll(_cells, cell => ColourTable.MiddleOf(cell)[channel] > _mean[channel]);
        return upper.Length == 0 || lower.Length == 0
            ? [new ColourBox(_counts, _cells[..1]), new ColourBox(_counts, _cells[1..])]
            : [new ColourBox(_counts, lower), new ColourBox(_counts, upper)];
    }

    private static float Widest(Vector3 spread) => Math.Max(spread.X, Math.Max(spread.Y, spread.Z));
}
