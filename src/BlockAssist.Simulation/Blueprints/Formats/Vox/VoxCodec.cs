using System.Buffers.Binary;

namespace BlockAssist.Simulation.Blueprints.Formats.Vox;

/// <summary>MagicaVoxel's <c>.vox</c>: models of coloured voxels, z up.</summary>
/// <remarks>Our x is its x, our y its z, our z its y the other way round; so nothing is mirrored.</remarks>
internal sealed class VoxCodec : IBlueprintCodec
{
    /// <summary>The letters and the version before the first chunk.</summary>
    public const int HeaderBytes = 8;

    private static readonly int[] KnownVersions = [150, 200];

    public BlueprintFormat Format => BlueprintFormat.Vox;

    public bool Recognizes(BlueprintSource source) => source.Content.AsSpan().StartsWith("VOX "u8);

    public BlueprintImport Read(BlueprintSource source)
    {
        CheckVersion(source.Content);
        var scene = VoxScene.Read(source.Content, source.Limits);
        var parts = scene.Place();
        if (parts.Count == 0)
        {
            throw new BlueprintFormatException("nothing to see", "the whole file", "at least one model that is not hidden");
        }

        if (parts.Sum(part => (long)part.Model.Count) > source.Limits.MaxVolume)
        {
            throw new BlueprintFormatException("too many voxels in all models together", "the scene", $"at most {source.Limits.MaxVolume}");
        }

        var box = VoxBox.Around(parts);
        var canvas = BlueprintCanvas.Create(source, box.Length(0), box.Length(2), box.Length(1), "the box around all models");
        var blocks = scene.Blocks();
        foreach (var (model, placement) in parts)
        {
            Draw(model, placement, box, blocks, canvas);
        }

        return canvas.Finish(Format, null);
    }

    public byte[] Write(Blueprint blueprint) => VoxWriter.Write(blueprint.Blocks);

    private static void Draw(VoxModel model, VoxPlacement placement, VoxBox box, CanvasBlock[] blocks, BlueprintCanvas canvas)
    {
        ReadOnlySpan<int> size = [model.X, model.Y, model.Z];
        var voxels = model.Voxels.Span;
        for (; voxels.Length > 0; voxels = voxels[4..])
        {
            ReadOnlySpan<int> voxel = [voxels[0], voxels[1], voxels[2]];
            if (voxel[0] >= size[0] || voxel[1] >= size[1] || voxel[2] >= size[2])
            {
                throw new BlueprintFormatException(
                    $"a voxel at ({voxel[0]}, {voxel[1]}, {voxel[2]})", "chunk XYZI", $"a place inside {model.X}×{model.Y}×{model.Z}");
            }

            var x = (int)(placement.Map(0, size, voxel) - box.Low[0]);
            var y = (int)(placement.Map(2, size, voxel) - box.Low[2]);
            var z = (int)(box.High[1] - placement.Map(1, size, voxel));
            if (voxels[3] != 0)
            {
                canvas.Set(x, y, z, blocks[voxels[3]]);
            }
        }
    }

    private static void CheckVersion(byte[] file)
    {
        var version = file.Length >= HeaderBytes ? BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)) : 0;
        if (!KnownVersions.Contains(version))
        {
            throw new BlueprintFormatException($"version {version}", "at byte 4", "150 or 200");
        }
    }
}
