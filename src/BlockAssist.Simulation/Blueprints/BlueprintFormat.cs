namespace BlockAssist.Simulation.Blueprints;

/// <summary>A kind of blueprint file that can be read and written.</summary>
/// <param name="Id">The word that picks it on a command line.</param>
/// <param name="Extension">The file ending, with its dot; several formats may share one.</param>
/// <param name="Title">What people call it.</param>
public sealed record BlueprintFormat(string Id, string Extension, string Title)
{
    /// <summary>MCEdit's numbered blocks, Minecraft 1.12 and before.</summary>
    public static BlueprintFormat Schematic { get; } = new("schematic", ".schematic", "MCEdit schematic");

    /// <summary>Sponge version 2, what WorldEdit writes for Minecraft 1.13 to 1.20; reading takes version 1 too.</summary>
    public static BlueprintFormat Sponge { get; } = new("schem", ".schem", "Sponge schematic, version 2");

    /// <summary>Sponge version 3, what newer WorldEdit writes.</summary>
    public static BlueprintFormat Sponge3 { get; } = new("schem3", ".schem", "Sponge schematic, version 3");

    /// <summary>Litematica's regions.</summary>
    public static BlueprintFormat Litematic { get; } = new("litematic", ".litematic", "Litematica schematic");

    /// <summary>What Minecraft's structure blocks save and its villages are made of.</summary>
    public static BlueprintFormat Structure { get; } = new("nbt", ".nbt", "Minecraft structure");

    /// <summary>MagicaVoxel's coloured models.</summary>
    public static BlueprintFormat Vox { get; } = new("vox", ".vox", "MagicaVoxel model");

    /// <summary>Our own text form, shared with the assistance game's tools.</summary>
    public static BlueprintFormat Goal { get; } = new("json", ".json", "Goal (mbag-goal/1)");
}
