using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>Decides what house to build in a room.</summary>
internal static class HousePlanner
{
    private const int LargeRoom = 12;

    private static readonly (int, HouseKind)[] Kinds = [(88, HouseKind.Enclosed), (8, HouseKind.HalfOpen), (4, HouseKind.Pavilion)];

    private static readonly (int, FootprintKind)[] Shapes =
    [
        (52, FootprintKind.Rectangle), (13, FootprintKind.L), (8, FootprintKind.T), (6, FootprintKind.U),
        (6, FootprintKind.Cross), (3, FootprintKind.Courtyard), (6, FootprintKind.Round), (6, FootprintKind.Offset),
    ];

    private static readonly (int, RoofKind)[] Roofs =
    [
        (33, RoofKind.Flat), (12, RoofKind.Parapet), (11, RoofKind.GableX), (9, RoofKind.GableZ), (7, RoofKind.CrossGable),
        (14, RoofKind.Hip), (4, RoofKind.Shed), (4, RoofKind.Gambrel), (4, RoofKind.Dome), (2, RoofKind.Ring),
    ];

    private static readonly (int, WindowRhythm)[] Rhythms =
    [
        (14, WindowRhythm.None), (22, WindowRhythm.Single), (15, WindowRhythm.Alternate), (15, WindowRhythm.Pair),
        (15, WindowRhythm.Band), (19, WindowRhythm.Pane),
    ];

    /// <summary>Decides everything about one house.</summary>
    public static HousePlan Plan(GridSize room, Dice dice)
    {
        var kind = dice.Weigh<HouseKind>(Kinds);
        var theme = Choose(room, Theme.Plain, () => Themes.Choose(dice));
        var materials = Themes.Materials(theme, dice);
        var storeys = ChooseStoreys(room, dice);
        return new HousePlan(
            kind,
            materials,
            storeys,
            theme == Theme.Plain && dice.Chance(80) ? WallPattern.Plain : ChooseWalls(dice),
            ChooseWindows(
                Choose(room, WindowRhythm.None, () => ChooseRhythm(theme, dice)), materials.Pane, storeys[0].WallHeight, dice),
            ChooseRoof(room.Height - 1 - storeys[^1].Top, dice),
            ChooseInterior(dice),
            ChooseSurroundings(dice),
            Quirks: dice.Chance(45) ? dice.Between(1, 3) : 0);
    }

    // What suits a hut is dull on a large house: there the dullest choice is thought over once.
    private static T Choose<T>(GridSize room, T dull, Func<T> choose)
        where T : struct, Enum
    {
        var choice = choose();
        return Math.Min(room.Width, room.Depth) >= LargeRoom && EqualityComparer<T>.Default.Equals(choice, dull) ? choose() : choice;
    }

    private static List<Storey> ChooseStoreys(GridSize room, Dice dice)
    {
        var highest = room.Height - 2;
        var plinth = highest >= 5 && dice.Chance(10) ? 1 : 0;
        var storeys = new List<Storey>();
        var footprint = ChooseFootprint(room, dice);
        var next = new Storey(footprint, plinth, ChooseWallHeight(room, highest - plinth, dice));
        var again = Math.Clamp(30 + (4 * (room.Height - 8)), 0, 84);
        while (true)
        {
            storeys.Add(next);
            var floor = next.Top + 1;
            if (floor + 2 > highest || storeys.Count == 7 || !dice.Chance(again))
            {
                return storeys;
            }

            next = new Storey(UpperFootprint(next.Footprint, dice), floor, ChooseWallHeight(room, highest - floor, dice));
        }
    }

    private static int ChooseWallHeight(GridSize room, int available, Dice dice) =>
        Math.Min(available, dice.Weigh<int>([(28, 2), (44, 3), (24, 4), (4, 5)]) + dice.Between(0, (room.Height - 8) / 8));

    private static Footprint ChooseFootprint(GridSize room, Dice dice)
    {
        var (width, depth) = (ChooseExtent(room.Width, dice), ChooseExtent(room.Depth, dice));
        var bounds = new Area(dice.Between(0, room.Width - width), dice.Between(0, room.Depth - depth), width, depth);
        var shape = Choose(room, FootprintKind.Rectangle, () => dice.Weigh<FootprintKind>(Shapes));
        return Footprints.Draw(Footprints.Fits(shape, bounds) ? shape : FootprintKind.Rectangle, (room.Width, room.Depth), bounds, dice);
    }

    // Most people use most of the room they have.
    private static int ChooseExtent(int room, Dice dice)
    {
        var least = Math.Max(4, (room + 1) / 2);
        var extent = dice.Between(least, room);
        return dice.Chance(60) ? Math.Max(extent, dice.Between(least, room)) : extent;
    }

    private static Footprint UpperFootprint(Footprint below, Dice dice)
    {
        var part = below.Parts[^1];
        var smaller = dice.Weigh<int>([(50, 0), (26, 1), (14, 2), (10, 3)]) switch
        {
            1 => Half(part, dice),
            2 => Tower(part, dice),
            3 => part.Grown(part.Width > 4 ? -1 : 0, part.Depth > 4 ? -1 : 0),
            _ => default,
        };
        var cut = Math.Min(smaller.Width, smaller.Depth) < 3 || !AllCovered(below, smaller);
        return cut ? below : new Footprint(below.Width, below.Depth).Add(smaller);
    }

