using System.Globalization;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Commands;

/// <summary>Reads the words of a command.</summary>
internal static class Words
{
    /// <summary>Every block that can be placed, and air.</summary>
    public static IReadOnlyList<string> Blocks { get; } = [Palette.NameOf(Block.Air), .. Palette.Placeable.ToArray().Select(Palette.NameOf)];

    /// <summary>A whole number.</summary>
    public static int? Whole(string word) => int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A number.</summary>
    public static double? Number(string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    /// <summary>How often: 1 if no word says so; null if the words make no sense.</summary>
    public static int? Times(string[] words) => words switch
    {
        [] => 1,
        [var word] when Whole(word) is >= 1 and var times => times,
        _ => null,
    };

    /// <summary>A block that can be placed, or air.</summary>
    public static Block? BlockOf(string word) => Palette.Find(word.ToLowerInvariant()) is { } block && (block == Block.Air || block.IsPlaceable()) ? block : null;

    /// <summary>A cell.</summary>
    public static BlockPos? Cell(ReadOnlySpan<string> words) =>
        Whole(words[0]) is { } x && Whole(words[1]) is { } y && Whole(words[2]) is { } z ? new BlockPos(x, y, z) : null;
}
