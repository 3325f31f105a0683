using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Building;

/// <summary>Sites, goals and actions for tests.</summary>
internal static class Some
{
    public static Gen<GridSize> Size { get; } =
        Gen.Select(Gen.Int[3, 8], Gen.Int[4, 8], Gen.Int[3, 8], (width, height, depth) => new GridSize(width, height, depth));

    public static Gen<SiteOptions> Options { get; } = Gen.Select(
        Size, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Int[1, 3],
        (size, teleportation, infiniteBlocks, human, builders) => new SiteOptions
        {
            Size = size,
            Teleportation = teleportation,
            InfiniteBlocks = infiniteBlocks,
            Builders = [.. Enumerable.Range(0, builders).Select(i => new BuilderOptions { IsHuman = human && i == 0 })],
        });

    /// <summary>A goal of random blocks above the ground, dense enough that most edits matter.</summary>
    public static BlockGrid Goal(GridSize size, ulong seed)
    {
        var random = new SeededRandom(seed);
        var goal = new BlockGrid(size);
        for (var cell = 0; cell < size.Volume; cell++)
        {
            goal[cell] = size.PosOf(cell).Y switch
            {
                0 => Block.Bedrock,
                1 => Block.Dirt,
                _ => random.Next(2) == 0 ? Block.Air : (Block)random.Next((int)Palette.FirstPlaceable, Palette.Count),
            };
        }

        return goal;
    }

    /// <summary>One action a builder: any number of the action space, half of the time a move.</summary>
    public static BuilderAction[] Actions(BuildSite site, SeededRandom random)
    {
        var actions = new BuilderAction[site.BuilderCount];
        for (var builder = 0; builder < actions.Length; builder++)
        {
            actions[builder] = random.Next(2) == 0
                ? BuilderAction.Move((ActionType)random.Next((int)ActionType.MovePosX, (int)ActionType.MoveNegZ + 1))
                : site.Actions.ActionAt(random.Next(site.Actions.Count));
        }

        return actions;
    }

    /// <summary>An action that the builder's mask allows; each kind of action equally likely.</summary>
    public static BuilderAction ValidAction(BuildSite site, int builder, SeededRandom random)
    {
        var mask = new byte[site.Actions.Count];
        ActionMask.WriteFlat(site, builder, lineOfSight: false, mask);
        var kinds = Enumerable.Range(0, mask.Length).Where(index => mask[index] != 0)
            .Select(site.Actions.ActionAt).GroupBy(action => action.Type).Select(kind => kind.ToArray()).ToArray();
        var kind = kinds[random.Next(kinds.Length)];
        return kind[random.Next(kind.Length)];
    }
}
