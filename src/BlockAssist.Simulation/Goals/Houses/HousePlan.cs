namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>Everything that was decided about a house before its first block is set.</summary>
/// <param name="Kind">How closed it is.</param>
/// <param name="Materials">What it is made of.</param>
/// <param name="Storeys">Its storeys from the ground up; at least one.</param>
/// <param name="Walls">How its walls are patterned.</param>
/// <param name="Windows">Its windows, one rhythm for the whole house.</param>
/// <param name="Roof">Its roof.</param>
/// <param name="Interior">What is inside.</param>
/// <param name="Surroundings">What stands around it and on it.</param>
/// <param name="Quirks">How many blocks are not where a careful builder would have put them.</param>
internal sealed record HousePlan(
    HouseKind Kind,
    Materials Materials,
    IReadOnlyList<Storey> Storeys,
    WallPattern Walls,
    WindowPlan Windows,
    RoofPlan Roof,
    InteriorFeatures Interior,
    SurroundingFeatures Surroundings,
    int Quirks);

/// <summary>How closed a house is.</summary>
internal enum HouseKind
{
    /// <summary>Walls all around and a door.</summary>
    Enclosed,

    /// <summary>One side lacks its wall: a stall, a porch, an unfinished front.</summary>
    HalfOpen,

    /// <summary>A roof on posts.</summary>
    Pavilion,
}

/// <summary>One floor of a house.</summary>
/// <param name="Footprint">The cells it covers.</param>
/// <param name="Base">The height of its floor's blocks.</param>
/// <param name="WallHeight">How many blocks its walls rise above the floor; its rooms are as high.</param>
internal sealed record Storey(Footprint Footprint, int Base, int WallHeight)
{
    /// <summary>The height of its walls' uppermost blocks.</summary>
    public int Top => Base + WallHeight;
}

/// <summary>How walls are patterned; several at once are possible.</summary>
[Flags]
internal enum WallPattern
{
    /// <summary>One block throughout.</summary>
    Plain = 0,

    /// <summary>Posts of the accent block at the corners.</summary>
    Posts = 1,

    /// <summary>Posts along the sides as well.</summary>
    Frame = 2,

    /// <summary>A beam of the accent block along the top.</summary>
    Beam = 4,

    /// <summary>A lowest course of the base block.</summary>
    Plinth = 8,

    /// <summary>Here and there the base block: weathered.</summary>
    Weathered = 16,
}

/// <summary>How windows follow each other along a wall.</summary>
internal enum WindowRhythm
{
    /// <summary>No windows.</summary>
    None,

    /// <summary>One in the middle.</summary>
    Single,

    /// <summary>Every other block.</summary>
    Alternate,

    /// <summary>One near each end.</summary>
    Pair,

    /// <summary>From corner to corner.</summary>
    Band,

    /// <summary>A wide pane in the middle.</summary>
    Pane,
}

/// <summary>The windows of a house.</summary>
/// <param name="Rhythm">How they follow each other.</param>
/// <param name="Sill">How many blocks of wall are beneath them.</param>
/// <param name="Height">How many blocks high they are.</param>
/// <param name="SkippedSides">How many times out of a hundred a wall has none.</param>
internal sealed record WindowPlan(WindowRhythm Rhythm, int Sill, int Height, int SkippedSides);

/// <summary>What may be inside a house.</summary>
[Flags]
internal enum InteriorFeatures
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A ceiling beneath a pitched roof.</summary>
    Ceiling = 1,

    /// <summary>A wall between two rooms.</summary>
    Partition = 2,

    /// <summary>Steps to the next floor.</summary>
    Stairs = 4,

    /// <summary>A few single blocks: a table, a bed, a shelf.</summary>
    Furniture = 8,
}

/// <summary>What may stand around a house and on it.</summary>
[Flags]
internal enum SurroundingFeatures
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A paved way to the door.</summary>
    Path = 1,

    /// <summary>A little roof on posts before the door.</summary>
    Porch = 2,

    /// <summary>A chimney on the roof.</summary>
    Chimney = 4,

    /// <summary>A platform before an upper storey.</summary>
    Balcony = 8,

    /// <summary>A fence along the border of the ground.</summary>
    Fence = 16,

    /// <summary>A low bed of earth.</summary>
    Planter = 32,

    /// <summary>A tree.</summary>
    Tree = 64,

    /// <summary>A hole, or water as far as glass can show it.</summary>
    Pond = 128,

    /// <summary>Paved ground all around.</summary>
    Terrace = 256,
}
