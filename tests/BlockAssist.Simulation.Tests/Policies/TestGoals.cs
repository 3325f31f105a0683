using System.Text.Json;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Policies;

/// <summary>Goals for builders to build: people's, generated ones, nasty ones.</summary>
internal static class TestGoals
{
    public static GridSize PaperSize { get; } = new(11, 10, 10);

    public static IEnumerable<string> HumanFiles(string kind) => SharedData.Files("mbag/goals", $"human-goal-{kind}*.json");

    public static BlockGrid Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var size = json.RootElement.GetProperty("size").EnumerateArray().Select(edge => edge.GetInt32()).ToArray();
        var blocks = json.RootElement.GetProperty("blocks").EnumerateArray().Select(block => (Block)block.GetByte()).ToArray();
        return new BlockGrid(new GridSize(size[0], size[1], size[2]), blocks);
    }

    public static BlockGrid House(int seed, GridSize size, bool infiniteBlocks = true) =>
        GoalPlacement.Place(HouseGenerator.Generate(GoalPlacement.RoomFor(size, infiniteBlocks), (ulong)seed), size, infiniteBlocks);

    public static BlockGrid Ground(GridSize size)
    {
        var goal = new BlockGrid(size);
        Fill(goal, new BlockPos(0, 0, 0), new BlockPos(size.Width - 1, 0, size.Depth - 1), Block.Bedrock);
        Fill(goal, new BlockPos(0, 1, 0), new BlockPos(size.Width - 1, 1, size.Depth - 1), Block.Dirt);
        return goal;
    }

    public static BlockGrid Nasty(string name)
    {
        var goal = Ground(PaperSize);
        switch (name)
        {
            case "overhang":
                Fill(goal, new BlockPos(5, 2, 5), new BlockPos(5, 7, 5), Block.Log);
                Fill(goal, new BlockPos(2, 7, 2), new BlockPos(8, 7, 8), Block.Planks);
                Fill(goal, new BlockPos(2, 4, 2), new BlockPos(2, 6, 2), Block.Glass);
                break;
            case "enclosed room":
                Fill(goal, new BlockPos(2, 1, 2), new BlockPos(8, 6, 8), Block.Stone);
                Fill(goal, new BlockPos(3, 2, 3), new BlockPos(7, 5, 7), Block.Air);
                Fill(goal, new BlockPos(4, 2, 4), new BlockPos(4, 2, 6), Block.Wool);
                Fill(goal, new BlockPos(6, 4, 6), new BlockPos(6, 5, 6), Block.Glass);
                break;
            case "tower to the ceiling":
                Fill(goal, new BlockPos(4, 2, 4), new BlockPos(6, 9, 6), Block.Cobblestone);
                Fill(goal, new BlockPos(5, 2, 5), new BlockPos(5, 9, 5), Block.Air);
                break;
            case "floating block":
                goal[5, 6, 5] = Block.Wool;
                break;
            case "floating cross":
                Fill(goal, new BlockPos(3, 6, 5), new BlockPos(7, 6, 5), Block.Wool);
                Fill(goal, new BlockPos(5, 5, 5), new BlockPos(5, 8, 5), Block.Wool);
                break;
            case "full cube":
                Fill(goal, new BlockPos(1, 1, 1), new BlockPos(9, 8, 8), Block.StoneBrick);
                break;
            case "holes in the ground":
                Fill(goal, new BlockPos(2, 1, 2), new BlockPos(8, 1, 8), Block.Air);
                Fill(goal, new BlockPos(4, 1, 4), new BlockPos(6, 1, 6), Block.Planks);
                break;
            case "edges":
                Fill(goal, new BlockPos(0, 2, 0), new BlockPos(10, 9, 0), Block.Stone);
                Fill(goal, new BlockPos(0, 2, 0), new BlockPos(0, 9, 9), Block.Stone);
                Fill(goal, new BlockPos(10, 2, 9), new BlockPos(10, 9, 9), Block.Glass);
                break;
            case "lid over the whole site":
                Fill(goal, new BlockPos(5, 2, 5), new BlockPos(5, 8, 5), Block.Log);
                Fill(goal, new BlockPos(0, 8, 0), new BlockPos(10, 8, 9), Block.Planks);
                break;
            case "floating in a room":
                Fill(goal, new BlockPos(2, 1, 2), new BlockPos(8, 8, 8), Block.Stone);
                Fill(goal, new BlockPos(3, 2, 3), new BlockPos(7, 7, 7), Block.Air);
                goal[5, 5, 5] = Block.Wool;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(name), name, "No such goal.");
        }

        return goal;
    }

    /// <summary>A site strewn with blocks, a builder somewhere in it, and a house to be built instead.</summary>
    public static SiteState Mess(int seed, int percentFilled)
    {
        var (random, blocks) = (new SeededRandom((ulong)seed), Ground(PaperSize));
        for (var cell = 0; cell < blocks.Size.Volume; cell++)
        {
            if (blocks.Size.PosOf(cell).Y > 0 && random.Next(100) < percentFilled)
            {
                blocks[cell] = Palette.Placeable[random.Next(Palette.Placeable.Length)];
            }
        }

        var feet = new BlockPos(random.Next(PaperSize.Width), random.Next(2, PaperSize.Height - 1), random.Next(PaperSize.Depth));
        blocks[feet] = Block.Air;
        blocks[feet with { Y = feet.Y + 1 }] = Block.Air;
        return new SiteState
        {
            Blocks = blocks,
            Goal = House(seed, PaperSize),
            LastInteracted = new sbyte[PaperSize.Volume],
            Locations = [Location.Standing(feet)],
            Inventories = [new Inventory()],
        };
    }

    public static string[] NastyNames { get; } =
    [
        "overhang", "enclosed room", "tower to the ceiling", "floating block", "floating cross", "full cube", "holes in the ground",
        "edges", "lid over the whole site", "floating in a room",
    ];

    /// <summary>The fewest placements and breaks that lead from the blocks of a site to its goal; supports not counted.</summary>
    public static int FewestEdits(BuildSite site)
    {
        var edits = 0;
        for (var cell = 0; cell < site.Blocks.Length; cell++)
        {
            var (block, goal) = (site.Blocks[cell], site.Goal[cell]);
            edits += block == goal ? 0 : block == Block.Air || goal == Block.Air ? 1 : 2;
        }

        return edits;
    }

    private static void Fill(BlockGrid goal, BlockPos from, BlockPos to, Block block)
    {
        for (var x = from.X; x <= to.X; x++)
        {
            for (var y = from.Y; y <= to.Y; y++)
            {
                for (var z = from.Z; z <= to.Z; z++)
                {
                    goal[x, y, z] = block;
                }
            }
        }
    }
}