    private static Area Half(Area part, Dice dice)
    {
        var (width, depth) = part.Width >= part.Depth
            ? (dice.Between(3, part.Width - 1), part.Depth)
            : (part.Width, dice.Between(3, part.Depth - 1));
        return InCorner(part, width, depth, dice);
    }

    private static Area Tower(Area part, Dice dice) =>
        InCorner(part, Math.Min(part.Width, dice.Between(3, 4 + (part.Width / 8))), Math.Min(part.Depth, dice.Between(3, 4 + (part.Depth / 8))), dice);

    private static Area InCorner(Area part, int width, int depth, Dice dice) => new(
        dice.Chance(50) ? part.X : part.EndX - width, dice.Chance(50) ? part.Z : part.EndZ - depth, width, depth);

    private static bool AllCovered(Footprint below, Area area)
    {
        for (var x = area.X; x < area.EndX; x++)
        {
            for (var z = area.Z; z < area.EndZ; z++)
            {
                if (!below[x, z])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static WallPattern ChooseWalls(Dice dice)
    {
        var pattern = dice.Chance(55) ? WallPattern.Posts : WallPattern.Plain;
        pattern |= dice.Chance(16) ? WallPattern.Frame : WallPattern.Plain;
        pattern |= dice.Chance(22) ? WallPattern.Beam : WallPattern.Plain;
        pattern |= dice.Chance(28) ? WallPattern.Plinth : WallPattern.Plain;
        return pattern | (dice.Chance(10) ? WallPattern.Weathered : WallPattern.Plain);
    }

    private static WindowRhythm ChooseRhythm(Theme theme, Dice dice)
    {
        var rhythm = dice.Weigh<WindowRhythm>(Rhythms);
        return theme == Theme.BrickAndGlass && dice.Chance(70) ? dice.Pick<WindowRhythm>([WindowRhythm.Band, WindowRhythm.Pane]) : rhythm;
    }

    private static WindowPlan ChooseWindows(WindowRhythm rhythm, Block pane, int wallHeight, Dice dice)
    {
        var sill = wallHeight >= 3 ? dice.Weigh<int>([(25, 0), (75, 1)]) : dice.Weigh<int>([(35, 0), (65, 1)]);
        if (pane == Block.Air)
        {
            // Holes without a pane stay small and above the ground, or they would be doors.
            return new WindowPlan(rhythm, Sill: 1, Height: 1, SkippedSides: dice.Pick<int>([0, 25, 60]));
        }

        var tall = rhythm is WindowRhythm.Pane or WindowRhythm.Band ? 75 : 50;
        var height = dice.Chance(tall) ? dice.Between(1, Math.Max(1, wallHeight - sill - 1)) : Math.Max(1, wallHeight / 3);
        return new WindowPlan(rhythm, sill, height, dice.Pick<int>([0, 0, 25, 60]));
    }

    private static RoofPlan ChooseRoof(int space, Dice dice)
    {
        var kind = dice.Weigh<RoofKind>(Roofs);
        return new RoofPlan(
            kind,
            MaxRise: dice.Chance(80) ? space - 1 : dice.Between(1, space - 1),
            Shallow: kind == RoofKind.Shed || dice.Chance(22),
            Overhang: dice.Chance(kind == RoofKind.Flat ? 14 : 45),
            Solid: dice.Chance(kind == RoofKind.Flat ? 25 : 45),
            Battlements: dice.Chance(40));
    }

    private static InteriorFeatures ChooseInterior(Dice dice) =>
        (dice.Chance(45) ? InteriorFeatures.Ceiling : InteriorFeatures.None)
        | (dice.Chance(16) ? InteriorFeatures.Partition : InteriorFeatures.None)
        | (dice.Chance(70) ? InteriorFeatures.Stairs : InteriorFeatures.None)
        | (dice.Chance(30) ? InteriorFeatures.Furniture : InteriorFeatures.None);

    private static SurroundingFeatures ChooseSurroundings(Dice dice) =>
        (dice.Chance(30) ? SurroundingFeatures.Path : SurroundingFeatures.None)
        | (dice.Chance(16) ? SurroundingFeatures.Porch : SurroundingFeatures.None)
        | (dice.Chance(18) ? SurroundingFeatures.Chimney : SurroundingFeatures.None)
        | (dice.Chance(25) ? SurroundingFeatures.Balcony : SurroundingFeatures.None)
        | (dice.Chance(7) ? SurroundingFeatures.Fence : SurroundingFeatures.None)
        | (dice.Chance(9) ? SurroundingFeatures.Planter : SurroundingFeatures.None)
        | (dice.Chance(7) ? SurroundingFeatures.Tree : SurroundingFeatures.None)
        | (dice.Chance(5) ? SurroundingFeatures.Pond : SurroundingFeatures.None)
        | (dice.Chance(14) ? SurroundingFeatures.Terrace : SurroundingFeatures.None);
}
