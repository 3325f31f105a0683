using System.Text.Json;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Transforms;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Conformance;

/// <summary>Makes the transform that a recorded name and configuration stand for; what is not configured has MBAG's default.</summary>
internal static class RecordedTransforms
{
    /// <summary>The transform of a name and a configuration.</summary>
    public static IGoalTransform Create(string name, JsonElement config, string where) => name switch
    {
        "crop" => new CropTransform(
            Number(config, "density_threshold", 0.25, where),
            Truth(config, "tethered_to_ground", true, where),
            Truth(config, "wall", false, where)),
        "crop_air" => new CropAirTransform(),
        "crop_low_density_bottom_layers" =>
            new CropLowDensityBottomLayersTransform(Number(config, "density_threshold", 0.1, where)),
        "largest_cc" => new LargestComponentTransform(ConnectivityOf(config, where)),
        "single_cc_filter" => new SingleComponentFilter(ConnectivityOf(config, where)),
        "density_filter" =>
            new DensityFilter(Number(config, "min_density", 0, where), Number(config, "max_density", 1, where)),
        "min_size_filter" => new MinSizeFilter(Find(config, "min_size")?.Size(where) ?? new GridSize(1, 1, 1)),
        "uniform_block_type" =>
            new UniformBlockTypeTransform(Find(config, "block_type")?.PaletteBlock(where) ?? Block.Dirt),
        "mirror" => new MirrorTransform(),
        "randomly_place" => new RandomlyPlaceTransform(),
        "add_grass" => new AddGrassTransform(GrassModeOf(config, where)),
        "remove_invisible_non_dirt" => new RemoveInvisibleNonDirtTransform(),
        "area_sample" => AreaSample(config, where),
        "seam_carve" => new SeamCarveTransform(
            Number(config, "position_coefficient", 1, where),
            Number(config, "density_coefficient", 1, where),
            Find(config, "max_original_size")?.Size(where)),
        _ => throw new FormatException($"{where}: found transform '{name}', expected one of MBAG's."),
    };

    /// <summary>The connectivity that a number stands for.</summary>
    public static Connectivity ConnectivityOf(int neighbours, string where) => neighbours switch
    {
        6 => Connectivity.Faces,
        18 => Connectivity.Edges,
        26 => Connectivity.Corners,
        _ => throw new FormatException($"{where}: found connectivity {neighbours}, expected 6, 18 or 26."),
    };

    private static Connectivity ConnectivityOf(JsonElement config, string where) =>
        ConnectivityOf(Find(config, "connectivity")?.Integer(where) ?? 6, where);

    private static GrassMode GrassModeOf(JsonElement config, string where) =>
        (Find(config, "mode")?.Text(where) ?? "surround") switch
        {
            "surround" => GrassMode.Surround,
            "replace" => GrassMode.Replace,
            "concatenate" => GrassMode.Concatenate,
            var mode => throw new FormatException(
                $"{where}: found mode '{mode}', expected surround, replace or concatenate."),
        };

    private static AreaSampleTransform AreaSample(JsonElement config, string where)
    {
        var defaults = new AreaSampleOptions();
        return new AreaSampleTransform(new AreaSampleOptions
        {
            MaxScalingFactor = Number(config, "max_scaling_factor", defaults.MaxScalingFactor, where),
            Interpolate = Truth(config, "interpolate", defaults.Interpolate, where),
            InterpolationOrder = Find(config, "interpolation_order")?.Integer(where) ?? defaults.InterpolationOrder,
            ScaleYIndependently = Truth(config, "scale_y_independently", defaults.ScaleYIndependently, where),
            MaxScalingFactorRatio =
                Number(config, "max_scaling_factor_ratio", defaults.MaxScalingFactorRatio, where),
            PreservePaths = Truth(config, "preserve_paths", defaults.PreservePaths, where),
        });
    }

    private static double Number(JsonElement config, string name, double fallback, string where) =>
        Find(config, name)?.Number($"{where}.{name}") ?? fallback;

    private static bool Truth(JsonElement config, string name, bool fallback, string where) =>
        Find(config, name)?.Truth($"{where}.{name}") ?? fallback;

    private static JsonElement? Find(JsonElement config, string name) =>
        config.ValueKind == JsonValueKind.Object && config.TryGetProperty(name, out var value) ? value : null;
}
