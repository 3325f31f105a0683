using System.Text.Json;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Goals;

/// <summary>Structures to test with.</summary>
internal static class Structures
{
    /// <summary>The room of the paper's site.</summary>
    public static GridSize PaperRoom => new(9, 8, 8);

    public static Gen<T> OneOf<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);

    public static Gen<GridSize> Sizes(int longest) => Sizes(1, longest);

    public static Gen<GridSize> Sizes(int shortest, int longest)
    {
        var side = Gen.Int[shortest, longest];
        return Gen.Select(side, side, side, (x, y, z) => new GridSize(x, y, z));
    }

    /// <summary>Random structures of any size up to a side, from empty to full.</summary>
    public static Gen<BlockGrid> Noise(int longest) =>
        Gen.Select(Sizes(longest), Gen.Double[0, 1], Gen.ULong, Noise);

    public static BlockGrid Noise(GridSize size, double density, ulong seed)
    {
        var random = new SeededRandom(seed);
        var grid = new BlockGrid(size);
        foreach (ref var block in grid.Blocks)
        {
            block = random.NextDouble() < density ? Palette.Placeable[random.Next(8)] : Block.Air;
        }

        return grid;
    }

    /// <summary>A house of any size: floor, walls with windows and a door, storeys, a flat roof.</summary>
    public static BlockGrid House(GridSize size)
    {
        var house = new BlockGrid(size);
        for (var cell = 0; cell < size.Volume; cell++)
        {
            var at = size.PosOf(cell);
            var wall = at.X == 0 || at.Z == 0 || at.X == size.Width - 1 || at.Z == size.Depth - 1;
            var door = at.X == 0 && at.Z == size.Depth / 2 && at.Y is 1 or 2;
            house[cell] = (at.Y % 5, wall, door) switch
            {
                (_, _, true) => Block.Air,
                (0, _, _) => Block.Planks,
                (3, true, _) => Block.Glass,
                (_, true, _) => Block.Cobblestone,
                _ => Block.Air,
            };
        }

        return house;
    }

    /// <summary>A structure written as layers from the ground up, rows along x, characters along z: the blocks' numbers, or dots.</summary>
    public static BlockGrid Of(params string[][] layers)
    {
        var grid = new BlockGrid(new GridSize(layers[0].Length, layers.Length, layers[0][0].Length));
        for (var cell = 0; cell < grid.Size.Volume; cell++)
        {
            var (x, y, z) = grid.Size.PosOf(cell);
            grid[cell] = layers[y][x][z] == '.' ? Block.Air : (Block)(layers[y][x][z] - '0');
        }

        return grid;
    }

    /// <summary>The recorded goals of the shared data, by name; none where it is absent.</summary>
    public static IEnumerable<(string Name, BlockGrid Blocks)> Recorded(string pattern)
    {
        foreach (var file in SharedData.Files("mbag/goals", pattern))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            int[] size = [.. document.RootElement.GetProperty("size").EnumerateArray().Select(item => item.GetInt32())];
            Block[] blocks =
                [.. document.RootElement.GetProperty("blocks").EnumerateArray().Select(item => (Block)item.GetByte())];
            yield return (Path.GetFileNameWithoutExtension(file), new BlockGrid(new GridSize(size[0], size[1], size[2]), blocks));
        }
    }
}
