using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Goals.Transforms;
using BlockAssist.Simulation.Goals.Varied;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Proposing;

/// <summary>Makes up a goal of a kind and a level: the higher the level, the more room it has and the more often it is edited.</summary>
/// <param name="options">What goals are proposed.</param>
internal sealed class ProposalMaker(ProposerOptions options)
{
    private const int SmallestEdge = 3;
    private const int LevelOfFullRoom = 6;
    private const int EdgesOfALevel = 3;
    private const int LevelsAnEdit = 3;

    private static readonly IGoalTransform[] Edits =
    [
        new StripeTransform(), new MottleTransform(), new ErodeTransform(), new CutTopTransform(), new HollowTransform(), new FillTransform(), new MirrorTransform(),
    ];

    private static readonly LargestComponentTransform Grounded = new();
    private static readonly GoalPipeline Finish = new([new FlipTransform(), new RepaintTransform(), Grounded, new RandomlyPlaceTransform(), new AddGrassTransform(GrassMode.Surround)]);

    private readonly GridSize _room = GoalPlacement.RoomFor(options.Site.Size, options.Site.InfiniteBlocks);

    /// <summary>A goal of the size of the site; null if what was made up does not fit.</summary>
    /// <param name="kind">How.</param>
    /// <param name="level">How hard.</param>
    /// <param name="earlier">What is edited, if that is the kind.</param>
    /// <param name="random">The only source of chance.</param>
    public BlockGrid? Make(ProposalKind kind, int level, BlockGrid? earlier, SeededRandom random)
    {
        var structure = kind == ProposalKind.Edited ? Edited(StructureOf(earlier!), random) : Compose(kind, RoomOf(level, random), random);
        for (var edits = (level - 1) / LevelsAnEdit; edits > 0; edits--)
        {
            structure = Edited(structure, random);
        }

        var made = Finish.Apply(structure, _room, random).Goal;
        return made is null ? null : GoalPlacement.Place(made, options.Site.Size, options.Site.InfiniteBlocks);
    }

    /// <summary>The room that goals of a level may fill.</summary>
    internal GridSize RoomOf(int level, SeededRandom random)
    {
        return new GridSize(Edge(_room.Width), Edge(_room.Height), Edge(_room.Depth));

        int Edge(int full)
        {
            var most = SmallestEdge + ((full - SmallestEdge) * Math.Min(level, LevelOfFullRoom) / LevelOfFullRoom);
            return random.Next(Math.Max(SmallestEdge, most - EdgesOfALevel + 1), most + 1);
        }
    }

    /// <summary>The kinds that can be made up, earlier goals aside.</summary>
    internal ProposalKind[] Possible()
    {
        var edges = (Least: Math.Min(_room.Width, Math.Min(_room.Height, _room.Depth)), Most: Math.Max(_room.Width, Math.Max(_room.Height, _room.Depth)));
        var hasHouses = edges.Least >= HouseGenerator.MinExtent && edges.Most <= HouseGenerator.MaxExtent;
        return [.. Enum.GetValues<ProposalKind>().Where(kind => kind switch
        {
            ProposalKind.House or ProposalKind.Varied => hasHouses,
            ProposalKind.Part => options.Structures.Count > 0,
            ProposalKind.Edited => false,
            _ => true,
        })];
    }

    private BlockGrid Compose(ProposalKind kind, GridSize room, SeededRandom random) => kind switch
    {
        ProposalKind.House => HouseGenerator.Generate(AtLeast(room, HouseGenerator.MinExtent), random.NextUInt64()),
        ProposalKind.Varied => new VariedGoal().Generate(AtLeast(room, HouseGenerator.MinExtent), random),
        ProposalKind.Overhang => new OverhangGoal().Generate(room, random),
        ProposalKind.Interior => new FurnishedGoal().Generate(room, random),
        ProposalKind.Part => PartOf(options.Structures[random.Next(options.Structures.Count)], room, random),
        _ => new SolidGoal().Generate(room, random),
    };

    private static GridSize AtLeast(GridSize room, int edge) => new(Math.Max(room.Width, edge), Math.Max(room.Height, edge), Math.Max(room.Depth, edge));

    private static BlockGrid PartOf(BlockGrid structure, GridSize room, SeededRandom random)
    {
        var (left, behind) = (random.Next(Math.Max(1, structure.Size.Width - room.Width + 1)), random.Next(Math.Max(1, structure.Size.Depth - room.Depth + 1)));
        return structure.Cut(new BlockPos(left, 0, behind), room);
    }

    private BlockGrid Edited(BlockGrid structure, SeededRandom random) => Edits[random.Next(Edits.Length)].Apply(structure, _room, random) ?? structure;

    private BlockGrid StructureOf(BlockGrid goal) => goal.Cut(new BlockPos(1, 1, 1), _room);
}
