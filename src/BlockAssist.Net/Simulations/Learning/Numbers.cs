using BlockAssist.Net.Simulations.Clocks;

namespace BlockAssist.Net.Simulations.Learning;

/// <summary>Rows of random numbers.</summary>
internal static class Numbers
{
    /// <summary>A row with the mean 0.</summary>
    /// <param name="draws">The chance.</param>
    /// <param name="length">How many.</param>
    /// <param name="spread">The spread of each.</param>
    public static float[] Row(Draws draws, int length, double spread)
    {
        var row = new float[length];
        for (var place = 0; place < length; place += 2)
        {
            var (radius, angle) = (spread * Math.Sqrt(-2 * Math.Log(1 - draws.Share())), 2 * Math.PI * draws.Share());
            var (sine, cosine) = Math.SinCos(angle);
            row[place] = (float)(radius * cosine);
            if (place + 1 < length)
            {
                row[place + 1] = (float)(radius * sine);
            }
        }

        return row;
    }
}
