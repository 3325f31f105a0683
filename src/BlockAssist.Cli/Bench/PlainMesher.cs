using BlockAssist.Game.Meshing;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Bench;

/// <summary>Makes meshes in the plainest way, to compare with: cell by cell, each face by itself, without light and shades.</summary>
internal sealed class PlainMesher
{
    private readonly List<uint> _vertices = [];

    /// <summary>Makes the mesh of a section.</summary>
    /// <returns>How many faces it has.</returns>
    public int Make(VoxelWorld world, BlockPos section)
    {
        _vertices.Clear();
        for (var cell = 0; cell < VoxelWorld.SectionEdge * VoxelWorld.SectionEdge * VoxelWorld.SectionEdge; cell++)
        {
            var local = new BlockPos(cell % VoxelWorld.SectionEdge, cell / VoxelWorld.SectionEdge / VoxelWorld.SectionEdge, cell / VoxelWorld.SectionEdge % VoxelWorld.SectionEdge);
            var at = new BlockPos((section.X * VoxelWorld.SectionEdge) + local.X, (section.Y * VoxelWorld.SectionEdge) + local.Y, (section.Z * VoxelWorld.SectionEdge) + local.Z);
            if (world[at] is var material && material != Material.Air)
            {
                AddFaces(world, at, local, material);
            }
        }

        return _vertices.Count / 4;
    }

    private void AddFaces(VoxelWorld world, BlockPos at, BlockPos local, Material material)
    {
        for (var face = Face.PosX; face <= Face.NegZ; face++)
        {
            var before = world[at + BlockPos.Directions[(int)face]];
            if (before.IsOpaque() || before == material)
            {
                continue;
            }

            for (var corner = 0; corner < 4; corner++)
            {
                var (u, v) = (corner is 1 or 2 ? 1 : 0, corner >= 2 ? 1 : 0);
                var (axis, side) = ((int)face / 2, 1 - ((int)face % 2));
                var (x, y, z) = axis switch { 0 => (side, u, v), 1 => (u, side, v), _ => (u, v, side) };
                _vertices.Add(MeshVertex.Pack(local.X + x, local.Y + y, local.Z + z, face, 0, (uint)material));
            }
        }
    }
}
