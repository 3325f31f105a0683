using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.World;

/// <summary>The land, and the site on it: a box of materials, and how much of the sky's light is in each cell.</summary>
/// <remarks>
/// One byte a cell and field, x innermost, then z, then y, with one cell of nothing around, so that nobody who looks at
/// neighbours asks for the edges. Each cube of <see cref="SectionEdge"/> cells has a version that rises with every change in it or
/// beside it. Written by one thread; others may read cells, and find out by the version whether they were changed meanwhile.
/// </remarks>
public sealed class VoxelWorld
{
    /// <summary>The edge of the cubes that are drawn as one.</summary>
    public const int SectionEdge = 16;

    /// <summary>The light of an open sky.</summary>
    public const byte FullLight = 15;

    // A load of 32 bytes from the last row ends inside the array.
    private const int Slack = 32;

    private readonly byte[] _materials;
    private readonly byte[] _light;
    private readonly int[] _versions;

    /// <summary>A world of air.</summary>
    /// <param name="size">Its size in cells: each edge a multiple of <see cref="SectionEdge"/>.</param>
    public VoxelWorld(GridSize size)
    {
        foreach (var edge in (ReadOnlySpan<int>)[size.Width, size.Height, size.Depth])
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(edge, SectionEdge, nameof(size));
            ArgumentOutOfRangeException.ThrowIfNotEqual(edge % SectionEdge, 0, nameof(size));
        }

        Size = size;
        Sections = new GridSize(size.Width / SectionEdge, size.Height / SectionEdge, size.Depth / SectionEdge);
        RowLength = size.Width + 2;
        LayerLength = RowLength * (size.Depth + 2);
        _materials = new byte[(LayerLength * (size.Height + 2)) + Slack];
        _light = new byte[_materials.Length];
        _versions = new int[Sections.Volume];
        _materials.AsSpan(0, LayerLength).Fill((byte)Material.Bedrock);
        _light.AsSpan(LayerLength).Fill(FullLight);
    }

    /// <summary>The size in cells.</summary>
    public GridSize Size { get; }

    /// <summary>The size in sections.</summary>
    public GridSize Sections { get; }

    /// <summary>The material of each cell, at <see cref="IndexOf(int,int,int)"/>.</summary>
    public ReadOnlySpan<byte> Cells => _materials;

    /// <summary>How much of the sky's light is in each cell, 0 to <see cref="FullLight"/>.</summary>
    public ReadOnlySpan<byte> Light => _light;

    /// <summary>How far it is in memory to the next cell south.</summary>
    public int RowLength { get; }

    /// <summary>How far it is in memory to the next cell up.</summary>
    public int LayerLength { get; }

    /// <summary>The material at a place; air outside, and bedrock below.</summary>
    public Material this[BlockPos at] => Size.Contains(at) ? (Material)_materials[IndexOf(at.X, at.Y, at.Z)] : at.Y < 0 ? Material.Bedrock : Material.Air;

    /// <summary>Where a cell is in <see cref="Cells"/> and <see cref="Light"/>; one cell around the world has a place too.</summary>
    public int IndexOf(int x, int y, int z) => ((y + 1) * LayerLength) + ((z + 1) * RowLength) + x + 1;

    /// <summary>The version of what a section looks like.</summary>
    public int VersionOf(int section) => Volatile.Read(ref _versions[section]);

    /// <summary>Changes a cell; light stays as it was, see <see cref="SkyLight"/>.</summary>
    public void Set(BlockPos at, Material material)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(Size.Contains(at), false, nameof(at));
        _materials[IndexOf(at.X, at.Y, at.Z)] = (byte)material;
        Touch(at);
    }

    /// <summary>Changes how much light is in a cell.</summary>
    internal void SetLight(BlockPos at, byte light)
    {
        _light[IndexOf(at.X, at.Y, at.Z)] = light;
        Touch(at);
    }

    /// <summary>Writes many cells at once; whoever does so draws the whole world anew.</summary>
    internal Span<byte> Fill() => _materials;

    /// <summary>Writes the light of many cells at once.</summary>
    internal Span<byte> FillLight() => _light;

    // What a section looks like depends on the cells around it too.
    private void Touch(BlockPos at)
    {
        for (var x = Math.Max(at.X - 1, 0) / SectionEdge; x <= Math.Min(at.X + 1, Size.Width - 1) / SectionEdge; x++)
        {
            for (var y = Math.Max(at.Y - 1, 0) / SectionEdge; y <= Math.Min(at.Y + 1, Size.Height - 1) / SectionEdge; y++)
            {
                for (var z = Math.Max(at.Z - 1, 0) / SectionEdge; z <= Math.Min(at.Z + 1, Size.Depth - 1) / SectionEdge; z++)
                {
                    Interlocked.Increment(ref _versions[Sections.CellAt(x, y, z)]);
                }
            }
        }
    }
}
