namespace BlockAssist.Fuzzing.Engine;

/// <summary>Makes inputs shorter that show the same.</summary>
internal static class Shrinking
{
    private const int MostTries = 4000;

    /// <summary>A shorter input.</summary>
    /// <param name="input">The input.</param>
    /// <param name="showsTheSame">Whether a shorter one will do.</param>
    public static byte[] Of(byte[] input, Func<byte[], bool> showsTheSame)
    {
        var tries = 0;
        for (var piece = Math.Max(1, input.Length / 2); ; piece /= 2)
        {
            for (var at = 0; at < input.Length && tries < MostTries; tries++)
            {
                byte[] shorter = [.. input.AsSpan(0, at), .. input.AsSpan(Math.Min(input.Length, at + piece))];
                (input, at) = showsTheSame(shorter) ? (shorter, at) : (input, at + piece);
            }

            if (piece <= 1 || tries >= MostTries)
            {
                return input;
            }
        }
    }
}
