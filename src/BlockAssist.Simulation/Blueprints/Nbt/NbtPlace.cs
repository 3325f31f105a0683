namespace BlockAssist.Simulation.Blueprints.Nbt;

/// <summary>How an error names a place in NBT data.</summary>
internal static class NbtPlace
{
    /// <summary>A byte of the data as it is after unpacking.</summary>
    public static string Of(int offset) => $"at byte {offset} of the unpacked data";

    /// <summary>A named tag and its byte.</summary>
    public static string Of(string name, int offset) => $"tag {name}, at byte {offset} of the unpacked data";
}
