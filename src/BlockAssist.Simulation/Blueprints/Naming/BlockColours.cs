using System.Globalization;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Blueprints.Naming;

/// <summary>Which block of our palette stands for which colour: <c>assets/blocks/colours.tsv</c>.</summary>
internal sealed class BlockColours
{
    private readonly List<(int Colour, Block Block)> _rows = [];

    private BlockColours(IEnumerable<(string Key, IReadOnlyList<string> Words)> lines)
    {
        foreach (var (key, colours) in lines)
        {
            var block = Palette.Find(key) ?? throw new InvalidOperationException($"The colour table names {key}, which is no block.");
            _rows.AddRange(colours.Select(colour => (int.Parse(colour, NumberStyles.HexNumber, CultureInfo.InvariantCulture), block)));
        }
    }

    /// <summary>The table that comes with the program.</summary>
    public static BlockColours Default { get; } = new(TableText.Read("colours"));

    /// <summary>The block whose colour comes nearest to 0xRRGGBB.</summary>
    public Block NearestTo(int colour) => _rows.MinBy(row => Distance(row.Colour, colour)).Block;

    /// <summary>The colour, 0xRRGGBB, that we write for a block.</summary>
    public int ColourOf(Block block) => _rows.Find(row => row.Block == block).Colour;

    private static int Distance(int a, int b)
    {
        var red = (a >> 16) - (b >> 16);
        var green = ((a >> 8) & 0xFF) - ((b >> 8) & 0xFF);
        var blue = (a & 0xFF) - (b & 0xFF);
        return (2 * red * red) + (4 * green * green) + (3 * blue * blue);
    }
}
