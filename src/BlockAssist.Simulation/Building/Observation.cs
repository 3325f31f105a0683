using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>What one builder may see of a site.</summary>
/// <remarks>
/// A view without a copy: valid until the next step; a policy that remembers copies. <see cref="WritePlanes"/> writes
/// MBAG's observation: six planes of one byte a cell (current blocks, their states, goal blocks, goal states, player
/// locations, last interacted), each in cell order.
/// </remarks>
public readonly ref struct Observation
{
    /// <summary>How many planes <see cref="WritePlanes"/> writes.</summary>
    public const int PlaneCount = 6;

    private const int GoalPlane = 2;
    private const int LocationPlane = 4;
    private const int InteractionPlane = 5;

    private readonly BuildSite _site;
    private readonly ReadOnlySpan<Block> _assumed;

    internal Observation(BuildSite site, int builder)
        : this(site, builder, [])
    {
    }

    private Observation(BuildSite site, int builder, ReadOnlySpan<Block> assumed)
    {
        _site = site;
        Builder = builder;
        _assumed = assumed;
    }

    /// <summary>Which builder is looking.</summary>
    public int Builder { get; }

    /// <summary>The size of the site.</summary>
    public GridSize Size => _site.Size;

    /// <summary>The rules of the site.</summary>
    public SiteOptions Options => _site.Options;

    /// <summary>The numbering of all actions on the site.</summary>
    public ActionSpace Actions => _site.Actions;

    /// <summary>Steps since the start of the episode.</summary>
    public int Timestep => _site.Timestep;

    /// <summary>The blocks, in cell order.</summary>
    public ReadOnlySpan<Block> Blocks => _site.Blocks;

    /// <summary>Whether the builder sees the goal, or assumes one.</summary>
    public bool GoalVisible => !_assumed.IsEmpty || Options.Builders[Builder].GoalVisible;

    /// <summary>The goal, in cell order; empty if the builder neither sees nor assumes one.</summary>
    public ReadOnlySpan<Block> Goal => !_assumed.IsEmpty ? _assumed : GoalVisible ? _site.Goal : [];

    /// <summary>Which builder last changed each cell.</summary>
    public ReadOnlySpan<sbyte> LastInteracted => _site.LastInteracted;

    /// <summary>Where the builders' feet are, by builder.</summary>
    public ReadOnlySpan<Location> Locations => _site.Locations;

    /// <summary>What the builder carries.</summary>
    public Inventory Inventory => _site.InventoryOf(Builder);

    /// <summary>The same for a builder who takes something else for the goal.</summary>
    /// <param name="goal">What, in cell order; must live as long as the observation.</param>
    public Observation Assuming(ReadOnlySpan<Block> goal)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(goal.Length, Size.Volume, nameof(goal));
        return new Observation(_site, Builder, goal);
    }

    /// <summary>Whether an action would have an effect if the builder did it now.</summary>
    public bool Allows(BuilderAction action) => _site.Allows(Builder, action);

    /// <summary>Whether a placement or a break would have an effect if the builder stood elsewhere, all else being as it is.</summary>
    /// <param name="feet">The cell of the feet; whether the builder can get or stand there is not asked.</param>
    /// <param name="edit">The placement or break.</param>
    public bool AllowsFrom(BlockPos feet, BuilderAction edit) => EditRules.AllowsFrom(_site, Builder, edit, feet);

    /// <summary>Whether a cell belongs to the palette, from which builders take blocks where these are not infinite.</summary>
    public bool IsPalette(int cell) => _site.IsPalette(cell);

    /// <summary>Writes which flat actions the builder may choose; see <see cref="ActionMask"/>.</summary>
    public void WriteMask(bool lineOfSight, Span<byte> mask) => ActionMask.WriteFlat(_site, Builder, lineOfSight, mask);

    /// <summary>Writes the six planes. The goal is air where the builder does not see it.</summary>
    public void WritePlanes(Span<byte> planes)
    {
        var volume = Size.Volume;
        ArgumentOutOfRangeException.ThrowIfLessThan(planes.Length, PlaneCount * volume, nameof(planes));
        planes = planes[..(PlaneCount * volume)];
        MemoryMarshal.AsBytes(Blocks).CopyTo(planes);
        planes[volume..].Clear();
        MemoryMarshal.AsBytes(Goal).CopyTo(planes[(GoalPlane * volume)..]);
        DrawBodies(planes.Slice(LocationPlane * volume, volume));
        DrawInteractions(planes[(InteractionPlane * volume)..]);
    }

    /// <summary>Writes how many of each block every builder holds, this builder first, the others by index.</summary>
    public void WriteInventories(Span<int> counts)
    {
        Inventory.Held.CopyTo(counts);
        for (var (other, row) = (0, 1); other < _site.BuilderCount; other++)
        {
            if (other != Builder)
            {
                _site.InventoryOf(other).Held.CopyTo(counts[(row++ * Palette.Count)..]);
            }
        }
    }

    /// <summary>How this builder's observation marks a builder: 1 itself, then the others by index.</summary>
    public byte MarkerOf(int builder) => (byte)(builder == Builder ? 1 : builder < Builder ? builder + 2 : builder + 1);

    private void DrawBodies(Span<byte> plane)
    {
        if (Options.Teleportation)
        {
            return;
        }

        for (var other = 0; other < _site.BuilderCount; other++)
        {
            if (other != Builder)
            {
                DrawBody(plane, other);
            }
        }

        DrawBody(plane, Builder);
    }

    private void DrawBody(Span<byte> plane, int builder)
    {
        var feet = _site.LocationOf(builder).Cell;
        foreach (var part in (ReadOnlySpan<BlockPos>)[feet, feet with { Y = feet.Y + 1 }])
        {
            if (Size.Contains(part))
            {
                plane[Size.CellAt(part)] = MarkerOf(builder);
            }
        }
    }

    // Nobody (−1) gives 0: the table is indexed by builder + 1, and one shuffle looks up sixteen cells.
    private void DrawInteractions(Span<byte> plane)
    {
        Span<byte> markers = stackalloc byte[SiteOptions.MaxBuilders + 1];
        markers.Clear();
        for (var builder = 0; builder < _site.BuilderCount; builder++)
        {
            markers[builder + 1] = MarkerOf(builder);
        }

        var last = MemoryMarshal.AsBytes(LastInteracted);
        var table = Vector128.Create<byte>(markers);
        var cell = 0;
        for (; cell + Vector128<byte>.Count <= plane.Length; cell += Vector128<byte>.Count)
        {
            Vector128.Shuffle(table, Vector128.Create(last[cell..]) + Vector128<byte>.One).CopyTo(plane[cell..]);
        }

        for (; cell < plane.Length; cell++)
        {
            plane[cell] = markers[(byte)(last[cell] + 1)];
        }
    }
}
