namespace BlockAssist.Simulation.Blueprints.Formats.Vox;

/// <summary>The 256 colours of a model, 0xRRGGBB by colour number; number 0 is no colour.</summary>
internal static class VoxColours
{
    /// <summary>How many numbers there are, with 0.</summary>
    public const int Count = 256;

    /// <summary>The colours of a RGBA chunk, whose first entry is colour number 1.</summary>
    public static int[] Read(VoxChunk chunk)
    {
        var bytes = chunk.Open().Take((Count - 1) * 4);
        var colours = new int[Count];
        for (var i = 1; i < Count; i++)
        {
            var entry = bytes[((i - 1) * 4)..];
            colours[i] = (entry[0] << 16) | (entry[1] << 8) | entry[2];
        }

        return colours;
    }

    /// <summary>
    /// The colours of a file that brings none: a cube of six steps for each of red, green and blue, from bright to dark
    /// and without black, then ten steps each of pure red, green, blue and grey.
    /// </summary>
    public static int[] Default()
    {
        int[] steps = [0xEE, 0xDD, 0xBB, 0xAA, 0x88, 0x77, 0x55, 0x44, 0x22, 0x11];
        var cube = Enumerable.Range(0, 215).Select(i => (Step(i / 36) << 16) | (Step(i / 6 % 6) << 8) | Step(i % 6));
        int[] ramps = [0x010000, 0x000100, 0x000001, 0x010101];
        return [0, .. cube, .. ramps.SelectMany(ramp => steps.Select(step => step * ramp))];
    }

    private static int Step(int index) => 0xFF - (index * 0x33);
}
